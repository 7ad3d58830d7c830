/** A subject matter expert (SME), or a leader of the assistance. Professional facts only: no private address, email or telephone. */
import { elsewhere, fact, whereGiven } from '../lib/facts.ts';
import { rowFact } from '../lib/rows.ts';
import { organization, thing } from '../lib/structured-data.ts';
import { listed } from '../lib/text.ts';
import { defineKind, pageFacts } from './kind.ts';
import { expertKindLabels } from '../lib/labels.ts';
import { entrySchema, listOf, oneOf, text, year } from './fields.ts';

const schema = entrySchema({
  name: text(120).describe('Name as the program prints it'),
  familyName: text(80).describe('Family name, for sorting'),
  kind: oneOf(expertKindLabels).default('subject-matter-expert').describe('What the sources call the person'),
  credentials: text(240).optional().describe('Degrees and courses that the source names'),
  position: text(300).describe('Position at the time that “asOf” names'),
  affiliation: text(200).optional().describe('Agency, university or company at that time'),
  expertise: listOf(text(120)).describe('Fields of expertise that a source names, a few words each'),
  likelyExpertise: listOf(text(120)).describe(
    'Fields inferred from what the person wrote or did; marked as inferred wherever they show',
  ),
  ask: listOf(text(160)).describe('What one may ask this person, one line each'),
  asOf: year.describe('The year that the source describes: people move on'),
});

/** “Hildy Saizow” of “Hildy (Hildegard) Saizow”: each given name with the family name, and with the first of two. */
const shortNames = (name: string, familyName: string): string[] => {
  const given = name
    .slice(0, name.indexOf(familyName))
    .replace(/[‘’“”"']/g, '')
    .split(' ')
    .filter((part) => part.length > 2);
  const [first = familyName] = familyName.split('-');
  return [...new Set(given)].flatMap((part) => [...new Set([familyName, first])].map((family) => `${part} ${family}`));
};

export const experts = defineKind({
  schema,
  one: 'Expert or advisor',
  many: 'Experts and advisors',
  href: '/experts/',
  list: {
    title: 'Experts and advisors',
    summary: 'Subject matter experts of the program, and the director and the senior advisor of its assistance.',
  },
  tagline: 'The program’s experts, and those who led and advised its assistance',
  shelf: 'people',
  isEvidence: false,
  sort: ({ kind }) => ({ id: kind, label: expertKindLabels[kind] }),
  line: ({ affiliation }) => (affiliation ? [affiliation] : []),
  date: () => undefined,
  facts: ({ kind, position, affiliation, credentials, expertise, likelyExpertise, ask, asOf }) => [
    elsewhere('Kind', expertKindLabels[kind]),
    elsewhere('As of', asOf),
    fact('Position', position),
    ...whereGiven('Affiliation', affiliation),
    ...whereGiven('Credentials', credentials),
    ...whereGiven('Expertise', expertise.length + likelyExpertise.length > 0 ? expertise : ['Ask CNA']),
    ...whereGiven('Likely expertise, from work or writing', likelyExpertise),
    ...whereGiven('What to ask', ask),
  ],
  sections: () => [],
  row: ({ expertise, likelyExpertise }) => [
    ...rowFact(listed(expertise)),
    ...rowFact(listed(likelyExpertise), { lead: 'Likely, inferred from their work:' }),
    ...(expertise.length + likelyExpertise.length === 0
      ? rowFact('No field is named: ask what this person can do')
      : []),
  ],
  search: ({ name, familyName, affiliation, expertise, likelyExpertise }) => ({
    names: [name, affiliation, ...expertise, ...likelyExpertise],
    aka: [...shortNames(name, familyName), familyName],
  }),
  things: ({ name, position, affiliation, expertise, reviewed }, around) => [
    thing('ProfilePage', {
      ...pageFacts(around),
      dateModified: reviewed,
      mainEntity: thing('Person', {
        name,
        jobTitle: position,
        affiliation: organization(affiliation),
        knowsAbout: expertise,
      }),
    }),
  ],
});
