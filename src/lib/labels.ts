/**
 * The closed lists of the site and the words that readers see for them, each list once: the schemas take the names from
 * here, pages and files take the words. Inside, only the names are compared.
 */
import type { Level } from './evidence.ts';

/** The names of a list, in its order. */
export const keysOf = <Key extends string>(words: Record<Key, unknown>): readonly [Key, ...Key[]] =>
  Object.keys(words) as [Key, ...Key[]];

/** The judgment of an outcome, not the direction of the number: nulls and adverse results count like the others. */
export const directionLabels = {
  better: 'Better',
  none: 'No change found',
  worse: 'Worse',
  mixed: 'Mixed',
  'not-tested': 'Not tested',
} as const satisfies Record<string, string>;
export type Direction = keyof typeof directionLabels;

/**
 * How something was studied, in the order of the Maryland Scientific Methods Scale (Sherman and others, Preventing Crime,
 * National Institute of Justice, 1998), level 5 first; 0 where no source tells it.
 * `short` stands beside bars.
 */
export const designLabels = {
  'randomized-trial': { label: 'Randomized trial', short: 'Randomized trial', level: 5 },
  'matched-comparison': { label: 'Matched or controlled comparison group', short: 'Matched comparison', level: 4 },
  'comparison-group': { label: 'Comparison group', short: 'Comparison group', level: 3 },
  'before-after': { label: 'Before and after, no comparison group', short: 'Before and after', level: 2 },
  descriptive: { label: 'Description, survey or process study', short: 'Description only', level: 1 },
  'not-reported': { label: 'Design not reported', short: 'Design not reported', level: 0 },
} as const satisfies Record<string, { label: string; short: string; level: Level }>;
export type DesignKind = keyof typeof designLabels;

/** What there is of a webinar or podcast to see, hear and read. */
export const materialLabels = {
  recording: 'Recording',
  audio: 'Audio',
  slides: 'Slides',
  handouts: 'Handouts',
  transcript: 'Transcript',
} as const satisfies Record<string, string>;
export type Material = keyof typeof materialLabels;

/** Why a profile has no study. */
export const noResultLabels = {
  'no-public-result': 'No public result',
  'plan-only': 'Plan only',
} as const satisfies Record<string, string>;
export type NoResult = keyof typeof noResultLabels;

/** What police tried. One word for one thing: the rows of the map of what is known. */
export const tacticLabels = {
  'hot-spot-patrol': 'Hot spot patrol',
  'foot-patrol': 'Foot patrol',
  'problem-solving': 'Problem solving',
  'place-management': 'Place management',
  'community-engagement': 'Community engagement',
  'focused-deterrence': 'Focused deterrence',
  'offender-focus': 'Focus on repeat offenders',
  'body-worn-cameras': 'Body-worn cameras',
  'cameras-and-sensors': 'Cameras and sensors',
  'crime-center': 'Real-time crime center',
  forecasting: 'Crime forecasting',
  'crime-analysis': 'Crime analysis',
  investigation: 'Investigation',
  'crisis-response': 'Crisis response',
  'treatment-and-services': 'Treatment and services',
  training: 'Training',
} as const satisfies Record<string, string>;
export type Tactic = keyof typeof tacticLabels;

/** What it was meant to change: the columns of the map of what is known. */
export const aimLabels = {
  'gun-violence': 'Gun violence',
  violence: 'Violence',
  'property-crime': 'Property crime',
  'all-crime': 'All crime',
  'calls-and-disorder': 'Calls and disorder',
  drugs: 'Drugs',
  reoffending: 'Reoffending',
  'cases-cleared': 'Cases cleared',
  'force-and-complaints': 'Force and complaints',
  trust: 'Trust in police',
  fear: 'Fear of crime',
  'care-and-health': 'Care and health',
  'police-practice': 'Police practice',
} as const satisfies Record<string, string>;
export type Aim = keyof typeof aimLabels;

/** Where it was tried. */
export const settingLabels = {
  'streets-and-corners': 'Streets and corners',
  corridors: 'Corridors',
  'stores-and-gas-stations': 'Stores and gas stations',
  'apartments-and-housing': 'Apartments and housing',
  'downtown-and-nightlife': 'Downtown and nightlife',
  'schools-and-campuses': 'Schools and campuses',
  'parks-and-transit': 'Parks and transit',
  neighborhoods: 'Neighborhoods',
  'whole-city': 'Whole city',
  'county-or-rural': 'County or rural area',
  'several-agencies': 'Several agencies',
  'inside-the-agency': 'Inside the agency',
} as const satisfies Record<string, string>;
export type Setting = keyof typeof settingLabels;

/** What kind of outside evidence: its own strength, told apart from SPI’s studies. */
export const beyondKindLabels = {
  'systematic-review': 'Systematic review',
  'practice-rating': 'Rating of a practice',
  'program-rating': 'Rating of a program',
  'national-academies': 'National Academies report',
  guide: 'Guide',
  checklist: 'Checklist',
  'single-study': 'Single study',
} as const satisfies Record<string, string>;

export const resourceKindLabels = {
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
} as const satisfies Record<string, { one: string; many: string }>;
export type ResourceKind = keyof typeof resourceKindLabels;

export const meetingKindLabels = {
  'national-meeting': 'National meeting',
  'inaugural-meeting': 'Inaugural meeting',
  'interim-meeting': 'Interim national meeting',
  'regional-workshop': 'Regional workshop',
  'conference-session': 'Conference session',
  'peer-exchange': 'Peer-to-peer exchange',
  academy: 'Academy',
} as const satisfies Record<string, string>;

/** What the sources call the person. Not everyone who led or advised the assistance was an expert matched with sites. */
export const expertKindLabels = {
  'subject-matter-expert': 'Subject matter expert',
  'senior-advisor': 'Senior advisor',
  'project-director': 'Project director',
} as const satisfies Record<string, string>;

export const assistanceKindLabels = {
  targeted: 'Targeted technical assistance',
  'peer-exchange': 'Peer-to-peer exchange',
} as const;

/** Where readers look: the line of kinds above the results of a search, in this order, and parts of a topic’s page. */
export const shelfLabels = {
  projects: 'Projects',
  topics: 'Topics',
  library: 'Library',
  events: 'Events',
  people: 'People',
  assistance: 'Assistance',
} as const;
export type Shelf = keyof typeof shelfLabels;

export const modeLabels = { telephone: 'By telephone', 'on-site': 'On site', virtual: 'Online' } as const;

/** Said of an entry that was taken back, wherever its name stands. */
export const withdrawnLabel = 'Withdrawn';
