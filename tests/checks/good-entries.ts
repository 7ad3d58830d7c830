/** Entries without a fault, from which the mistakes of the table are made. They are laid over the real content. */

export const webinarFile = 'content/webinars/fixture-webinar.mdx';
export const profileFile = 'content/program-profiles/fixture-city-ohio-2015.mdx';
export const resourceFile = 'content/resources/fixture-guide.mdx';
export const meetingFile = 'content/meetings/fixture-meeting.mdx';
export const podcastFile = 'content/podcasts/fixture-episode.mdx';
export const topicFile = 'content/topics/fixture-topic.mdx';
export const pageFile = 'content/pages/fixture-page.mdx';
export const chartFile = 'content/webinars/fixture-webinar/chart.png';
export const transcriptFile = 'content/webinars/fixture-webinar/transcript.vtt';

export const goodEntries: ReadonlyMap<string, string | { size: number }> = new Map<string, string | { size: number }>([
  [
    webinarFile,
    `---
title: How three agencies measured foot patrol
summary: Three agencies show how they counted minutes on foot and what they compared them with. One found no change.
topics: [place-based-policing, evaluation-and-measurement]
date: 2016-05-12
presenters:
  - expert: hildy-saizow
    role: SPI Subject Matter Expert
  - name: Jordan Fixture
    affiliation: Fixture City Police Department
audience: Site teams and research partners
objectives:
  - Count minutes on foot without extra paperwork
  - Choose a fair comparison area
page: https://www.smart-policing.com/tta/webinars/fixture
recording: https://www.smart-policing.com/tta/webinars/fixture/recording
transcript: ./fixture-webinar/transcript.vtt
profiles: [boston-massachusetts-2009]
sources:
  - key: page
    title: How three agencies measured foot patrol (webinar page)
    publisher: CNA
    url: https://www.smart-policing.com/tta/webinars/fixture
  - title: Slides of the webinar
    publisher: Smart Policing Initiative
    note: Read in a third party’s copy
reviewed: 2026-11-04
status: published
caveats:
  - The day comes from the slides.
---
## What was counted

Officers wrote down the minutes they walked. See the [meetings of the program](/meetings/) and the [Boston project](/program-profiles/boston-massachusetts-2009/).

### Two ways to count

- By radio.
- By the officers’ own notes.

![Bar chart: minutes on foot by week, highest in week 6](./fixture-webinar/chart.png)

## What was found

Two agencies saw fewer calls. One saw no change.
`,
  ],
  [
    profileFile,
    `---
title: "Fixture City, Ohio (2015)"
summary: The police walked 60 street blocks at set hours. Robberies fell by 12 percent against matched blocks.
topics: [place-based-policing, fixture-topic]
agency: Fixture City Police Department
place: Fixture City, Ohio
state: OH
cohort: 2015
location: { latitude: 40.1, longitude: -82.9 }
population: 231000
researchPartners:
  - name: Jordan Fixture
    affiliation: Fixture State University
focus: [Violent crime]
strategies: [Place-based policing]
problem: Robberies gathered on few blocks.
approach: Officers walked 60 blocks at set hours.
finding: Robberies fell by 12 percent against matched blocks
studies:
  - title: Walks on 60 blocks
    design: matched-comparison
    description: The blocks were compared with matched blocks, the year before and the year of the walks.
    years: 2014 to 2016
    by: Jordan Fixture, Fixture State University
    tactics: [foot-patrol]
    outcomes:
      - measure: Robberies on the blocks
        headline: true
        aim: violence
        direction: better
        percent: -12
        figure: 12% fewer
        period: first 12 months
        source: report
laterEvidence:
  - finding: A later count of the same blocks found no difference.
    direction: none
    year: 2018
    design: before-after
    source: report
sources:
  - key: report
    title: Final report of the project
    publisher: Fixture State University
    url: https://www.ojp.gov/fixture
reviewed: 2026-11-04
status: published
---
## Where the walks were

The walks kept to 60 blocks.
`,
  ],
  [
    resourceFile,
    `---
title: A guide to counting what patrol does
summary: How to count what patrol does, in steps that a small agency can take.
topics: [evaluation-and-measurement]
kind: guide
origin: spi
authors:
  - given: Jordan B.
    family: Fixture
year: 2016
publisher: CNA
volume: "16"
sources:
  - title: A guide to counting what patrol does
    publisher: CNA
    url: https://www.smart-policing.com/resources/fixture
reviewed: 2026-11-04
status: published
---
The guide has five steps.
`,
  ],
  [
    meetingFile,
    `---
title: Fixture regional workshop
summary: Sites met for two days to plan how they would measure what they do.
topics: [evaluation-and-measurement]
kind: regional-workshop
startDate: 2016-06-15
endDate: 2016-06-16
city: Columbus
state: OH
hosts: [CNA]
sources:
  - title: Fixture regional workshop
    publisher: CNA
    url: https://www.smart-policing.com/events/fixture
reviewed: 2026-11-04
status: published
---
Sites met in small groups.
`,
  ],
  [
    podcastFile,
    `---
title: Two officers on their walks
summary: Two officers talk about the walks and what they would do again.
topics: [place-based-policing]
date: 2016-05-12
guests:
  - name: Jordan Fixture
    affiliation: Fixture City Police Department
page: https://www.smart-policing.com/podcasts/fixture
audio: https://www.smart-policing.com/podcasts/fixture.mp3
audioBytes: 24000000
durationMinutes: 24
sources:
  - title: Two officers on their walks
    publisher: CNA
    url: https://www.smart-policing.com/podcasts/fixture
reviewed: 2026-11-04
status: published
---
Two officers talk for half an hour. A listener’s paper, *Guide à l’intention des patrouilles*, came with it.
`,
  ],
  [
    topicFile,
    `---
title: Fixture topic
heading: crime
summary: What is written about fixtures. It stands here to be changed.
synonyms: [fittings, fixings]
known:
  - says: In one comparison of 60 blocks with matched blocks, robberies fell by 12 percent while officers walked there at set hours. A later count found no difference, so nobody knows how long the gain lasts.
    from: [fixture-city-ohio-2015]
tonight:
  - do: Map the robberies of the last 90 days by block, and mark the five blocks with the most of them.
    from: program-profiles/fixture-city-ohio-2015
    tested: false
  - do: Send two officers to walk those blocks in the hours in which most robberies happen.
    from: program-profiles/fixture-city-ohio-2015
    tested: true
thisWeek:
  - do: Choose five blocks like these that get no walks, so that you can compare the two in a year.
    from: program-profiles/fixture-city-ohio-2015
    tested: true
notExpect:
  - says: Do not expect the walks to change calls about noise, which nobody has counted so far.
unknown:
  - How many hours a week are enough, and whether walks work as well in places where people mostly drive.
askExperts: [hildy-saizow]
send:
  - Robberies by block and hour for the last 12 months
  - The patrol plan of one week, without names
reviewed: 2026-11-04
status: published
---
`,
  ],
  [
    pageFile,
    `---
title: A page for trying things
summary: It says little, and says it plainly.
topics: []
reviewed: 2026-11-04
status: published
---
## First part

See the [second part](#second-part).

## Second part

See [where the walks were](/program-profiles/fixture-city-ohio-2015/#where-the-walks-were).
`,
  ],
  [chartFile, { size: 40_000 }],
  [transcriptFile, 'WEBVTT\n\n00:00.000 --> 00:02.000\nWelcome.\n'],
]);
