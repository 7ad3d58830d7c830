/** What the function knows of the site: made by `npm run build`, bundled with it. */
import { fieldsOf, requestSchema, type Field, type RequestSchema } from '../src/request/schema.ts';
import type { StyleHash } from '../src/lib/security-headers.ts';
import type { Directory } from '../src/lib/suggest.ts';
import generated from './generated/site.json' with { type: 'json' };
import type { CutPage } from './request/page.ts';

/** A page that the function fills in. */
export interface FilledPage {
  page: CutPage;
  /** Of the sheets inside it, for the policy that goes with it. */
  styles: StyleHash[];
}

export interface Site {
  /** Of the whole site, as src/site.ts has it. */
  name: string;
  directory: Directory;
  schema: RequestSchema;
  fields: Field[];
  form: FilledPage;
  received: FilledPage;
  /** Address to write to where the form cannot send; empty where there is none. */
  contact: string;
}

const { name, directory, form, received, contact } = generated as unknown as Omit<Site, 'schema' | 'fields'>;
const { vocabulary } = directory;

export const site: Site = {
  name,
  directory,
  schema: requestSchema(vocabulary),
  fields: fieldsOf(vocabulary),
  form,
  received,
  contact,
};
