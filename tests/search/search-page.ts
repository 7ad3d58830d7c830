/** Handles on the search page, for its tests. */
import type { Page } from 'playwright-core';
import { evidenceOn } from '../../src/kinds/index.ts';

/** How far the page has come: results stand, filters are counted, passages are in. */
type Stage = 'idle' | 'shown' | 'counted' | 'settled' | 'failed';
const order: readonly Stage[] = ['shown', 'counted', 'settled'];

export const reached = async (page: Page, stage: Stage): Promise<void> => {
  const stages: readonly string[] = order.includes(stage) ? order.slice(order.indexOf(stage)) : [stage];
  await page.waitForFunction(
    (names) => names.includes(document.querySelector<HTMLElement>('site-search')?.dataset['state'] ?? ''),
    stages,
  );
};

/** Of the view with everything that the library holds. */
export const libraryKinds = evidenceOn('library')
  .map((kind) => `kind=${kind}`)
  .join('&');

export const field = (page: Page) => page.locator('site-search input[name="q"]');

export const searchFor = async (page: Page, text: string, stage: Stage = 'shown'): Promise<void> => {
  await field(page).fill(text);
  await reached(page, stage);
};

export const firstResults = (page: Page, count: number): Promise<string[]> =>
  page
    .locator('site-search .search-results a.name')
    .evaluateAll(
      (links, most) => links.slice(0, most).map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      count,
    );

export const summary = (page: Page) => page.locator('site-search [data-summary]');
export const note = (page: Page) => page.locator('site-search [data-note]');
export const liveRegion = (page: Page) => page.locator('site-search > [data-scripted] > [role="status"]');

export const openFacet = async (page: Page, name: string): Promise<void> => {
  const filters = page.locator('.search-filters');
  if (!(await filters.evaluate((element) => (element as HTMLDetailsElement).open)))
    await filters.locator('> summary').click();
  const facet = page.locator(`[data-facet="${name}"]`);
  await facet.waitFor();
  if (!(await facet.evaluate((element) => (element as HTMLDetailsElement).open)))
    await facet.locator('summary').click();
};

export const choose = async (page: Page, name: string, value: string): Promise<void> => {
  await openFacet(page, name);
  await page.locator(`input[name="${name}"][value="${value}"]`).check();
  await reached(page, 'counted');
};

interface Asking {
  underWay: number;
}

/** Before the page is opened: keeps count in it of what its scripts ask for and are not answered yet. */
export const countFetches = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const asking = Object.assign(window, { underWay: 0 });
    const plain = window.fetch;
    window.fetch = async (...asked) => {
      asking.underWay += 1;
      try {
        return await plain(...asked);
      } finally {
        asking.underWay -= 1;
      }
    };
  });

/** Everything asked for is answered, and ten frames long nothing follows from it. */
export const quiet = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 10;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames = (window as unknown as Asking).underWay === 0 ? frames + 1 : 0;
    }
  });

/** A page that is seen before its scripts have come. What it returns lets them come. */
export const openEarly = async (page: Page, address: string): Promise<() => void> => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_astro/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  return release;
};

/** Errors that the page throws or writes to the console, gathered from now on. */
export const faultsOf = (page: Page): string[] => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return faults;
};
