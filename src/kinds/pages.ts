/** A page of prose: about, how requests are handled, privacy, accessibility. */
import { defineKind, webPage } from './kind.ts';
import { entrySchema, listOf, source } from './fields.ts';

const schema = entrySchema({
  sources: listOf(source).describe('Where its facts were read, if it states any'),
});

export const pages = defineKind({
  schema,
  one: 'Page',
  many: 'Pages',
  href: '/',
  list: undefined,
  shelf: undefined,
  isEvidence: false,
  line: () => [],
  date: () => undefined,
  facts: () => [],
  sections: () => [],
  search: () => ({ names: [] }),
  things: (data, around) => [webPage(data, around)],
});
