/** Works that break careless emitters: no year, no author, particles, suffixes, organizations, every odd character. */
import type { CslItem, CslName } from '../../src/lib/citation/csl.ts';

const person = (family: string, given: string, suffix?: string): CslName => ({
  family,
  given,
  ...(suffix ? { suffix } : {}),
});
const many = (count: number): CslName[] =>
  Array.from({ length: count }, (_, index) => person(`Family${String.fromCharCode(65 + index)}`, 'Given H.'));

// One work a row.
// prettier-ignore
const works: Omit<CslItem, 'id'>[] = [
  { type: 'report', title: 'No author, no year' },
  { type: 'report', title: 'No year', author: [{ literal: 'CNA' }] },
  { type: 'report', title: 'No author', issued: { 'date-parts': [[2012]] }, publisher: 'CNA', genre: 'Guide' },
  { type: 'report', title: 'A number and no author', issued: { 'date-parts': [[2012]] }, publisher: 'X Inc.', number: 'NCJ 123' },
  { type: 'report', title: 'Accents: Ñandú, Łódź, Øre, Zoë', author: [person('Nuño', 'Lidia'), person('Łęcki', 'Åsa')], issued: { 'date-parts': [[2015]] }, publisher: 'Universität Zürich' },
  { type: 'report', title: 'Suffixes', author: [person('Coldren', 'James R. “Chip”', 'Jr.'), person('King', 'Robert', 'III')], issued: { 'date-parts': [[2013]] }, publisher: 'CNA', URL: 'https://example.org/a_b?x=1&y=%7E#z' },
  { type: 'article-journal', title: 'Particles', author: [person('van Dijk', 'Jean-Pierre'), person('de la Cruz', 'M. A.'), person('D’Angelo', 'Mary-Ann B.')], issued: { 'date-parts': [[2013]] }, 'container-title': 'Crime & Delinquency', volume: '12', issue: '3', page: '287–304', DOI: '10.1177/0011_00(13)49<7>044' },
  { type: 'article-journal', title: 'Only an issue', issued: { 'date-parts': [[2013]] }, 'container-title': 'Police Quarterly', issue: '4', page: '102129' },
  ...['100–104', '101–108', '107–127', '1002–1098', '1132–1152', '596–601', '21–28', 'e12', '3–10', '1298–1304'].map((page) => ({ type: 'article-journal' as const, title: `Pages ${page}`, 'container-title': 'Journal', volume: '3', page })),
  { type: 'article-journal', title: 'Pages alone', 'container-title': 'Journal', page: '950–974' },
  { type: 'article-journal', title: 'No journal', author: [person('White', 'M.D.')], issued: { 'date-parts': [[2012]] }, URL: 'https://example.org/' },
  { type: 'report', title: 'An organization alone', author: [{ literal: 'Bureau of Justice Assistance' }], issued: { 'date-parts': [[2010]] }, publisher: 'Bureau of Justice Assistance' },
  { type: 'report', title: 'Organizations with odd names', author: [{ literal: 'A and B and C' }, { literal: 'Smith & Sons {Ltd}' }, person('Braga', 'Anthony A.')], issued: { 'date-parts': [[2010]] }, publisher: 'X and Y' },
  { type: 'report', title: 'Quotes “inside” and it’s', author: many(2), issued: { 'date-parts': [[2010]] }, publisher: 'CNA' },
  { type: 'report', title: 'Ends with “a quotation”', author: many(1), issued: { 'date-parts': [[2010]] }, publisher: 'CNA' },
  { type: 'report', title: 'What works?', issued: { 'date-parts': [[2010]] }, publisher: 'CNA' },
  { type: 'report', title: 'Braces {SPI} & 50% of $5 #1 a_b ~ back\\slash', author: many(1), issued: { 'date-parts': [[2010]] }, publisher: 'R&D' },
  { type: 'report', title: 'Trial of one { brace', author: many(1), publisher: 'CNA' },
  { type: 'report', title: 'Closed } before { opened', author: [{ literal: 'A } B' }], publisher: 'C { D' },
  { type: 'report', title: 'A caret: x^2', author: many(1), publisher: 'CNA' },
  { type: 'report', title: 'Ten authors', author: many(10), issued: { 'date-parts': [[2010]] }, publisher: 'CNA' },
  { type: 'report', title: 'Eleven authors', author: many(11), issued: { 'date-parts': [[2010]] }, publisher: 'CNA' },
  { type: 'report', title: 'Twenty-two authors', author: many(22), issued: { 'date-parts': [[2010]] }, publisher: 'CNA' },
  { type: 'book', title: 'A book', author: [person('White', 'Mary Ann')], publisher: 'Routledge' },
  { type: 'book', title: 'A book that asks?', issued: { 'date-parts': [[2010]] } },
  { type: 'thesis', title: 'A thesis', author: [person('White', 'Mary Ann')], publisher: 'Arizona State University', genre: 'Thesis', issued: { 'date-parts': [[2012]] } },
  { type: 'thesis', title: 'A thesis of nobody', publisher: 'UNLV', genre: 'Thesis' },
  { type: 'thesis', title: 'A thesis online', publisher: 'UNLV', genre: 'Thesis', issued: { 'date-parts': [[2012]] }, URL: 'https://example.org/thesis' },
  { type: 'report', title: 'Undated, and seen on a day', publisher: 'CNA', genre: 'Fact sheet', accessed: { 'date-parts': [[2026, 11, 3]] }, URL: 'https://example.org/undated' },
  { type: 'article-journal', title: 'Undated, in a magazine', author: [person('Saizow', 'Hildy')], 'container-title': 'Police Chief', accessed: { 'date-parts': [[2026, 11, 3]] }, URL: 'https://example.org/undated' },
  { type: 'webpage', title: 'Boston, Massachusetts (2009)', author: [{ literal: 'Smart Policing assistance' }], issued: { 'date-parts': [[2026, 11, 3]] }, genre: 'Program profile', URL: 'https://example.org/a/' },
  { type: 'webpage', title: 'Known by its month', author: [{ literal: 'Smart Policing assistance' }], issued: { 'date-parts': [[2026, 11]] }, genre: 'Webinar', URL: 'https://example.org/b/' },
];

export const hardWorks: CslItem[] = works.map((work, index) => ({ id: `hard-${index}`, ...work }));
