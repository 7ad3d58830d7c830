/** Nothing moves while a page loads: with the fonts at once, without them, and late. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { builtPages, onePerTemplate } from '../support/pages.ts';
import { openSite, viewport, visit, widths } from '../support/site.ts';

const site = openSite();
const pages = onePerTemplate(builtPages());

const fonts: Record<string, ((route: Route) => Promise<void>) | undefined> = {
  'at once': undefined,
  'not at all': (route) => route.abort(),
  late: async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await route.continue().catch(() => undefined);
  },
};

/** Counts from the first moment on. */
const watch = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.layoutShifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** All there were, once nothing more is to come. */
const shiftsOn = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return window.layoutShifts;
  });

declare global {
  interface Window {
    layoutShifts: number[];
  }
}

describe('layout shift', () => {
  for (const [when, answer] of Object.entries(fonts))
    test(`is 0 with the fonts ${when}`, async () => {
      const moved: string[] = [];
      // What a missing or late font moves, it moves most in a narrow column.
      for (const width of when === 'at once' ? [widths.telephone, widths.desk] : [widths.telephone])
        for (const { path } of pages)
          await site.withPage({ viewport: viewport(width) }, async (page) => {
            if (answer) await page.route('**/*.woff2', answer);
            await watch(page);
            await visit(page, path);
            if (when === 'late') await page.waitForTimeout(300);
            const shifts = await shiftsOn(page);
            if (shifts.length > 0) moved.push(`${path} at ${width}: ${shifts.join(', ')}`);
          });
      assert.deepEqual(moved, []);
    });

  test('is 0 on the confirmation while reading on the topics comes in', async () => {
    for (const width of [widths.telephone, widths.desk])
      await site.withPage({ viewport: viewport(width) }, async (page) => {
        await page.addInitScript(() => sessionStorage.setItem('ta-request-topics', '["gun-violence"]'));
        await watch(page);
        await visit(page, '/technical-assistance/request/received/');
        await page.waitForSelector('[data-reading] li', { state: 'visible' });
        assert.deepEqual(await shiftsOn(page), [], `at ${width}`);
      });
  });
});
