/**
 * The first paint on a weak line, beside a Starlight page of the same text and links: an empty cache, each page seven
 * times, the two by turns in one run, so that what else keeps the machine busy keeps both.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.ts';
import { dist } from '../support/pages.ts';
import { openLine, type Line } from './line.ts';
import type { Row } from './measure.ts';
import { commandOf, fill, installed, starlight, type Text } from './others.ts';

export const name = 'paint';

/** A telephone on slow 4G, as Lighthouse draws it. */
const slow = { latency: 150, bytesPerSecond: 1_600_000 / 8 };
const slowdown = 4;
const visits = 7;

const pages: Record<string, string> = {
  home: '/',
  'a profile': '/program-profiles/boston-massachusetts-2009/',
  'a topic': '/topics/gun-violence/',
  'the library': '/library/',
};

type Node = DefaultTreeAdapterTypes.ChildNode;

const blocks = new Set(['p', 'li', 'td', 'th', 'dt', 'dd', 'caption', 'figcaption', 'summary', 'label', 'legend']);
const isDrawn = (node: Node): boolean => !['script', 'style', 'svg', 'template', 'option'].includes(node.nodeName);
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes.filter(isDrawn) : []);

/** Text and links of what stands in a line. */
const inline = (node: Node): string => {
  if (defaultTreeAdapter.isTextNode(node)) return node.value.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
  const text = childrenOf(node).map(inline).join('');
  const href = 'attrs' in node && node.attrs.find((attribute) => attribute.name === 'href')?.value;
  return node.nodeName === 'a' && href && text.trim() ? `[${text.trim()}](${href})` : text;
};

const markdownOf = (node: Node): string[] => {
  const line = () => inline(node).trim();
  const [, level] = /^h([2-6])$/.exec(node.nodeName) ?? [];
  if (level) return [`${'#'.repeat(Number(level))} ${line()}`];
  const holdsBlocks = (child: Node): boolean => blocks.has(child.nodeName) || childrenOf(child).some(holdsBlocks);
  if (blocks.has(node.nodeName) && !childrenOf(node).some(holdsBlocks))
    return line() ? [`${node.nodeName === 'li' ? '- ' : ''}${line()}`] : [];
  if (defaultTreeAdapter.isTextNode(node)) return line() ? [line()] : [];
  return node.nodeName === 'h1' ? [] : childrenOf(node).flatMap(markdownOf);
};

/** What a built page says, for another generator to say it. */
const textOf = (path: string): Text => {
  const document = parse(readFileSync(join(dist, path, 'index.html'), 'utf8'));
  const find = (node: Node | typeof document, tag: string): Node | undefined =>
    ('childNodes' in node ? node.childNodes : []).reduce<Node | undefined>(
      (found, child) => found ?? (child.nodeName === tag ? child : find(child, tag)),
      undefined,
    );
  const main = find(document, 'main');
  const title = main && find(main, 'h1');
  if (!main || !title) throw new Error(`${path} has no text.`);
  return {
    path: path === '/' ? 'index' : path.replaceAll(/^\/|\/$/g, ''),
    title: childrenOf(title).map(inline).join('').trim(),
    description: '',
    body: markdownOf(main).join('\n\n'),
  };
};

interface Visit {
  /** Milliseconds from the start of the navigation to the first text or picture. */
  paint: number;
  shift: number;
}

const visit = async (browser: Browser, line: Line, path: string): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(line.address + path, { waitUntil: 'load' });
    return await page.evaluate(async () => {
      const entriesOf = (type: string) =>
        new Promise<PerformanceEntry[]>((resolve) => {
          const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
          observer.observe({ type, buffered: true });
          setTimeout(() => resolve([]), 2000);
        });
      const paints = await entriesOf('paint');
      const shifts = (await entriesOf('layout-shift')) as (PerformanceEntry & { value: number })[];
      const paint = paints.find((entry) => entry.name === 'first-contentful-paint')?.startTime;
      if (paint === undefined) throw new Error('Nothing was painted.');
      return { paint, shift: shifts.reduce((sum, { value }) => sum + value, 0) };
    });
  } finally {
    await context.close();
  }
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const run = async (): Promise<Row[]> => {
  const place = installed(starlight);
  if ('missing' in place) throw new Error(place.missing);
  fill(place.folder, starlight, Object.values(pages).map(textOf));
  for (const command of starlight.commands) {
    const [program, ...rest] = commandOf(command);
    execFileSync(program, rest, {
      cwd: place.folder,
      stdio: 'pipe',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
  }
  const browser = await launchBrowser();
  const lines = {
    ours: await openLine({ folder: dist, ...slow }),
    theirs: await openLine({ folder: join(place.folder, starlight.out), ...slow }),
  };
  try {
    const rows: Row[] = [];
    for (const [what, path] of Object.entries(pages)) {
      const seen: { ours: Visit[]; theirs: Visit[] } = { ours: [], theirs: [] };
      // The first visit fills the caches of the server, and is not counted.
      for (let count = 0; count <= visits; count += 1)
        for (const side of ['ours', 'theirs'] as const) {
          const seenNow = await visit(browser, lines[side], path);
          if (count > 0) seen[side].push(seenNow);
        }
      const [ours, theirs] = [seen.ours, seen.theirs].map((list) => median(list.map(({ paint }) => paint)));
      if (!ours || !theirs) throw new Error(`${what} was not painted.`);
      rows.push(
        { measure: `first paint, ${what}`, value: Math.round(ours), unit: 'ms' },
        { measure: `first paint, ${what}, Starlight page of the same text`, value: Math.round(theirs), unit: 'ms' },
        {
          measure: `first paint, ${what}, ours to Starlight’s`,
          value: Number((ours / theirs).toFixed(2)),
          unit: '',
          budget: 0.99,
        },
        {
          measure: `layout shift, ${what}, most of all`,
          value: Math.max(...seen.ours.map(({ shift }) => shift)),
          unit: '',
          budget: 0,
        },
      );
    }
    return rows;
  } finally {
    await browser.close();
    await lines.ours.stop();
    await lines.theirs.stop();
  }
};
