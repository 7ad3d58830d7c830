/** A keyboard walk of every template: each stop is seen, none holds the reader, none is hidden. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { builtPages, onePerTemplate } from '../support/pages.ts';
import { changedPixels } from '../support/pixels.ts';
import { openSite, viewport, visit, widths } from '../support/site.ts';

const site = openSite();
const pages = onePerTemplate(builtPages());

interface Stop {
  /** What tells one look of focus from another. */
  kind: string;
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  isCovered: boolean;
  isLast: boolean;
}

declare global {
  interface Window {
    /** The last thing on the page that Tab reaches. */
    lastStop: Element | undefined;
  }
}

/** Where the focus stands after a press of Tab; undefined outside the page. */
const stop = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    // Nine places in what is focused: WCAG 2.4.11 asks that not all of it be covered.
    const shares = [0.2, 0.5, 0.8];
    const tops = shares.flatMap((across) =>
      shares.map((down) => document.elementFromPoint(box.x + box.width * across, box.y + box.height * down)),
    );
    return {
      kind: `${element.closest('header, footer, nav, aside, svg, form, table, .entries, .actions, main')?.className.toString() ?? ''} ${element.tagName} ${element.getAttribute('class') ?? ''}`,
      name: element.outerHTML.slice(0, 90),
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      isCovered: !tops.some((top) => top === element || element.contains(top) || top?.contains(element)),
      isLast: element === window.lastStop,
    };
  });

describe('focus', () => {
  test('is seen at every stop, 3 to 1 against what was there, and covered by nothing', async (t) => {
    await site.withPage({ viewport: viewport(widths.desk) }, async (page) => {
      const seen = new Set<string>();
      const faults: string[] = [];
      let stops = 0;
      for (const { path } of pages) {
        await visit(page, path);
        await page.evaluate(() => {
          window.lastStop = [
            ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
          ].findLast((item) => item.getClientRects().length > 0);
        });
        const own = new Set<string>();
        for (let presses = 0; presses < 400; presses += 1) {
          await page.keyboard.press('Tab');
          const at = await stop(page);
          assert.ok(at, `${path}: the focus was lost after ${presses} presses`);
          stops += 1;
          own.add(at.name);
          if (at.isCovered) faults.push(`${path} covers ${at.name}`);
          if (!seen.has(at.kind)) {
            seen.add(at.kind);
            const view = viewport(widths.desk);
            const x = Math.max(0, at.x - 8);
            const y = Math.max(0, at.y - 8);
            const clip = {
              x,
              y,
              width: Math.max(1, Math.min(at.width + 16, view.width - x)),
              height: Math.max(1, Math.min(at.height + 16, view.height - y)),
            };
            const focused = await page.screenshot({ clip });
            await page.evaluate(() => (document.activeElement as HTMLElement).blur());
            const plain = await page.screenshot({ clip });
            // WCAG 2.4.13: as large as a line of two pixels around what is focused.
            const changed = await changedPixels(plain, focused, 3);
            if (changed < 2 * (at.width + at.height))
              faults.push(`${path} shows focus by ${changed} pixels on ${at.name}`);
            // Back to where the walk was: the next press goes on from there.
            await page.evaluate(
              ({ html }) => {
                const element = [
                  ...document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]'),
                ].find((item) => item.outerHTML.startsWith(html));
                (element as HTMLElement | undefined)?.focus();
              },
              { html: at.name },
            );
          }
          if (at.isLast) break;
          assert.ok(presses < 399, `${path}: Tab does not reach the last link`);
        }
      }
      t.diagnostic(`${stops} stops on ${pages.length} templates, ${seen.size} kinds compared by pixels`);
      assert.ok(seen.size > 10);
      assert.deepEqual(faults, []);
    });
  });

  test('has a whole ring on a telephone: neither the screen nor what scrolls cuts it off', async (t) => {
    await site.withPage({ viewport: viewport(widths.telephone) }, async (page) => {
      const faults: string[] = [];
      let rings = 0;
      const compared = `?ids=${['philadelphia-pennsylvania-2009', 'kansas-city-missouri-2012'].join(',')}`;
      for (const path of [...pages.map((one) => one.path), `/program-profiles/compare/${compared}`]) {
        if (path.includes('?')) {
          await page.goto(path);
          await page.waitForSelector('.side-by-side tbody tr');
        } else await visit(page, path);
        // From here on, what script focuses shows its ring, as after any key.
        await page.keyboard.press('Tab');
        const cut = await page.evaluate(() => {
          const stops = [
            ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
          ];
          const isCut = (stop: HTMLElement): boolean => {
            stop.focus();
            stop.scrollIntoView({ block: 'nearest', inline: 'nearest' });
            const { outlineOffset, outlineWidth } = getComputedStyle(stop);
            const reach = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
            const { left, right } = stop.getBoundingClientRect();
            if (left - reach < 0 || right + reach > innerWidth) return true;
            for (let around = stop.parentElement; around && around !== document.body; around = around.parentElement) {
              if (getComputedStyle(around).overflowX === 'visible') continue;
              const frame = around.getBoundingClientRect();
              if (left - reach < frame.left - 0.5 || right + reach > frame.right + 0.5) return true;
            }
            return false;
          };
          const seen = stops.filter(
            (stop) => stop.tabIndex >= 0 && stop.checkVisibility() && stop.getClientRects()[0]?.width !== 1,
          );
          return { count: seen.length, cut: seen.filter(isCut).map((stop) => stop.outerHTML.slice(0, 90)) };
        });
        rings += cut.count;
        faults.push(...cut.cut.map((html) => `${path}: ${html}`));
      }
      t.diagnostic(`${rings} rings`);
      assert.ok(rings > 1000);
      assert.deepEqual(faults, []);
    });
  });
});
