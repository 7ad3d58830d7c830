/** The search at 10,000 entries: the same measures as of today’s site, over a generated one. Takes minutes. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { generateSite } from './generate.ts';
import type { Row } from './measure.ts';
import { measureSize } from './search.ts';

const manyEntries = 10_000;

const buildMany = (): { dist: string; remove: () => void } => {
  const site = generateSite(manyEntries);
  // What it prints names every entry.
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: site.folder, stdio: 'ignore' });
  if (status !== 0) {
    site.remove();
    throw new Error(`The site with ${manyEntries} entries does not build.`);
  }
  return { dist: join(site.folder, 'dist'), remove: site.remove };
};

export const name = 'search-many';

export const run = async (): Promise<Row[]> => {
  const many = buildMany();
  try {
    return await measureSize({
      name: '10,000 entries',
      dist: many.dist,
      budget: { bytes: 200, warm: 50, slow: 2000 },
    });
  } finally {
    many.remove();
  }
};
