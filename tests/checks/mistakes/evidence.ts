/** What a project found, and what a topic tells: the model of evidence. One mistake a row. */
import { profileFile, topicFile } from '../good-entries.ts';
import type { Mistake } from './mistake.ts';

const second = `
      - measure: Assaults on the blocks
        headline: true
        aim: violence
        direction: none
        test: not significant`;

// prettier-ignore
export const evidence: readonly Mistake[] = [
  { name: 'better without a figure or a test', rule: 'schema', file: profileFile, replace: [['        percent: -12\n        figure: 12% fewer\n', '']], at: 'direction: better', words: ['“better” without a figure or a test', 'give percent, points, figure or test, or write not-tested'], sole: true },
  { name: 'no headline in a study', rule: 'schema', file: profileFile, replace: [['        headline: true\n', '']], at: '- measure', words: ['study 1, outcomes', 'no outcome is the headline', 'write “headline: true”'], sole: true },
  { name: 'two headlines in a study', rule: 'schema', file: profileFile, replace: [['        source: report\nlater', `        source: report${second}\nlater`]], at: 'headline: true\n        aim: violence\n        direction: none', words: ['two headline outcomes', 'take it out here'], sole: true },
  { name: 'percent beside points', rule: 'schema', file: profileFile, replace: [['        percent: -12\n', '        percent: -12\n        points: -12\n']], at: 'points:', words: ['side by side', 'keep the one that the source reports'], sole: true },
  { name: 'words that say another percentage', rule: 'outcomes', file: profileFile, replace: [['percent: -12', 'percent: -26']], at: 'percent:', words: ['-26', '“12% fewer”', 'write the same in both'], sole: true },
  { name: 'a fall above zero', rule: 'outcomes', file: profileFile, replace: [['percent: -12', 'percent: 12']], at: 'percent:', words: ['percent says 12', 'write percent: -12'], sole: true },
  { name: 'points in words with percent', rule: 'outcomes', file: profileFile, replace: [['figure: 12% fewer', 'figure: 12 percentage points fewer']], at: 'figure:', words: ['speaks of points', 'write points: -12'], sole: true },
  { name: 'percent in words with points', rule: 'outcomes', file: profileFile, replace: [['percent: -12', 'points: -12']], at: 'figure:', words: ['speaks of percent', 'write percent: -12'], sole: true },
  { name: 'a change beside percent', rule: 'outcomes', file: profileFile, replace: [['percent: -12', 'percent: -12\n        change: down']], at: 'change:', words: ['take the line out'], sole: true },
  { name: 'a change that the number contradicts', rule: 'outcomes', file: profileFile, replace: [['percent: -12', 'percent: -12\n        change: up']], at: 'change:', words: ['the number says the opposite'], sole: true },
  { name: 'a change that the words contradict', rule: 'outcomes', file: profileFile, replace: [['percent: -12', 'change: up']], at: 'change:', words: ['“12% fewer”', 'write change: down'], sole: true },
  { name: 'better, and not significant', rule: 'outcomes', file: profileFile, replace: [['figure: 12% fewer', 'figure: 12% fewer\n        test: Not significant']], at: 'direction:', words: ['the test says “Not significant”', 'write direction: none'], sole: true },
  { name: 'a word of one’s own for what was tried', rule: 'schema', file: profileFile, replace: [['[foot-patrol]', '[foot patrols]']], at: 'tactics:', words: ['“foot patrols”', 'foot-patrol'] },
  { name: 'later evidence without a year', rule: 'schema', file: profileFile, replace: [['    year: 2018\n', '']], at: 'finding: A later', words: ['“year” is missing in “laterEvidence 1”'], sole: true },
  { name: 'no study and no word why', rule: 'schema', file: profileFile, replace: [[/studies:\n[^]*?(?=laterEvidence)/, '']], at: 1, words: ['noResult', 'there is no study', 'plan-only'] },
  { name: 'studies, and a word that there are none', rule: 'schema', file: profileFile, replace: [['studies:', 'noResult: plan-only\nstudies:']], at: 'noResult', words: ['on a page that has studies', 'take the line out'], sole: true },
  { name: 'a finding of more than one line', rule: 'schema', file: profileFile, replace: [['against matched blocks\nstudies', 'against matched blocks, and nobody knows how long that will last in the years to come\nstudies']], at: 'finding:', words: ['at most 90', 'shorten it by'] },
  { name: 'a finding with a full stop', rule: 'finding-lines', file: profileFile, replace: [['matched blocks\nstudies', 'matched blocks.\nstudies']], at: 'finding:', words: ['full stop', 'write Robberies fell by 12 percent against matched blocks'], sole: true },
  { name: 'a finding that is the title', rule: 'finding-lines', file: profileFile, replace: [[/finding: Robb.*/, 'finding: Fixture City, Ohio']], at: 'finding:', words: ['the same as the title', 'say what came of the project'], sole: true },
  { name: 'a topic without a briefing', rule: 'briefings', file: topicFile, replace: [[/known:\n[^]*?(?=reviewed)/, '']], at: 'title:', words: ['has no briefing', 'status: draft'], sole: true },
  { name: 'a briefing without its steps of tonight', rule: 'briefings', file: topicFile, replace: [[/tonight:\n[^]*?(?=thisWeek)/, '']], at: 'title:', words: ['what to do tonight (“tonight:”)', 'status: draft'] },
  { name: 'a briefing too short to be of use', rule: 'briefing-length', file: topicFile, replace: [[/ {2}- do: Send two officers[^]*?true\n/, ''], [/, so nobody knows how long the gain lasts|, which nobody has counted so far|, without names|, and whether walks .*(?=\.)|, and mark the five blocks .*(?=\.)/g, '']], at: '- says: In one', words: ['120 to 250 words', 'say more'], sole: true },
  { name: 'a step without an entry', rule: 'schema', file: topicFile, replace: [['    from: program-profiles/fixture-city-ohio-2015\n    tested: false\n', '    tested: false\n']], at: 'do: Map', words: ['“from” is missing in “tonight 1”'], sole: true },
  { name: 'a step that rests on nothing that exists', rule: 'references', file: topicFile, replace: [['program-profiles/fixture-city-ohio-2015', 'program-profiles/fixture-city-ohio-2051']], at: 'ohio-2051', words: ['no entry content/program-profiles/fixture-city-ohio-2051.mdx'], sole: true },
  { name: 'a step called tested that nobody tested', rule: 'tested-steps', file: profileFile, replace: [['design: matched-comparison', 'design: before-after']], in: topicFile, at: 'tested: true', words: ['no study that compared', 'write tested: false'], alone: true },
  { name: 'a state in the title that is another', rule: 'agreement', replace: [['title: "Fixture City, Ohio', 'title: "Fixture City, Utah']], at: 'title:', words: ['Utah in the title', '“state: OH”, which is Ohio'], file: profileFile, sole: true },
  { name: 'a state in the place that is another', rule: 'agreement', replace: [['place: Fixture City, Ohio', 'place: Fixture City, Utah']], at: 'place:', words: ['Utah in the place'], file: profileFile, sole: true },
  { name: 'an award year in the title that is another', rule: 'agreement', replace: [['Ohio (2015)', 'Ohio (2014)']], at: 'title:', words: ['2014 in the title', '“cohort: 2015”'], file: profileFile, sole: true },
  { name: 'years of a study that end before they begin', rule: 'year-order', replace: [['years: 2014 to 2016', 'years: 2016 to 2014']], at: 'years:', words: ['end before they begin', 'earlier one first'], file: profileFile, sole: true },
  { name: 'years of a study that end in a shorter year', rule: 'year-order', replace: [['years: 2014 to 2016', 'years: 2016–14']], at: 'years:', words: ['end before they begin: 2016–14'], file: profileFile, sole: true },
  { name: 'years of an outcome that end before they begin', rule: 'year-order', replace: [['first 12 months', 'June 2016 to May 2014']], at: 'period:', words: ['2016 to May 2014'], file: profileFile, sole: true },
  { name: 'years of a study that have not come', rule: 'year-order', replace: [['years: 2014 to 2016', 'years: 2014 to 2061']], at: 'years:', words: ['data of 2061', 'read against its sources in 2026'], file: profileFile, sole: true },
  { name: 'later evidence from before the award', rule: 'agreement', replace: [['year: 2018', 'year: 2008']], at: 'year: 2008', words: ['later evidence of 2008', '“cohort: 2015”'], file: profileFile, sole: true },
  { name: 'a fall of more than all', rule: 'impossible-falls', replace: [['approach: Officers walked', 'approach: Calls dropped by 120 percent where officers walked']], at: 'approach:', words: ['more than 100 percent: “dropped by 120 percent”', 'look the figure up'], file: profileFile, sole: true },
  { name: 'a probability above one', rule: 'outcomes', replace: [['figure: 12% fewer', 'figure: 12% fewer\n        test: p = 1.3']], at: 'test:', words: ['“p = 1.3”', 'between 0 and 1'], file: profileFile, sole: true },
  { name: 'a probability with a comma', rule: 'outcomes', replace: [['figure: 12% fewer', 'figure: 12% fewer\n        test: p = 0,03']], at: 'test:', words: ['“p = 0,03”', 'write p = 0.03'], file: profileFile, sole: true },
  { name: 'an interval the wrong way round', rule: 'outcomes', replace: [['figure: 12% fewer', 'figure: 12% fewer\n        test: 95% interval 24 to 8 percent']], at: 'test:', words: ['interval 24 to 8', 'write 8 to 24'], file: profileFile, sole: true },
  { name: 'a percentage of the finding that is nowhere else', rule: 'figures', replace: [['finding: Robberies fell by 12', 'finding: Robberies fell by 21']], at: 'finding:', words: ['the finding says 21'], file: profileFile, sole: true },
  { name: 'a space between minus and figure', rule: 'yaml', replace: [['percent: -12', 'percent: - 12']], at: 'percent:', words: ['a space between', 'write -12'], file: profileFile, sole: true },
  { name: 'a number with its unit', rule: 'schema', replace: [['percent: -12', 'percent: -12 percent']], at: 'percent:', words: ['write -12'], file: profileFile, sole: true },
  { name: 'thousands parted by a space', rule: 'schema', replace: [['population: 231000', 'population: 231 000']], at: 'population:', words: ['write 231000'], file: profileFile, sole: true },
  { name: 'thousands parted by a point', rule: 'dropped-text', replace: [['population: 231000', 'population: 231.000']], at: 'population:', words: ['read as 231', 'write 231000'], file: profileFile, sole: true },
  { name: 'a file where an address belongs', rule: 'schema', replace: [['url: https://www.ojp.gov/fixture', 'url: report.pdf']], at: 'url:', words: ['the name of a file', 'at the publisher'], file: profileFile, sole: true },
];
