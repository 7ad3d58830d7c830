/**
 * The other site generators, for the measures alone: each lies in a folder of its own under .local/bench, installed the
 * first time, and writes the same texts as ours. What cannot be had here says so, and the measure goes on without it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../support/pages.ts';

/** A page of text, as every generator takes it. */
export interface Text {
  /** Below the folder of the content, without an ending: `webinars/spring-2014`. */
  path: string;
  title: string;
  description: string;
  /** Markdown. */
  body: string;
}

export interface Generator {
  name: string;
  packages: readonly string[];
  /** Files beside the texts. */
  files: Readonly<Record<string, string>>;
  /** Where the text lies, and how its head is written. */
  fileOf: (text: Text) => string;
  headOf?: (text: Text) => Record<string, unknown>;
  /** The folder of the content, emptied before it is filled. */
  content: string;
  /** Commands, each with its arguments; the first word may be a script of node_modules. */
  commands: readonly (readonly string[])[];
  out: string;
}

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${head}</title></head><body><main data-pagefind-body><h1>${head}</h1>${body}</main></body></html>`;

const astro = ['node_modules/astro/bin/astro.mjs', 'build'];

/** Entries are MDX on our side too. Its side bar does not name each of them: that would be a page of 10,000 links. */
export const starlight: Generator = {
  name: 'Starlight',
  packages: ['astro@7.3.5', '@astrojs/starlight@0.42.4'],
  files: {
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'https://smart-policing.example',
  integrations: [starlight({ title: 'Smart Policing', sidebar: [{ label: 'Home', link: '/' }] })],
});
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  },
  content: 'src/content/docs',
  fileOf: ({ path }) => `${path}.mdx`,
  commands: [astro],
  out: 'dist',
};

export const eleventy: Generator = {
  name: 'Eleventy with Pagefind',
  packages: ['@11ty/eleventy@3.1.8', 'pagefind@1.6.0'],
  files: {
    'eleventy.config.mjs': `export default () => ({ dir: { input: 'content', output: 'dist', includes: '../layouts' }, markdownTemplateEngine: false });\n`,
    'layouts/page.njk': page('{{ title }}', '{{ content | safe }}'),
    'content/content.json': '{ "layout": "page.njk" }',
  },
  content: 'content',
  fileOf: ({ path }) => `${path}.md`,
  commands: [
    ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    ['node_modules/pagefind/lib/runner/bin.cjs', '--site', 'dist', '--silent'],
  ],
  out: 'dist',
};

/** No search of its own. A program of the system (Debian: `apt-get install hugo`), not of a package. */
export const hugo: Generator = {
  name: 'Hugo, without a search',
  packages: [],
  files: {
    'hugo.toml':
      "baseURL = 'https://smart-policing.example'\ntitle = 'Smart Policing'\ndisableKinds = ['taxonomy', 'term']\n",
    'config.toml':
      "baseURL = 'https://smart-policing.example'\ntitle = 'Smart Policing'\ndisableKinds = ['taxonomy', 'term']\n",
    'layouts/_default/single.html': page('{{ .Title }}', '{{ .Content }}'),
    'layouts/_default/list.html': page('{{ .Title }}', '{{ range .Pages }}<p>{{ .Title }}</p>{{ end }}'),
  },
  content: 'content',
  fileOf: ({ path }) => `${path}.md`,
  commands: [['hugo', '--destination', 'dist', '--quiet']],
  out: 'dist',
};

/** The folder of a generator, installed; or why it cannot be had. */
export const installed = ({ name, packages, commands }: Generator): { folder: string } | { missing: string } => {
  const folder = join(root, '.local', 'bench', name.toLowerCase().replace(/\W+/g, '-'));
  const [[program = ''] = []] = commands;
  if (packages.length === 0)
    return spawnSync(program, ['version']).status === 0
      ? { folder }
      : { missing: `${name} is not measured: no “${program}” on this machine.` };
  if (existsSync(join(folder, program))) return { folder };
  console.log(`Installing ${packages.join(' and ')}, for the measure alone.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], { cwd: folder });
    return { folder };
  } catch (error) {
    return { missing: `${name} is not measured: it could not be installed (${String(error).slice(0, 200)}).` };
  }
};

/** Puts the texts, and nothing else, in place of those before; without the last build and its caches. */
export const fill = (folder: string, generator: Generator, texts: readonly Text[]): void => {
  const put = (path: string, contents: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  };
  for (const old of [generator.content, generator.out, '.astro', 'node_modules/.astro'])
    rmSync(join(folder, old), { recursive: true, force: true });
  for (const [path, contents] of Object.entries(generator.files)) put(path, contents);
  for (const text of texts) {
    const { title, description, body } = text;
    const head = Object.entries({ title, description }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    put(join(generator.content, generator.fileOf(text)), `---\n${head.join('\n')}\n---\n\n${body}\n`);
  }
};

/** A command as it is run: what is a script of a package, by this Node. */
export const commandOf = ([program = '', ...rest]: readonly string[]): [string, ...string[]] =>
  program.startsWith('node_modules/') ? [process.execPath, program, ...rest] : [program, ...rest];
