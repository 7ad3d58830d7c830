import { collectionNames, kinds } from '../kinds/index.ts';

interface OwnPage {
  path: string;
  title: string;
  summary: string;
}

/** Pages of the site’s own that no entry stands behind, as the search shows them. A test holds the titles to the pages. */
export const ownPages: readonly OwnPage[] = [
  ...collectionNames.flatMap((collection) => {
    const { href, list } = kinds[collection];
    return list ? { path: href, title: list.title, summary: list.summary } : [];
  }),
  {
    path: '/technical-assistance/request/',
    title: 'Ask for help',
    summary: 'Ask for technical assistance with a policing project.',
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
