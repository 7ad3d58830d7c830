/** The form in the browser: Sveltia CMS with the questions of config.json and our own way of writing entries. */
import CMS from '@sveltia/cms';
import { entryFormat } from './format.ts';
import type { editorConfig } from './config.ts';

const config = (await (await fetch('/config.json')).json()) as ReturnType<typeof editorConfig>;
for (const { format, fields } of config.collections) CMS.registerCustomFormat(format, 'mdx', entryFormat(fields));
await CMS.init({ config: config as unknown as NonNullable<Parameters<typeof CMS.init>[0]>['config'] });
