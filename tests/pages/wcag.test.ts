/**
 * What WCAG 2.2 A and AA ask, axe does not test, and a script can. Criteria held elsewhere:
 * 1.4.3 and 1.4.11 in tests/look/contrast.test.ts; 1.4.4, 1.4.10 and 1.4.12 in tests/look/layout.test.ts; 1.4.1 in tests/look/marks.test.ts;
 * 2.1.2, 2.4.7 and 2.4.11 in tests/look/focus.test.ts; 2.5.8 in axe.test.ts; the errors of the form (3.3.1, 3.3.3, 3.3.7, 4.1.3) in tests/request/.
 */
import type { Page } from 'playwright-core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { builtPages, elementsOf, onePerTemplate } from '../support/pages.ts';
import { openSite, viewport, visit, widths } from '../support/site.ts';
import { site as house } from '../../src/site.ts';

const site = openSite();
const all = builtPages();
const pages = onePerTemplate(all);

describe('of the markup, on every page', () => {
  /** Links of the header and the footer in their order: [address, words]. */
  const framing = (html: string): { header: string[]; footer: string[] } => {
    const [before = '', after = ''] = html.split('<main');
    const links = (part: string) =>
      elementsOf(part).flatMap(({ name, attributes, text }) =>
        name === 'a' ? [`${attributes['href']} ${text.trim()}`] : [],
      );
    return { header: links(before), footer: links(after.split('</main>')[1] ?? '') };
  };

  test('3.2.3, 3.2.4: the same links under the same words in the same order', () => {
    const first = framing(all[0]?.html ?? '');
    assert.ok(first.header.length > 5 && first.footer.length > 5);
    // While someone is on a page of errors or on the form, nothing moves either.
    assert.deepEqual(
      all.filter(({ html }) => JSON.stringify(framing(html)) !== JSON.stringify(first)).map(({ path }) => path),
      [],
    );
  });

  test('3.2.6: help stands in the same place', () => {
    const help = house.footer
      .flatMap(({ links }) => links)
      .findIndex(({ href }) => href === '/technical-assistance/request/');
    assert.ok(help >= 0);
    const wrong = all.filter(({ html }) => !framing(html).footer[help]?.startsWith('/technical-assistance/request/ '));
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });

  test('2.4.5: every entry is found by links and by the search', () => {
    const entries = all.filter(({ html }) => html.includes('<article'));
    assert.ok(entries.length > 250);
    assert.deepEqual(
      entries.filter(({ html }) => !html.includes('data-pagefind-body')).map(({ path }) => path),
      [],
    );
  });

  test('2.4.3, 1.3.2: nothing is put before its turn by tabindex', () => {
    const early = all.filter(({ html }) =>
      elementsOf(html).some(({ attributes }) => Number(attributes['tabindex'] ?? 0) > 0),
    );
    assert.deepEqual(
      early.map(({ path }) => path),
      [],
    );
  });

  test('1.4.5: no pictures of text: pictures stand in figures that say what they show', () => {
    // The guide for editors shows screens as they look: there the picture is what matters.
    const wrong = all.filter(
      ({ html, path }) =>
        !path.startsWith('/for-editors/') && /<img\b/.test(html.replace(/<figure[\s\S]*?<\/figure>/g, '')),
    );
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });

  test('2.1.4: no access keys', () => {
    assert.deepEqual(
      all.filter(({ html }) => /\baccesskey=/.test(html)).map(({ path }) => path),
      [],
    );
  });
});

