/** content/synonyms.yaml, read and checked. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Synonyms } from '../lib/search/catalog.ts';
import { facetNames } from '../lib/search/facets.ts';

const phrases = z.array(z.string().trim().min(1));

const schema = z.strictObject({
  same: z.array(phrases.min(2)),
  facets: z.partialRecord(z.enum(facetNames), z.record(z.string(), phrases)),
  pages: z.record(
    z.string().regex(/^\/.*\/$/, { error: 'write the address of a page of this site, such as /experts/' }),
    phrases,
  ),
});

/** None where the file is missing. Throws, with the place of the fault in words, where it does not fit. */
export const readSynonyms = async (file: URL): Promise<Synonyms> => {
  if (!existsSync(file)) return { same: [], facets: {}, pages: {} };
  const result = schema.safeParse(parse(await readFile(file, 'utf8')));
  if (!result.success) throw new Error(`content/synonyms.yaml:\n${z.prettifyError(result.error)}`);
  return result.data as Synonyms;
};
