/**
 * The search: bytes, requests and time to the first results, and what of the golden list is
 * found, beside Pagefind's own interface over the same index. Budgets are those of the design.
 */
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { builtCatalog, cardsFor } from '../search/built-catalog.ts';
import { golden } from '../search/golden.ts';
import { launchBrowser } from '../support/chromium.ts';
import { openLine, type Line } from './line.ts';
import type { Row } from './measure.ts';
import { stockPath, stockSearch } from './stock-search.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Every eleventh of the golden list: some of each kind. */
const queries = golden.filter((_, index) => index % 11 === 0).map(({ query }) => query);
/** Slow 4G as Lighthouse draws it. */
const slow = { latency: 150, bytesPerSecond: 1_600_000 / 8 };

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const kilobytes = (bytes: number): number => Math.round(bytes / 102.4) / 10;

/** One of the two interfaces: where it is, and how to ask it. */
interface Interface {
  name: string;
  path: string;
  input: string;
  /** Resolves, in the page, when the results for this text stand. */
  ask: (page: Page, text: string) => Promise<number>;
}

/** Types the whole text at once, as pasting does, and gives the milliseconds until the results stand. */
const own: Interface = {
  name: 'this site',
  path: '/search/',
  input: 'site-search input[name="q"]',
  ask: (page, text) =>
    page.evaluate(
      (words) =>
        new Promise<number>((resolve, reject) => {
          const element = document.querySelector<HTMLElement>('site-search');
          const input = element?.querySelector<HTMLInputElement>('input[name="q"]');
          if (!element || !input) return reject(new Error('no search here'));
          const begun = performance.now();
          const observer = new MutationObserver(() => {
            if (!['shown', 'counted', 'settled'].includes(element.dataset['state'] ?? '')) return;
            observer.disconnect();
            resolve(performance.now() - begun);
          });
          observer.observe(element, { attributes: true, attributeFilter: ['data-state'] });
          input.value = words;
          return input.dispatchEvent(new Event('input', { bubbles: true }));
        }),
      text,
    ),
};

const stock: Interface = {
  name: 'Pagefind’s stock interface',
  path: stockPath,
  input: '.pagefind-ui__search-input',
  ask: (page, text) =>
    page.evaluate(
      (words) =>
        new Promise<number>((resolve, reject) => {
          const ui = document.querySelector('#stock');
          const input = ui?.querySelector<HTMLInputElement>('.pagefind-ui__search-input');
          if (!ui || !input) return reject(new Error('no search here'));
          const begun = performance.now();
          const isThere = () => {
            const message = ui.querySelector('.pagefind-ui__message')?.textContent ?? '';
            return (
              message.includes(words) &&
              !message.startsWith('Searching') &&
              (message.startsWith('No results') || ui.querySelector('.pagefind-ui__result-link') !== null)
            );
          };
          const observer = new MutationObserver(() => {
            if (!isThere()) return;
            observer.disconnect();
            resolve(performance.now() - begun);
          });
          observer.observe(ui, { childList: true, subtree: true, characterData: true });
          input.value = words;
          return input.dispatchEvent(new Event('input', { bubbles: true }));
        }),
      text,
    ),
};

/** A search that says nothing for so long, in milliseconds, has failed. */
const patience = 30_000;

const ask = (ui: Interface, page: Page, text: string): Promise<number> =>
  Promise.race([
    ui.ask(page, text),
    wait(patience, undefined, { ref: false }).then(() => {
      throw new Error(`No results for “${text}” at ${page.url()} within ${patience / 1000} s.`);
    }),
  ]);

const withPage = async <Result>(browser: Browser, use: (page: Page) => Promise<Result>): Promise<Result> => {
  const context = await browser.newContext();
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
};

const open = async (page: Page, line: Line, { path, input }: Interface): Promise<void> => {
  await page.goto(line.address + path, { waitUntil: 'load' });
  await page.locator(input).waitFor();
};

interface Cold {
  bytes: number;
  requests: number;
}

/** An empty cache, the page opened, one query: all that went over the line until its results stood. */
const cold = async (browser: Browser, line: Line, ui: Interface): Promise<Cold[]> => {
  const runs: Cold[] = [];
  for (const query of queries)
    runs.push(
      await withPage(browser, async (page) => {
        line.reset();
        await open(page, line, ui);
        await page.locator(ui.input).focus();
        await ask(ui, page, query);
        return { bytes: line.sent.reduce((sum, { bytes }) => sum + bytes, 0), requests: line.sent.length };
      }),
    );
  return runs;
};

/** Every query once to fill the caches, then again, timed in the page. */
const warm = (browser: Browser, line: Line, ui: Interface): Promise<number[]> =>
  withPage(browser, async (page) => {
    await open(page, line, ui);
    const times: number[] = [];
    for (const isTimed of [false, true])
      for (const query of queries) {
        const time = await ask(ui, page, query);
        // What follows the results (counts, passages) is not the next query's to wait for.
        await page.waitForTimeout(150);
        if (isTimed) times.push(time);
      }
    return times;
  });

/** From the first key, on the slow line, with an open page and nothing of the search loaded by a key before. */
const throttled = async (browser: Browser, line: Line, ui: Interface): Promise<number[]> => {
  const times: number[] = [];
  for (const query of queries.slice(0, 4))
    times.push(
      await withPage(browser, async (page) => {
        await open(page, line, ui);
        await page.locator(ui.input).focus();
        return ask(ui, page, query);
      }),
    );
  return times;
};

