/** axe in an open page. The engine itself, put in once a page: with its Playwright wrapper a look takes twice as long. */
import assert from 'node:assert/strict';
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong, one line a rule with the elements it names. All rules, `target-size` too (WCAG 2.2 asks for it in
 * 2.5.8, targets of 24 pixels, and axe leaves it out by default), or those named.
 */
export const axeFaults = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    // No sheet is fetched for a second time.
    preload: false,
    ...(rules ? { runOnly: [...rules] } : { rules: { 'target-size': { enabled: true } } }),
  };
  const { violations, passes } = await page.evaluate(async (asked) => {
    const { violations, passes } = await (window as unknown as { axe: typeof axe }).axe.run(asked);
    return {
      violations: violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html)
            .join(' | ')}`,
      ),
      passes: passes.length,
    };
  }, options);
  assert.ok(passes >= (rules ? 1 : 15), `axe found ${passes} rules to look at`);
  return violations;
};