describe('in a browser, on every template', () => {
  /** Tells what is wrong on the page that is open. */
  type Look = (page: Page, path: string) => Promise<string[]>;
  const looks: { name: string; width: number; look: Look }[] = [];
  const onEach = (name: string, width: number, look: Look) => looks.push({ name, width, look });

  onEach('1.3.2, 2.4.3: what is seen further down comes later, for reading and for Tab', widths.telephone, (page) =>
    page.evaluate(() => {
      const reordered = [...document.querySelectorAll('body *')].filter((element) => {
        const { order, flexDirection } = getComputedStyle(element);
        return order !== '0' || flexDirection.endsWith('reverse');
      });
      // In one column, stops follow each other downwards. A map has its own order, from west to east.
      const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
        (element) =>
          !element.closest('svg, .skip, .visually-hidden') &&
          !element.matches('.skip, .visually-hidden, [tabindex="-1"]') &&
          element.checkVisibility(),
      );
      const jumps = stops.filter((element, index) => {
        const before = stops[index - 1]?.getBoundingClientRect();
        const box = element.getBoundingClientRect();
        return before && !element.closest('.columns') && box.bottom < before.top - 4;
      });
      return [
        ...reordered.map((element) => `reordered: ${element.outerHTML.slice(0, 80)}`),
        ...jumps.map((element) => `out of turn: ${element.outerHTML.slice(0, 80)}`),
      ];
    }),
  );

  onEach('1.3.4: upright and lying, the same is shown', widths.telephone, async (page) => {
    const shown = async (width: number, height: number): Promise<string> => {
      await page.setViewportSize({ width, height });
      return (await page.locator('main').innerText()).replace(/\s+/g, '');
    };
    // What script adds to a page must have come: until then the same look does not show the same twice.
    if ((await page.locator('script[src]').count()) > 0) await page.waitForLoadState('networkidle');
    let [before, lying, upright] = ['', '', await shown(360, 740)];
    do [before, lying, upright] = [upright, await shown(740, 360), await shown(360, 740)];
    while (before !== upright);
    await page.setViewportSize(viewport(widths.telephone));
    // Heads of tables are read out in one and seen in the other: letters may move, not go.
    const letters = (text: string) => [...text].sort().join('');
    return letters(upright) === letters(lying) ? [] : [`${upright.length} letters upright, ${lying.length} lying`];
  });

  onEach('2.1.4: letters typed outside a field do nothing, once shortcuts are off', widths.desk, async (page, path) => {
    for (const shortcut of await page.locator('[data-shortcut]:visible').all()) await shortcut.uncheck();
    await page.locator('h1').click();
    const state = () =>
      page.evaluate(() =>
        [
          location.href,
          document.activeElement?.tagName,
          document.querySelectorAll('dialog[open]').length,
          scrollY,
        ].join(' '),
      );
    const before = await state();
    for (const key of ['s', '/', '?', 'h', 'j', 'n']) await page.keyboard.press(key);
    const now = await state();
    return now === before ? [] : [`${before} became ${now} on ${path}`];
  });

  onEach('2.5.2: a press alone does nothing; letting go elsewhere takes it back', widths.desk, async (page) => {
    const link = page.locator('header a[href="/library/"]').first();
    const box = await link.boundingBox();
    if (!box) return ['no link to press'];
    const before = page.url();
    await page.mouse.move(box.x + 4, box.y + 4);
    await page.mouse.down();
    const pressed = page.url();
    await page.mouse.move(5, 700);
    await page.mouse.up();
    return pressed === before && page.url() === before ? [] : ['a press acted'];
  });

  onEach('3.2.1, 3.2.2: neither focus nor an answer changes the page', widths.desk, (page) =>
    page.evaluate(() => {
      const before = location.pathname;
      const controls = [
        ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
          'input, select, textarea',
        ),
      ];
      for (const control of controls) {
        control.focus();
        if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1;
        else if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))
          control.checked = true;
        control.dispatchEvent(new Event('input', { bubbles: true }));
        control.dispatchEvent(new Event('change', { bubbles: true }));
      }
      return location.pathname === before ? [] : [`went to ${location.pathname}`];
    }),
  );

  onEach('2.5.1, 2.5.7: every place on a map is a link that a key or a tap opens', widths.telephone, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('svg.map circle.dot')]
        .filter((dot) => !dot.closest('a')?.getAttribute('href'))
        .map((dot) => dot.outerHTML),
    ),
  );

  // One visit answers all that is asked at one width.
  for (const [width, asked] of Map.groupBy(looks, ({ width }) => width))
    test(asked.map(({ name }) => name).join('; '), async () => {
      await site.withPage({ viewport: viewport(width) }, async (page) => {
        const faults: string[] = [];
        for (const { path } of pages) {
          await visit(page, path);
          for (const { name, look } of asked)
            faults.push(...(await look(page, path)).map((fault) => `${name}, ${path}: ${fault}`));
        }
        assert.deepEqual(faults, []);
      });
    });
});
