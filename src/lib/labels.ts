/** The words that readers see for the short names of the schemas. */
import type { Level } from './evidence.ts';
import type { ExpertKind } from '../kinds/experts.ts';
import type { CollectionName } from '../kinds/fields.ts';
import type { MeetingKind } from '../kinds/meetings.ts';
import type { Aim, DesignKind, Direction, NoResult, Setting, Tactic } from '../kinds/program-profiles.ts';
import type { ResourceKind } from '../kinds/resources.ts';
import type { BeyondKind } from '../kinds/topics.ts';

/** The judgment of an outcome. The five words are those of the outcome mark. */
export const directionLabels: Record<Direction, string> = {
  better: 'Better',
  none: 'No change found',
  worse: 'Worse',
  mixed: 'Mixed',
  'not-tested': 'Not tested',
};

/** How something was studied, in words, with its level on the Maryland Scientific Methods Scale; 0 where it has none. */
export const designLabels: Record<DesignKind, { label: string; level: Level }> = {
  'randomized-trial': { label: 'Randomized trial', level: 5 },
  'matched-comparison': { label: 'Matched or controlled comparison group', level: 4 },
  'comparison-group': { label: 'Comparison group', level: 3 },
  'before-after': { label: 'Before and after, no comparison group', level: 2 },
  descriptive: { label: 'Description, survey or process study', level: 1 },
  'not-reported': { label: 'Design not reported', level: 0 },
};

export const noResultLabels: Record<NoResult, string> = {
  'no-public-result': 'No public result',
  'plan-only': 'Plan only',
};

export const tacticLabels: Record<Tactic, string> = {
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
};

export const aimLabels: Record<Aim, string> = {
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
};

export const settingLabels: Record<Setting, string> = {
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
};

export const beyondKindLabels: Record<BeyondKind, string> = {
  'systematic-review': 'Systematic review',
  'practice-rating': 'Rating of a practice',
  'program-rating': 'Rating of a program',
  'national-academies': 'National Academies report',
  guide: 'Guide',
  checklist: 'Checklist',
  'single-study': 'Single study',
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
