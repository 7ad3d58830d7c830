/** What an adopter of this site changes first, and nothing else; docs/developing.md says what follows. */

export interface NavigationLink {
  label: string;
  href: string;
}

/** Netlify sets these while it builds; elsewhere the values below stand. */
const environment = process.env;

const retentionDays = Number(environment['RETENTION_DAYS'] || 90);
if (!Number.isInteger(retentionDays) || retentionDays < 1)
  throw new Error(`RETENTION_DAYS is “${environment['RETENTION_DAYS']}”. Write a whole number of days, such as 90.`);

/**
 * Who runs this copy of the site and answers the requests made on it. Where that is the program's assistance provider,
 * the site reads as the program's own page does: a request goes directly to it. Where not, it says who receives a
 * request, once on the form and once in the footer, and links the program's own form.
 */
const operator = {
  name: 'whoever runs this copy of the site',
  isProvider: false as boolean,
  programForm: { label: 'the program’s own website', href: 'https://www.smart-policing.com/' },
};

export const site = {
  name: 'Smart Policing assistance',
  /** Under the icon on a home screen. */
  shortName: 'SPI assistance',
  /** Shown beside the name where there is room, and in titles of search results. */
  tagline: 'Training and technical assistance of the Smart Policing Initiative',
  description:
    'Technical assistance for police agencies in the Smart Policing Initiative: ask for help, see what other projects tried and found, and read what was learned.',
  /** The site's own address, without a path. Netlify's URL wins, so that a fork is right without an edit. */
  address: environment['URL'] ?? 'https://smart-policing.example',
  language: 'en-US',
  /** Where the content is kept, for the edit links; left out while unknown. Netlify's REPOSITORY_URL wins. */
  repository: environment['REPOSITORY_URL'] as string | undefined,
  branch: environment['BRANCH'] ?? 'main',

  /** Under which words and data may be reused: SPDX name, and where to read it. The code is under the MIT license (LICENSE). */
  license: {
    spdx: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 International',
    href: 'https://creativecommons.org/licenses/by/4.0/',
  },

  /** Header: the first three fit a telephone beside “Ask for help”, which always stands there; the rest come where there is room. */
  navigation: [
    { label: 'Topics', href: '/topics/' },
    { label: 'Projects', href: '/program-profiles/' },
    { label: 'Library', href: '/library/' },
    { label: 'Webinars', href: '/webinars/' },
    { label: 'Experts', href: '/experts/' },
  ] satisfies NavigationLink[],

  /** Footer: the whole house, in named groups. */
  footer: [
    {
      label: 'Find evidence',
      links: [
        { label: 'Topics', href: '/topics/' },
        { label: 'Projects', href: '/program-profiles/' },
        { label: 'What is known', href: '/evidence/' },
        { label: 'Compare projects', href: '/program-profiles/compare/' },
        { label: 'Research spotlights', href: '/research-spotlights/' },
        { label: 'Library', href: '/library/' },
      ],
    },
    {
      label: 'Learn',
      links: [
        { label: 'Webinars', href: '/webinars/' },
        { label: 'Meetings', href: '/meetings/' },
        { label: 'Podcasts', href: '/podcasts/' },
        { label: 'Experts', href: '/experts/' },
      ],
    },
    {
      label: 'Get help',
      links: [
        { label: 'Ask for help', href: '/technical-assistance/request/' },
        { label: 'What you can ask for', href: '/technical-assistance/' },
        { label: 'What makes a good request', href: '/good-request/' },
        { label: 'How requests are handled', href: '/how-requests-are-handled/' },
        { label: 'Past assistance', href: '/technical-assistance/past/' },
      ],
    },
    {
      label: 'Use it and correct it',
      links: [
        { label: 'Data, feeds and citations', href: '/data/' },
        { label: 'Keep for offline reading', href: '/offline/' },
        { label: 'Where the facts come from', href: '/provenance/' },
        { label: 'For editors', href: '/for-editors/' },
      ],
    },
    {
      label: 'About',
      links: [
        { label: 'About the initiative', href: '/about/' },
        { label: 'History', href: '/history/' },
        { label: 'Accessibility', href: '/accessibility/' },
        { label: 'Privacy', href: '/privacy/' },
      ],
    },
  ] satisfies { label: string; links: NavigationLink[] }[],

  operator,

  /** Stands at the foot of every page. */
  notice: {
    lead: 'Compiled from public sources.',
    text: operator.isProvider
      ? 'Each page names its sources.'
      : 'This is not an official site of the Bureau of Justice Assistance (BJA) or of CNA. Each page names its sources.',
  },

  /**
   * Whether readers can keep the site on their device. `false` removes what was kept from each device on its next visit:
   * the way out where the worker has a fault.
   */
  offline: true as boolean,

  /** How requests for assistance are handled. */
  requests: {
    /** Shown where the form cannot send. Leave it out, and the person is asked to use the contact they have. */
    contactEmail: environment['CONTACT_EMAIL'],
    /** A promise to requesters, such as “two working days”. Leave it out rather than promise what is not kept. */
    answerWithin: undefined as string | undefined,
    /** Days that an answered request is kept in the store; the function's RETENTION_DAYS. */
    retentionDays,
  },

  /** Who pays for the program described here. An adopter with an award puts its own statement in place. */
  fundingStatement:
    'The Smart Policing Initiative is a grant program of the Bureau of Justice Assistance, Office of Justice Programs, U.S. Department of Justice. Public sources name CNA as the provider of training and technical assistance.',

  /** The program that the pages describe, who gives its assistance, and who pays for it. */
  program: {
    name: 'Smart Policing Initiative',
    shortName: 'SPI',
    provider: 'CNA',
    funder: 'Bureau of Justice Assistance',
    funderShortName: 'BJA',
  },

  /** Places elsewhere that the program's own page sends people to. */
  elsewhere: [
    { label: 'The program’s own website (smart-policing.com)', href: 'https://www.smart-policing.com/' },
    {
      label: 'BJA National Training and Technical Assistance Center (bjatta.bja.ojp.gov)',
      href: 'https://bjatta.bja.ojp.gov/',
    },
  ] satisfies NavigationLink[],
} as const;
