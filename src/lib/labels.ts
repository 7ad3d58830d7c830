/** The words that readers see for the short names of the schemas. */
import type { ExpertKind } from '../schemas/experts.ts';
import type { CollectionName } from '../schemas/fields.ts';
import type { MeetingKind } from '../schemas/meetings.ts';
import type { DesignKind, Direction } from '../schemas/program-profiles.ts';
import type { ResourceKind } from '../schemas/resources.ts';

/** The judgment of an outcome. The five words are those of the outcome mark. */
export const directionLabels: Record<Direction, string> = {
  better: 'Better',
  none: 'No change found',
  worse: 'Worse',
  mixed: 'Mixed',
  'not-tested': 'Not tested',
};

/** How a project was studied, in words, with its level on the Maryland Scientific Methods Scale where it has one. */
export const designLabels: Record<DesignKind, { label: string; scale?: 1 | 2 | 3 | 4 | 5 }> = {
  'randomized-trial': { label: 'Randomized trial', scale: 5 },
  'matched-comparison': { label: 'Matched or controlled comparison group', scale: 4 },
  'comparison-group': { label: 'Comparison group', scale: 3 },
  'before-after': { label: 'Before and after, no comparison group', scale: 2 },
  descriptive: { label: 'Description, survey or process study', scale: 1 },
  'under-way': { label: 'Under way or planned: no results read' },
  'not-reported': { label: 'Not reported' },
};

export const resourceKindLabels: Record<ResourceKind, { one: string; many: string }> = {
  report: { one: 'Report', many: 'Reports' },
  guide: { one: 'Guide', many: 'Guides' },
  article: { one: 'Journal or magazine article', many: 'Journal and magazine articles' },
  newsletter: { one: 'Newsletter', many: 'Newsletters' },
  'fact-sheet': { one: 'Fact sheet', many: 'Fact sheets' },
  questionnaire: { one: 'Questionnaire', many: 'Questionnaires' },
  'talking-points': { one: 'Talking points', many: 'Talking points' },
  toolkit: { one: 'Toolkit', many: 'Toolkits' },
  book: { one: 'Book', many: 'Books' },
  thesis: { one: 'Thesis', many: 'Theses' },
  'program-profile': { one: 'Published program profile', many: 'Published program profiles' },
};

export const meetingKindLabels: Record<MeetingKind, string> = {
  'national-meeting': 'National meeting',
  'inaugural-meeting': 'Inaugural meeting',
  'interim-meeting': 'Interim national meeting',
  'regional-workshop': 'Regional workshop',
  'conference-session': 'Conference session',
  'peer-exchange': 'Peer-to-peer exchange',
  academy: 'Academy',
};

export const expertKindLabels: Record<ExpertKind, string> = {
  'subject-matter-expert': 'Subject matter expert',
  'senior-advisor': 'Senior advisor',
  'project-director': 'Project director',
};

export const assistanceKindLabels = {
  targeted: 'Targeted technical assistance',
  'peer-exchange': 'Peer-to-peer exchange',
} as const;

export const modeLabels = { telephone: 'By telephone', 'on-site': 'On site', virtual: 'Online' } as const;

/** What an entry of each collection is called, and where its collection is listed. */
export const collectionLabels: Record<CollectionName, { one: string; many: string; href: string }> = {
  'ta-types': { one: 'Technical assistance', many: 'Kinds of technical assistance', href: '/technical-assistance/' },
  experts: { one: 'Expert or advisor', many: 'Experts and advisors', href: '/experts/' },
  'program-profiles': { one: 'Program profile', many: 'Program profiles', href: '/program-profiles/' },
  'research-spotlights': { one: 'Research spotlight', many: 'Research spotlights', href: '/research-spotlights/' },
  resources: { one: 'Publication', many: 'Publications', href: '/library/' },
  webinars: { one: 'Webinar', many: 'Webinars', href: '/webinars/' },
  meetings: { one: 'Meeting', many: 'Meetings', href: '/meetings/' },
  podcasts: { one: 'Podcast', many: 'Podcasts', href: '/podcasts/' },
  assistance: { one: 'Past assistance', many: 'Past assistance', href: '/technical-assistance/past/' },
  topics: { one: 'Topic', many: 'Topics', href: '/topics/' },
  pages: { one: 'Page', many: 'Pages', href: '/' },
};
