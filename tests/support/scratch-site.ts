/** A copy of the project in a folder of its own, with content of the test's making, to build and to break. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copied = ['src', 'public', 'netlify', 'astro.config.mjs', 'netlify.toml', 'package.json', 'tsconfig.json'];

/** What a scratch site says is no part of the report of the job that tests it. */
const { GITHUB_ACTIONS: _, GITHUB_STEP_SUMMARY: __, ...environment } = process.env;

export interface ScratchSite {
  folder: string;
  write: (path: string, contents: string) => void;
  writeBytes: (path: string, contents: Uint8Array) => void;
  read: (path: string) => string;
  /** Runs a command of package.json; the output holds both streams. */
  run: (script: string, ...args: string[]) => { status: number | null; output: string };
  remove: () => void;
}

/** With `content`, the project's own content comes along. */
export const scratchSite = ({ content = false } = {}): ScratchSite => {
  const folder = mkdtempSync(join(tmpdir(), 'scratch-site-'));
  for (const path of [...copied, ...(content ? ['content'] : [])])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  if (!content) {
    // Its addresses are no loss then, and lead nowhere; its synonyms name pages that are not there.
    for (const file of ['src/checks/published-addresses.txt', 'public/_redirects'])
      writeFileSync(join(folder, file), '');
    cpSync(join(root, 'content/templates'), join(folder, 'content/templates'), { recursive: true });
    writeFileSync(join(folder, 'content/synonyms.yaml'), 'same:\n  - [police, cops]\n');
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const write = (path: string, contents: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  };
  return {
    folder,
    write,
    writeBytes: write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    run: (script, ...args) => {
      const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: environment,
      });
      return { status, output: stdout + stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
