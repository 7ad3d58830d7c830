/** The build, index included: today's content, 1,000 and 10,000 entries, and a change of one entry. */
import { appendFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/pages.ts';
import { scratchSite, type ScratchSite } from '../support/scratch-site.ts';
import { generateSite } from './generate.ts';
import type { Row } from './measure.ts';
import { costOf } from './process.ts';

export const name = 'build';

/** Entries of the program's own. */
const own = globSync('content/*/*.mdx', { cwd: root }).length;

const build = async (
  site: ScratchSite,
  label: string,
): Promise<{ seconds: number; megabytes: number; pages: number }> => {
  const { seconds, megabytes, status, output } = await costOf(site.folder, 'npm', 'run', '--silent', 'build');
  if (status !== 0) throw new Error(`The build of ${label} failed:\n${output.slice(-3000)}`);
  return { seconds, megabytes, pages: globSync('dist/**/*.html', { cwd: site.folder }).length };
};

const sizes: { label: string; make: () => ScratchSite; seconds?: number; megabytes?: number }[] = [
  { label: 'today’s content', make: () => scratchSite({ content: true }) },
  { label: '1,000 entries', make: () => generateSite(1000 - own), seconds: 5 },
  { label: '10,000 entries', make: () => generateSite(10_000 - own), seconds: 40, megabytes: 2048 },
];

export const run = async (): Promise<Row[]> => {
  const rows: Row[] = [];
  const made: ScratchSite[] = [];
  try {
    for (const { label, make, ...budget } of sizes) {
      const site = make();
      made.push(site);
      const cold = await build(site, label);
      rows.push(
        {
          measure: `build, ${label}`,
          value: Number(cold.seconds.toFixed(1)),
          unit: 's',
          ...(budget.seconds && { budget: budget.seconds }),
        },
        {
          measure: `build, ${label}, peak memory`,
          value: cold.megabytes,
          unit: 'MB',
          ...(budget.megabytes && { budget: budget.megabytes }),
        },
        { measure: `build, ${label}, pages`, value: cold.pages, unit: 'pages' },
      );
      const changed = globSync('content/program-profiles/boston-*.mdx', { cwd: site.folder })[0];
      if (!changed) throw new Error('No entry to change.');
      appendFileSync(join(site.folder, changed), '\nA sentence that was not there before.\n');
      const again = await build(site, `${label}, one entry changed`);
      rows.push({
        measure: `rebuild after a change of one entry, ${label}`,
        value: Number(again.seconds.toFixed(1)),
        unit: 's',
      });
    }
  } finally {
    // At the end: for minutes after many files were deleted, ext4 is slow to make new ones.
    for (const site of made) site.remove();
  }
  return rows;
};
