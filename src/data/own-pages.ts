/** Pages of the site’s own that no entry stands behind, as the search shows them. A test holds the titles to the pages. */
interface OwnPage {
  path: string;
  title: string;
  summary: string;
}

export const ownPages: readonly OwnPage[] = [
  {
    path: '/technical-assistance/',
    title: 'What you can ask for',
    summary: 'Help for agencies: by telephone, on site, from an expert, or from an agency that has done it before.',
  },
  {
    path: '/technical-assistance/request/',
    title: 'Ask for help',
    summary: 'Ask for technical assistance with a policing project.',
  },
  {
    path: '/technical-assistance/past/',
    title: 'Past assistance',
    summary: 'What sites asked for, how help was given, and what came of it where a source says so.',
  },
  {
    path: '/experts/',
    title: 'Experts and advisors',
    summary: 'Subject matter experts of the program, and the director and the senior advisor of its assistance.',
  },
  {
    path: '/program-profiles/',
    title: 'Projects',
    summary: 'Every project: what each agency tried, how it was studied, and what was found, failures included.',
  },
  {
    path: '/evidence/',
    title: 'What is known, and what is not',
    summary:
      'The map of what is known: what was tried, what it was meant to change, and where nobody here has an answer.',
  },
  {
    path: '/states/',
    title: 'States',
    summary: 'What there is from each state: projects, people, publications and events.',
  },
  {
    path: '/program-profiles/compare/',
    title: 'Compare projects',
    summary: 'Line projects up: the problem, what was tried, how it was studied, and what was found.',
  },
  {
    path: '/research-spotlights/',
    title: 'Research spotlights',
    summary: 'The program’s own reports on what projects did and found, failures included, by year.',
  },
  {
    path: '/library/',
    title: 'Library',
    summary: 'Reports, guides, articles and newsletters on what Smart Policing projects tried and found.',
  },
  {
    path: '/webinars/',
    title: 'Webinars',
    summary: 'Who spoke, what each set out to teach, and where to find slides or a recording, by date.',
  },
  {
    path: '/meetings/',
    title: 'Meetings',
    summary: 'National meetings, workshops and conference sessions by date, with what they were for.',
  },
  {
    path: '/podcasts/',
    title: 'Podcasts',
    summary: 'People from the program talk about the work.',
  },
  {
    path: '/topics/',
    title: 'Topics',
    summary: 'Everything on this site, under the eight headings of the program’s library.',
  },
  {
    path: '/data/',
    title: 'Data, feeds and citations',
    summary:
      'Everything on this site as files: for a spreadsheet, a program, a reference manager, a calendar or a feed reader.',
  },
  {
    path: '/provenance/',
    title: 'Where the facts come from',
    summary:
      'What the facts rest on and when they were last checked, and each case in which sources contradict each other.',
  },
  {
    path: '/offline/',
    title: 'Keep for offline reading',
    summary: 'Keep the site on your device to read and search it without a connection, or print a briefing pack.',
  },
  {
    path: '/for-editors/fields/',
    title: 'What each field means',
    summary: 'The fields at the top of an entry, with an example from a page of this site.',
  },
];
