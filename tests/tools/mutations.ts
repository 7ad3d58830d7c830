/**
 * `npm run mutations`, by hand: breaks a copy of the project in thirty-odd ways, one at a time, and says which gate
 * turned red. A breakage that none notices is a hole: exit code 1. About a minute each.
 */
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/pages.ts';
import { scratchSite, type ScratchSite } from '../support/scratch-site.ts';
import { mutations } from './mutation-list.ts';

const words = process.argv.slice(2);
const chosen = mutations.filter(
  ({ what, gate }) => words.length === 0 || words.some((word) => what.includes(word) || gate.includes(word)),
);

const copy = (): ScratchSite => {
  const site = scratchSite({ content: true });
  cpSync(join(root, 'tests'), join(site.folder, 'tests'), { recursive: true });
  return site;
};

const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
const test = (site: ScratchSite, ...gates: string[]) =>
  spawnSync(process.execPath, ['tests/run.ts', ...gates], {
    cwd: site.folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...environment, SKIP_BUILD: '1' },
  });

// A gate that is red before anything is broken notices nothing.
const whole = copy();
const gates = [...new Set(chosen.map(({ gate }) => gate))].filter((gate) => gate !== 'build');
const isGreen =
  whole.run('build').status === 0 &&
  gates.every((gate) => {
    const { status, stdout } = test(whole, gate);
    if (status !== 0)
      console.log(`${gate} is red in a copy of the project as it is:\n${stdout.split('failing tests:')[1] ?? stdout}`);
    return status === 0;
  });
whole.remove();
if (!isGreen) process.exit(1);

let unnoticed = 0;
for (const { what, file, find, put, gate } of chosen) {
  const site = copy();
  try {
    // Both schemes of fonts.css and the like: every place.
    let broken = site.read(file).replaceAll(find, put);
    if (gate === 'pages/shift') broken = broken.replaceAll('font-display: optional', 'font-display: swap');
    site.write(file, broken);
    const build = site.run('build');
    let caught = build.status === 0 ? '' : 'the build';
    if (build.status === 0 && gate !== 'build') {
      const run = test(site, gate);
      caught = run.status === 0 ? '' : (/✖ (.+?) \(\d/.exec(run.stdout.split('failing tests:')[1] ?? '')?.[1] ?? '');
    }
    if (!caught) unnoticed += 1;
    console.log(`${caught ? 'caught' : 'MISSED'}  ${what}  |  ${gate}  |  ${caught}`);
  } finally {
    site.remove();
  }
}
console.log(`\n${chosen.length - unnoticed} of ${chosen.length} breakages were noticed.`);
process.exitCode = unnoticed > 0 ? 1 : 0;
