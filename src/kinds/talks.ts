/** What webinars and podcasts share: a day, who spoke, what there is to see, hear and read. */
import { dateInWords } from '../lib/dates.ts';
import { materialLabels, type Material } from '../lib/labels.ts';
import { rowFact, type RowFact } from '../lib/rows.ts';
import { dateEstimated, listOf, partialDate, person, type Person, transcriptFile } from './fields.ts';
import { type PeopleOf } from './kind.ts';

export const when = {
  date: partialDate.optional().describe('Day, month or year, as far as it is known'),
  dateEstimated,
};

export const speakers = listOf(person).describe('Who spoke: an expert by file name, or a named person');

export const transcript = transcriptFile
  .optional()
  .describe('WebVTT file in a folder of the entry’s name: ./my-entry/transcript.vtt');

interface Dated {
  date?: string | undefined;
}

/** The parts of a kind that are the same for both. */
export const talk = {
  shelf: 'events' as const,
  isEvidence: true,
  isAboutProjects: true as const,
  line: ({ date }: Dated) => (date ? [dateInWords(date)] : []),
  date: ({ date }: Dated) => date,
};

export const talkSearch = (people: readonly Person[], peopleOf: PeopleOf, materials: readonly Material[]) => ({
  names: peopleOf(people).map(({ name }) => name),
  materials,
});

/** `otherwise` stands where there is nothing to see, hear or read. */
export const talkRow = ({ date }: Dated, materials: readonly Material[], otherwise: readonly RowFact[]): RowFact[] => [
  ...rowFact(date ? dateInWords(date) : 'Date not known', { isDate: true }),
  ...(materials.length > 0 ? rowFact(materials.map((one) => materialLabels[one]).join(', ')) : otherwise),
];
