/** A page of prose: about, how requests are handled, privacy, accessibility. */
import { z } from 'zod';
import { asPage, defineKind, webPage } from './kind.ts';
import { entrySchema, source } from './fields.ts';

const schema = entrySchema({
  sources: z.array(source).default([]).describe('Where its facts were read, if it states any'),
});

export const pages = defineKind({
  schema,
  one: 'Page',
  many: 'Pages',
  href: '/',
  isEvidence: false,
  sort: () => ({ id: 'pages', label: 'Page' }),
  line: () => [],
  date: () => undefined,
  facts: () => [],
  sections: () => [],
  search: () => ({ names: [] }),
  work: asPage('Page'),
  things: (data, around) => [webPage(data, around)],
});
