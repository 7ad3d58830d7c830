/** What the function knows of the site: made by `npm run build`, bundled with it. */
import { fieldsOf, requestSchema, type Field, type RequestSchema } from '../../src/schemas/request.ts';
import type { Directory } from '../../src/lib/suggest.ts';
import generated from '../generated/site.json' with { type: 'json' };
import type { CutPage } from './page.ts';

export interface Site {
  directory: Directory;
  schema: RequestSchema;
  fields: Field[];
  form: CutPage;
  received: CutPage;
}

const { directory, form, received } = generated as unknown as Pick<Site, 'directory' | 'form' | 'received'>;
const schema = requestSchema(directory.vocabulary);

export const site: Site = { directory, schema, fields: fieldsOf(schema), form, received };