interface Size {
  name: string;
  dist: string;
  budget: { bytes: number; warm: number; slow: number };
}

const measureIndex = ({ name, dist }: Size): Row[] => {
  const sizeOf = (folder: string) =>
    globSync('**/*', { cwd: join(dist, folder) }).reduce(
      (sum, file) => sum + statSync(join(dist, folder, file)).size,
      0,
    );
  return [
    { measure: `pages in the index, ${name}`, value: builtCatalog(dist).manifest.pages, unit: 'pages' },
    { measure: `catalog on disk, ${name}`, value: kilobytes(sizeOf('search/data')), unit: 'KB' },
    { measure: `passages on disk (Pagefind), ${name}`, value: kilobytes(sizeOf('pagefind')), unit: 'KB' },
  ];
};

/** Addresses of Pagefind's first three for each query. */
const pagefindAnswers = (page: Page): Promise<string[][]> =>
  page.evaluate(
    async (texts) => {
      const address = '/pagefind/pagefind.js';
      const pagefind = (await import(address)) as {
        search: (text: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
      };
      const answers: string[][] = [];
      for (const text of texts) {
        const { results } = await pagefind.search(text);
        const first = await Promise.all(results.slice(0, 3).map(({ data }) => data()));
        answers.push(first.map(({ url }) => url));
      }
      return answers;
    },
    golden.map(({ query }) => query),
  );

/** How much of the golden list each finds, among the first three and first of all. */
const measureHits = async (browser: Browser, { name, dist }: Size): Promise<Row[]> => {
  const line = await openLine({ folder: dist });
  try {
    const catalog = builtCatalog(dist);
    const ours: string[][] = [];
    for (const { query } of golden) ours.push((await cardsFor(catalog, query, 3)).map(({ u }) => u));
    const theirs = await withPage(browser, async (page) => {
      await page.goto(`${line.address}/search/`);
      return pagefindAnswers(page);
    });
    const rows = (answers: readonly string[][], of: string): Row[] => {
      const places = golden.map(({ oneOf }, index) => answers[index]?.findIndex((path) => oneOf.includes(path)) ?? -1);
      const percent = (test: (place: number) => boolean) =>
        Math.round((1000 * places.filter(test).length) / golden.length) / 10;
      return [
        {
          measure: `golden list, among the first three, ${name}, ${of}`,
          value: percent((place) => place >= 0),
          unit: '%',
        },
        { measure: `golden list, first of all, ${name}, ${of}`, value: percent((place) => place === 0), unit: '%' },
      ];
    };
    return [...rows(ours, own.name), ...rows(theirs, stock.name)];
  } finally {
    await line.stop();
  }
};

const measureInterface = async (
  browser: Browser,
  size: Size,
  extra: ReadonlyMap<string, Uint8Array>,
  ui: Interface,
): Promise<Row[]> => {
  const isOwn = ui === own;
  const fast = await openLine({ folder: size.dist, extra });
  const slowLine = await openLine({ folder: size.dist, extra, ...slow });
  try {
    const runs = await cold(browser, fast, ui);
    const times = await warm(browser, fast, ui);
    const slowTimes = await throttled(browser, slowLine, ui);
    const label = (what: string) => `${what}, ${size.name}, ${ui.name}`;
    return [
      {
        measure: label('page and search on the wire to first results, empty cache, median'),
        value: kilobytes(median(runs.map(({ bytes }) => bytes))),
        unit: 'KB',
      },
      {
        measure: label('the same, heaviest query'),
        value: kilobytes(Math.max(...runs.map(({ bytes }) => bytes))),
        unit: 'KB',
        ...(isOwn ? { budget: size.budget.bytes } : {}),
      },
      {
        measure: label('requests for that, median'),
        value: median(runs.map(({ requests }) => requests)),
        unit: 'requests',
      },
      {
        measure: label('key to results, warm, median'),
        value: Math.round(median(times) * 10) / 10,
        unit: 'ms',
        ...(isOwn ? { budget: size.budget.warm } : {}),
      },
      { measure: label('key to results, warm, slowest'), value: Math.round(Math.max(...times) * 10) / 10, unit: 'ms' },
      {
        measure: label('first key to results, 1.6 Mbit/s and 150 ms, slowest'),
        value: Math.round(Math.max(...slowTimes)),
        unit: 'ms',
        ...(isOwn ? { budget: size.budget.slow } : {}),
      },
    ];
  } finally {
    await fast.stop();
    await slowLine.stop();
  }
};

/** The rows of one built site. */
export const measureSize = async (size: Size): Promise<Row[]> => {
  const browser = await launchBrowser();
  try {
    const extra = await stockSearch(size.dist);
    return [
      ...measureIndex(size),
      ...(await measureHits(browser, size)),
      ...(await measureInterface(browser, size, extra, own)),
      ...(await measureInterface(browser, size, extra, stock)),
    ];
  } finally {
    await browser.close();
  }
};

export const name = 'search';

export const run = (): Promise<Row[]> =>
  measureSize({ name: 'today', dist: join(root, 'dist'), budget: { bytes: 120, warm: 50, slow: 2000 } });
