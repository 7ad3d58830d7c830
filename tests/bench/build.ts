/**
 * The build, index included: today's content; then 1,000 and 10,000 entries beside other generators with the same texts,
 * in one run. Ours makes citations, Markdown and data files beside every page; the others make the pages alone.
 */
import { appendFileSync, globSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/pages.ts';
import { scratchSite, type ScratchSite } from '../support/scratch-site.ts';
import { generateSite } from './generate.ts';
import type { Row } from './measure.ts';
import { commandOf, eleventy, fill, hugo, installed, starlight, type Generator, type Text } from './others.ts';
import { costOf } from './process.ts';

export const name = 'build';

/** Entries of the program's own. */
const own = globSync('content/*/*.mdx', { cwd: root }).length;

interface Build {
  seconds: number;
  megabytes: number;
  files: number;
}

const filesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

/** One build by each of the commands in turn. Throws where one fails. */
const build = async (folder: string, out: string, commands: readonly (readonly string[])[]): Promise<Build> => {
  let seconds = 0;
  let megabytes = 0;
  for (const command of commands) {
    const cost = await costOf(folder, ...commandOf(command));
    if (cost.status !== 0) throw new Error(`${command.join(' ')} failed in ${folder}:\n${cost.output.slice(-3000)}`);
    seconds += cost.seconds;
    megabytes = Math.max(megabytes, cost.megabytes);
  }
  return { seconds, megabytes, files: filesIn(join(folder, out)) };
};

const ours = (site: ScratchSite): Promise<Build> => build(site.folder, 'dist', [['npm', 'run', '--silent', 'build']]);

/** Title, summary and paragraphs of every entry, without what only our components understand. */
const textsOf = (site: ScratchSite): Text[] =>
  globSync('content/*/*.mdx', { cwd: site.folder, exclude: ['content/templates/**'] }).map((file) => {
    const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(site.read(file)) ?? [];
    const { title, summary } = parse(yaml, { schema: 'core' }) as Record<string, unknown>;
    const paragraphs = body.split(/\n{2,}/).filter((part) => !/[<{}[\]|]|^import /.test(part));
    return {
      path: join(basename(dirname(file)), basename(file, '.mdx')),
      title: String(title),
      description: String(summary ?? ''),
      body: [String(summary ?? ''), ...paragraphs].join('\n\n'),
    };
  });

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const rowsOf = (what: string, { seconds, megabytes, files }: Build): Row[] => [
  { measure: `build, ${what}`, value: round(seconds, 1), unit: 's' },
  { measure: `build, ${what}, peak memory`, value: megabytes, unit: 'MB' },
  { measure: `build, ${what}, files`, value: files, unit: 'files' },
];

const changedOnce = async (site: ScratchSite, label: string): Promise<Row> => {
  const changed = globSync('content/program-profiles/boston-*.mdx', { cwd: site.folder })[0];
  if (!changed) throw new Error('No entry to change.');
  appendFileSync(join(site.folder, changed), '\nA sentence that was not there before.\n');
  const { seconds } = await ours(site);
  return { measure: `rebuild after a change of one entry, ${label}`, value: round(seconds, 1), unit: 's' };
};

/** Undefined, with a word why, where the generator cannot be had here. */
const buildOther = async (generator: Generator, texts: readonly Text[]): Promise<Build | undefined> => {
  const place = installed(generator);
  if ('missing' in place) {
    console.log(place.missing);
    return undefined;
  }
  fill(place.folder, generator, texts);
  return build(place.folder, generator.out, generator.commands);
};

interface Size {
  label: string;
  make: () => ScratchSite;
  /** Most that ours may take of what Starlight takes. */
  share?: { seconds: number; megabytes?: number };
  /** Builds of ours and of Starlight, by turns: a short one takes a third more when the disk is busy. The median counts. */
  rounds?: number;
}

const sizes: Size[] = [
  { label: 'today’s content', make: () => scratchSite({ content: true }) },
  { label: '1,000 entries', make: () => generateSite(1000 - own), share: { seconds: 1 }, rounds: 3 },
  { label: '10,000 entries', make: () => generateSite(10_000 - own), share: { seconds: 0.8, megabytes: 0.5 } },
];

const median = (builds: readonly Build[]): Build | undefined =>
  builds.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(builds.length / 2)];

/** `make` gives a site that was never built, each time another. */
const measureSize = async ({ label, share, rounds = 1 }: Size, make: () => ScratchSite): Promise<Row[]> => {
  const site = make();
  const texts = textsOf(site);
  const mine = [await ours(site)];
  const rows = [await changedOnce(site, label)];
  const peers = share ? [await buildOther(starlight, texts)] : [];
  while (mine.length < rounds) {
    mine.push(await ours(make()));
    peers.push(await buildOther(starlight, texts));
  }
  const first = median(mine);
  if (first) rows.unshift(...rowsOf(label, first));
  const other = median(peers.filter((peer) => peer !== undefined));
  if (share && first && other)
    rows.push(
      ...rowsOf(`${label}, ${starlight.name}`, other),
      {
        measure: `build, ${label}, ours to Starlight’s`,
        value: round(first.seconds / other.seconds, 2),
        unit: '',
        budget: share.seconds,
      },
      {
        measure: `build, ${label}, peak memory, ours to Starlight’s`,
        value: round(first.megabytes / other.megabytes, 2),
        unit: '',
        ...(share.megabytes && { budget: share.megabytes }),
      },
    );
  for (const generator of share ? [eleventy, hugo] : []) {
    const built = await buildOther(generator, texts);
    if (built) rows.push(...rowsOf(`${label}, ${generator.name}`, built));
  }
  return rows;
};

export const run = async (): Promise<Row[]> => {
  const rows: Row[] = [];
  const made: ScratchSite[] = [];
  try {
    for (const size of sizes)
      rows.push(
        ...(await measureSize(size, () => {
          const site = size.make();
          made.push(site);
          return site;
        })),
      );
  } finally {
    // At the end: for minutes after many files were deleted, ext4 is slow to make new ones.
    for (const site of made) site.remove();
  }
  return rows;
};
