/** Nothing moves while a page loads, whether the fonts come at once or late. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { askedAs, builtPages, onePerTemplate } from '../support/pages.ts';
import { openSite, viewport, visit, widths } from '../support/site.ts';

const site = openSite();
const pages = onePerTemplate(builtPages());

/** Counts from the first moment on. */
const watch = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.layoutShifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });

/**
 * All there were, once nothing more is to come. Below `least`, a line moved by less than a pixel (0.00005), and layout
 * shift is reported to three places.
 */
const shiftsOn = async (page: Page, least = 0.0005): Promise<number[]> => {
  const shifts = await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return window.layoutShifts;
  });
  return shifts.filter((shift) => shift >= least);
};

const slow = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
};

declare global {
  interface Window {
    layoutShifts: number[];
  }
}

/** The site, each page in pieces cut at these places, `gap` milliseconds between them. Ends with the test. */
const inPieces = async (
  context: TestContext,
  cutsOf: (page: Buffer) => readonly number[],
  gap: number,
): Promise<string> => {
  const server = createServer((request, response) => {
    const answered = fetch(new URL(request.url ?? '/', site.address)).then(async (answer) => {
      const type = answer.headers.get('content-type') ?? '';
      response.writeHead(answer.status, { 'content-type': type });
      const body = Buffer.from(await answer.arrayBuffer());
      let from = 0;
      for (const to of type.startsWith('text/html') ? cutsOf(body) : []) {
        response.write(body.subarray(from, to));
        await pause(gap);
        from = to;
      }
      response.end(body.subarray(from));
    });
    // What is still asked for at the end has no site to answer it.
    answered.catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  context.after(() => server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('layout shift', () => {
  test('is 0 while a page comes in two pieces, cut where it could move', async (context) => {
    for (const [path, until] of [
      ['/about/', '>Library<'],
      ['/about/', 'class="to-help"'],
      ['/program-profiles/boston-massachusetts-2009/', '<p class="of-lead">'],
      ['/webinars/', '<p class="row-facts">'],
    ] as const) {
      const address = await inPieces(context, (page) => [page.indexOf(until)], 500);
      for (const width of [widths.telephone, widths.desk])
        await site.withPage({ viewport: viewport(width) }, async (page) => {
          await page.route('**/*.woff2', (route) => route.abort());
          await watch(page);
          await page.goto(address + path);
          assert.deepEqual(await shiftsOn(page, 0), [], `${path} at ${width}, cut before ${until}`);
        });
    }
  });

  test('is next to nothing while the rest of it comes in pieces', async (context) => {
    // Of what comes in later, the first screen shows nothing.
    const [step, cuts] = [800, 16];
    const address = await inPieces(
      context,
      (page) => {
        const main = page.indexOf('id="main"');
        return Array.from({ length: cuts }, (_, place) => main + place * step).filter((at) => at < page.length);
      },
      50,
    );
    const moved: string[] = [];
    const visits = pages.flatMap(({ path }) => [widths.telephone, widths.desk].map((width) => ({ path, width })));
    const look = async (): Promise<void> => {
      for (let next = visits.pop(); next; next = visits.pop()) {
        const { path, width } = next;
        await site.withPage({ viewport: viewport(width) }, async (page) => {
          await page.route('**/*.woff2', (route) => route.abort());
          await watch(page);
          await page.goto(address + askedAs(path));
          // Words that come in two pieces may run on in the next line.
          const sum = (await shiftsOn(page, 0)).reduce((all, shift) => all + shift, 0);
          if (sum > 0.01) moved.push(`${path} at ${width}: ${sum}`);
        });
      }
    };
    await Promise.all([look(), look(), look(), look()]);
    assert.deepEqual(moved, []);
  });

  test('is 0 with the fonts at once', async () => {
    const moved: string[] = [];
    for (const width of [widths.telephone, widths.desk])
      await site.withPage({ viewport: viewport(width) }, async (page) => {
        await watch(page);
        for (const { path } of pages) {
          await visit(page, path);
          // A typeface that comes in the first tenth of a second moves words that are not drawn yet, on a busy machine.
          const shifts = await shiftsOn(page, 0.005);
          if (shifts.length > 0) moved.push(`${path} at ${width}: ${shifts.join(', ')}`);
        }
      });
    assert.deepEqual(moved, []);
  });

  // On a weak line the first screen is drawn before they come. What a missing font moves, it moves most in a narrow column.
  test('is 0 with the fonts late', async () => {
    const moved: string[] = [];
    await site.withPage({ viewport: viewport(widths.telephone) }, async (page) => {
      let drawn = Promise.withResolvers<void>();
      await page.route('**/*.woff2', async (route) => {
        await drawn.promise;
        await route.continue().catch(() => undefined);
      });
      await watch(page);
      for (const { path } of pages) {
        drawn = Promise.withResolvers<void>();
        const asked = page.waitForRequest('**/*.woff2');
        await page.goto(askedAs(path), { waitUntil: 'commit' });
        await asked;
        // Words wait for their typeface a tenth of a second, by the page’s own clock.
        await page.evaluate(
          () =>
            new Promise((resolve) => {
              setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 250);
            }),
        );
        drawn.resolve();
        await page.waitForLoadState();
        const shifts = await shiftsOn(page);
        if (shifts.length > 0) moved.push(`${path}: ${shifts.join(', ')}`);
      }
    });
    assert.deepEqual(moved, []);
  });

  /** What script fills in after the page has come. */
  const filled: Record<string, { path: string; until: string }> = {
    results: { path: '/search/?q=gun+violence', until: '[data-state="settled"]' },
    'results with filters': {
      path: '/search/?q=body+worn+cameras&kind=program-profile',
      until: '[data-state="settled"]',
    },
    'no result': { path: '/search/?q=zzzqqq', until: '[data-state="settled"]' },
    'results on a list': { path: '/library/?q=gun', until: '[data-state="settled"]' },
    'projects side by side': {
      path: '/program-profiles/compare/?ids=boston-massachusetts-2009,lowell-massachusetts-2010',
      until: '.side-by-side tbody tr:nth-child(2)',
    },
    'a narrowed list': { path: '/program-profiles/?topic=gun-violence&state=MO', until: 'list-filter[data-settled]' },
    'webinars with slides': { path: '/webinars/?material=slides', until: 'list-filter[data-settled]' },
    'a list that was sent': {
      path: '/my-list/?ids=program-profiles/boston-massachusetts-2009,library/report-ten-years-2019',
      until: 'my-list[data-settled]',
    },
    'a request with answers from the address': {
      path: '/technical-assistance/request/?topic=gun-violence&about=topics/gun-violence',
      until: '[value="gun-violence"]:checked',
    },
  };
  for (const [what, { path, until }] of Object.entries(filled))
    test(`is 0 while an address brings ${what}`, async () => {
      // At once on the desk; long after the first paint on the telephone.
      for (const [width, delay] of [
        [widths.desk, 0],
        [widths.telephone, 400],
      ] as const)
        await site.withPage({ viewport: viewport(width) }, async (page) => {
          // A telephone draws what a quick machine has filled in before its first frame.
          await slow(page);
          await page.route(/\.json$|\.pf_\w+$/, async (route) => {
            await pause(delay);
            await route.continue();
          });
          // What a typeface moves is asked above.
          await page.route('**/*.woff2', (route) => route.abort());
          await watch(page);
          await page.goto(path);
          await page.waitForSelector(until, { state: 'attached' });
          assert.deepEqual(await shiftsOn(page), [], `${width} pixels wide, data ${delay} ms late`);
        });
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
