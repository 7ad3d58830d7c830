import { slugOf } from '../../lib/text.ts';

/** Our fields, and what else people call them, without spaces and signs. Where a word fits several, the first known is meant. */
const otherWords: Record<string, string> = {
  summary: 'abstract bio description excerpt intro',
  url: 'address href link site uri url webpage website',
  page: 'address href link site uri url webpage website',
  agency: 'agencyname department',
  materials: 'attachments documents files handouts slides',
  authors: 'author',
  problem: 'background',
  transcript: 'captions subtitles',
  topics: 'categories category keywords subject subjects tag tags',
  place: 'city',
  affiliation: 'company department institution organisation organization',
  organization: 'company organisation',
  location: 'coordinates location',
  city: 'city location venue',
  reviewed: 'dateofreview datereviewed lastreviewed lastupdated reviewdate reviewedon updated',
  description: 'description',
  endDate: 'end',
  given: 'first firstname forename name',
  objectives: 'goals learninggoals',
  title: 'heading headline',
  presenters: 'instructors moderators panelists speaker speakers',
  role: 'job jobtitle position title',
  position: 'job jobtitle position title',
  synonyms: 'keywords',
  family: 'last lastname surname',
  familyName: 'last lastname surname',
  caveats: 'note notes warning',
  publisher: 'organisation organization',
  date: 'published publicationdate',
  year: 'published publicationdate',
  sources: 'reference references',
  outcomes: 'results',
  guests: 'speaker speakers',
  startDate: 'start',
  name: 'title fullname person presenter speaker guest panelist moderator partner',
  audience: 'targetaudience',
  recording: 'video youtube',
};

/** The field that a name of one's own most likely means, of those that are known. */
export const meantBy = (name: string, known: readonly string[]): string | undefined => {
  const word = slugOf(name).replaceAll('-', '');
  return Object.keys(otherWords).find((field) => known.includes(field) && otherWords[field]?.split(' ').includes(word));
};
