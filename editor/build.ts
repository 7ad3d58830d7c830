/**
 * `npm run build:editor`: puts the editor into editor/dist/, a site of its own. Sveltia CMS comes out of its package as
 * it is; the questions are made from the schemas. The public site holds none of it.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { site } from '../src/site.ts';
import { editorConfig, repositoryIn } from './config.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** @param repository “owner/name” on GitHub. */
export const buildEditor = async (repository: string): Promise<void> => {
  const dist = join(here, 'dist');
  const sveltia = dirname(fileURLToPath(import.meta.resolve('@sveltia/cms')));
  rmSync(dist, { recursive: true, force: true });
  // Without maps: 15 MB that only its makers read.
  cpSync(sveltia, join(dist, 'cms'), { recursive: true, filter: (file) => !file.endsWith('.map') });
  cpSync(join(sveltia, '../LICENSE.txt'), join(dist, 'cms/LICENSE.txt'));
  for (const name of readdirSync(join(here, 'public'))) {
    const text = readFileSync(join(here, 'public', name), 'utf8');
    writeFileSync(join(dist, name), text.replaceAll('{{address}}', site.address).replaceAll('{{name}}', site.name));
  }
  writeFileSync(join(dist, 'config.json'), JSON.stringify(editorConfig(repository)));
  await build({
    entryPoints: [join(here, 'start.ts')],
    outdir: dist,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    logLevel: 'warning',
    plugins: [
      {
        name: 'sveltia-beside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^@sveltia\/cms$/ }, () => ({ path: './cms/index.js', external: true })),
      },
    ],
  });
};

if (import.meta.main) {
  const repository = repositoryIn(site.repository);
  if (repository) await buildEditor(repository);
  else {
    console.error(
      `The editor needs to know its repository on GitHub; REPOSITORY_URL is ${site.repository ? `“${site.repository}”` : 'not set'}. Netlify sets it; elsewhere: REPOSITORY_URL=https://github.com/owner/name npm run build:editor. To edit the files of this machine: npm run editor.`,
    );
    process.exitCode = 1;
  }
}
