/** How long `npm run check` takes: today, and with 10,000 entries made by copying the real ones under other names. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manyEntries = 10_000;
/** Collections that grow; topics and pages stay a few. */
const growing = ['program-profiles', 'research-spotlights', 'resources', 'webinars', 'meetings', 'assistance'];

/** Copies of real entries under new names and titles, until there are `count`; without a fault, as the real ones are. */
const grow = (folder: string, count: number): void => {
  const samples = growing.flatMap((collection) =>
    readdirSync(join(folder, 'content', collection))
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => ({ collection, name })),
  );
  for (let made = 0; made < count - samples.length; made += 1) {
    const { collection, name } = samples[made % samples.length] ?? { collection: '', name: '' };
    const text = readFileSync(join(folder, 'content', collection, name), 'utf8');
    const copy = text.replace(
      /^title: (["']?)(.{0,200}?)(["']?)$/m,
      (_, open: string, title: string, close: string) => `title: ${open}${title}, copy ${made}${close}`,
    );
    writeFileSync(join(folder, 'content', collection, name.replace('.mdx', `-copy-${made}.mdx`)), copy);
  }
};

/** Seconds of one run; throws where it finds a fault, since then it measures something else. */
const seconds = (folder: string): number => {
  const begin = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'src/checks/check.ts'), '--root', folder], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(`The content measured has faults:\n${stdout.slice(0, 2000)}`);
  return (performance.now() - begin) / 1000;
};

/** The middle of three runs. */
const middle = (folder: string): number =>
  Number(([seconds(folder), seconds(folder), seconds(folder)].sort((a, b) => a - b)[1] ?? 0).toFixed(2));

export const name = 'check';

export const run = async (): Promise<{ measure: string; value: number; unit: string; budget?: number }[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  try {
    for (const part of ['content', 'src', 'public']) cpSync(join(root, part), join(folder, part), { recursive: true });
    const today = middle(root);
    grow(folder, manyEntries);
    return [
      { measure: 'npm run check, today', value: today, unit: 's', budget: 3 },
      {
        measure: `npm run check, ${manyEntries.toLocaleString('en-US')} entries`,
        value: middle(folder),
        unit: 's',
        budget: 20,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
