/** Lines of a readable length, and nothing that scrolls sideways. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { builtPages, onePerTemplate } from '../support/pages.ts';
import { openSite, viewport, visit, widths } from '../support/site.ts';

const site = openSite();
const pages = onePerTemplate(builtPages());

/** Characters a line of running text, last lines left out: the mean of each paragraph of three lines or more. */
const measures = (page: Page): Promise<{ text: string; measure: number }[]> =>
  page.evaluate(() => {
    const found: { text: string; measure: number }[] = [];
    for (const paragraph of document.querySelectorAll('main :is(p, :is(ul, ol):not([class], [role]) > li)')) {
      // The narrow column of notes is no running text.
      if (paragraph.closest('aside, nav, table, form') || paragraph.getClientRects().length === 0) continue;
      // Nor are titles, findings set large, the one sentence under a title, or the lines of facts above and below them.
      if (paragraph.matches('.title, .lead, .finding, .found, .folio, .kicker, .actions, .source-line, .small'))
        continue;
      if (paragraph.matches('.row-kind, .row-how, .row-found, .row-facts, .by, .judged, .year, .card *')) continue;
      // An address or a piece of code breaks where it can.
      if (paragraph.querySelector('code')) continue;
      const range = document.createRange();
      const lines = new Map<number, number>();
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let at = 0; at < (node.textContent?.length ?? 0); at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getClientRects()[0];
          if (!box) continue;
          // Lines of one paragraph are further apart than the tops of its runs.
          const line = Math.round(box.bottom / 8);
          lines.set(line, (lines.get(line) ?? 0) + 1);
        }
      const full = [...lines]
        .sort(([a], [b]) => a - b)
        .map(([, count]) => count)
        .slice(0, -1);
      if (full.length < 2) continue;
      found.push({
        text: paragraph.textContent?.trim().slice(0, 40) ?? '',
        measure: full.reduce((sum, count) => sum + count, 0) / full.length,
      });
    }
    return found;
  });

test('running text has lines of a readable length, whatever the width', async (t) => {
  await site.withPage({}, async (page) => {
    const wrong: string[] = [];
    const all: number[] = [];
    for (const { path } of pages) {
      await visit(page, path);
      for (const width of Object.values(widths)) {
        await page.setViewportSize(viewport(width));
        const found = await measures(page);
        all.push(...found.map(({ measure }) => measure));
        // A telephone is narrower than 45 characters of 17 pixels: there the screen sets the measure, all of it used.
        // Elsewhere text may stand in columns side by side: three of them on a desk hold 36 at least.
        const [least, most] = width === widths.telephone ? [28, 90] : [36, 90];
        wrong.push(
          ...found
            .filter(({ measure }) => measure < least || measure > most)
            .map(({ text, measure }) => `${path} at ${width}, ${measure.toFixed(0)}: ${text}`),
        );
      }
    }
    t.diagnostic(
      `${all.length} paragraphs, ${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)} characters`,
    );
    assert.ok(all.length > 100, `${all.length} paragraphs only`);
    assert.deepEqual(wrong, []);
  });
});

/** 320 CSS pixels are a screen of 1280 at 400 % (WCAG 1.4.10), 640 one at 200 % (1.4.4). */
test('nothing scrolls sideways at any width, and the header leaves the screen to the page', async () => {
  await site.withPage({}, async (page) => {
    const faults: string[] = [];
    for (const { path } of pages) {
      await visit(page, path);
      for (const width of [320, 360, 640, 768, 1024, 1280, 1920]) {
        await page.setViewportSize(viewport(width));
        const { wide, header } = await page.evaluate(() => {
          const limit = document.documentElement.clientWidth;
          const scrolls = (document.scrollingElement?.scrollWidth ?? 0) > limit;
          const outside = [...document.querySelectorAll('body *')]
            .filter((element) => scrolls && element.getBoundingClientRect().right > limit + 1)
            .map((element) => element.outerHTML.slice(0, 80));
          return {
            wide: scrolls ? ['scrolls sideways', ...outside.slice(0, 3)] : [],
            header: document.querySelector('.site-header')?.getBoundingClientRect().height ?? Infinity,
          };
        });
        if (wide.length > 0) faults.push(`${path} at ${width}: ${wide.join(' | ')}`);
        // One row on a desk; on a telephone the name, the field and the links.
        const most = width >= 1024 ? 80 : width === widths.telephone ? 128 : Infinity;
        if (header > most) faults.push(`${path} at ${width}: a header of ${header} pixels`);
      }
    }
    assert.deepEqual(faults, []);
  });
});

test('letters that the reader has made twice as large push nothing off a telephone', async () => {
  await site.withPage({ viewport: viewport(widths.telephone) }, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    for (const path of [
      '/',
      '/evidence/',
      '/program-profiles/',
      '/program-profiles/boston-massachusetts-2009/',
      '/program-profiles/michigan-state-police-2011/',
      '/topics/violent-crime/pack/',
      '/offline/',
    ]) {
      await visit(page, path);
      const { size, wide } = await page.evaluate(() => ({
        size: getComputedStyle(document.documentElement).fontSize,
        wide: document.documentElement.scrollWidth,
      }));
      assert.deepEqual({ path, size, wide }, { path, size: '32px', wide: widths.telephone });
    }
  });
});

test('pages bear the letter, word and line spacing that WCAG 1.4.12 asks for, and nothing is cut off', async () => {
  await site.withPage({ viewport: viewport(widths.telephone), bypassCSP: true }, async (page) => {
    const wrong: string[] = [];
    for (const { path } of pages) {
      await visit(page, path);
      await page.addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      });
      const faults = await page.evaluate(() => {
        const sideways = (document.scrollingElement?.scrollWidth ?? 0) > document.documentElement.clientWidth;
        const cut = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          const clips = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
          // What is hidden from sight for screen readers is one pixel on purpose.
          return (
            clips &&
            !element.matches('.visually-hidden') &&
            element.clientWidth > 1 &&
            (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
          );
        });
        return [...(sideways ? ['scrolls sideways'] : []), ...cut.map((element) => element.outerHTML.slice(0, 80))];
      });
      wrong.push(...faults.map((fault) => `${path}: ${fault}`));
    }
    assert.deepEqual(wrong, []);
  });
});
