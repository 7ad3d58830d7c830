/** The form as a person meets it: Chromium at 360 px, by keyboard alone, under the site’s own headers. Starts the site and the browser for the tests of a file. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startLocalSite, type LocalSite } from '../../../netlify/local/server.ts';
import { styleHashes } from '../../../src/lib/style-hashes.ts';
import { securityHeaders } from '../../../src/lib/security-headers.ts';
import { axeFaults } from '../../support/axe.ts';
import { launchBrowser } from '../../support/chromium.ts';

export const formAddress = '/technical-assistance/request/';
export const dist = fileURLToPath(new URL('../../../dist', import.meta.url));
const formFile = join(dist, formAddress, 'index.html');
export const outbox = mkdtempSync(join(tmpdir(), 'outbox-'));
export let site: LocalSite;
let browser: Browser;

before(async () => {
  process.env['TA_OUTBOX'] = outbox;
  site = await startLocalSite();
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.stop();
  rmSync(outbox, { recursive: true, force: true });
});

interface Visit {
  page: Page;
  /** What the console said was wrong. */
  complaints: string[];
}

/** A fresh browser profile on the form page, under the site's own headers. */
export const visit = async (
  path: string,
  options: BrowserContextOptions = {},
  headers: Record<string, string> = {},
): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // Files are the same either way; straight from the disk, they cost no time. What the function answers comes from the server.
  await page.route(/\/(?:_astro|fonts)\/|\/icon\.svg$|\/request\/\w+\.json$/, (route) =>
    route.fulfill({ path: join(dist, new URL(route.request().url()).pathname) }),
  );
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d|status of 503|ERR_FAILED/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route(
    (url) => url.pathname === formAddress,
    async (route) =>
      route.fulfill({
        path: formFile,
        headers: {
          ...securityHeaders(await styleHashes([readFileSync(formFile, 'utf8')])),
          ...headers,
          'content-type': 'text/html; charset=utf-8',
        },
      }),
  );
  await page.goto(site.address + path);
  return { page, complaints };
};

export const checkAccess = async (page: Page, state: string): Promise<void> => {
  assert.deepEqual(await axeFaults(page), [], state);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `${state}: the page scrolls sideways by ${overflow} px`);
};

/** The checker is a script itself: a page without script is checked as its markup stands, in a page whose own scripts are held back. */
export const checkStill = async (page: Page, state: string): Promise<void> => {
  // What the function answered may still be coming in.
  await page.waitForLoadState();
  const html = await page.content();
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const copy = await context.newPage();
  await copy.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().isNavigationRequest())
      return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    return pathname.endsWith('.js') ? route.abort() : route.fulfill({ path: join(dist, pathname) });
  });
  await copy.goto(page.url());
  await checkAccess(copy, `${state}, without script`);
  await context.close();
};

/** Every mail to the provider that left so far, by the names of their files. */
export const mailsToProvider = (): string[] => readdirSync(outbox).filter((file) => file.endsWith('.provider.eml'));

/** The mail to the provider about a request. The person is not kept waiting for it, so it may come after the answer. */
export const mailAbout = async (reference: string): Promise<ParsedMail> => {
  const mine = () => mailsToProvider().filter((file) => file.startsWith(reference.toLowerCase()));
  for (const end = Date.now() + 60_000; mine().length === 0 && Date.now() < end;) await wait(50);
  const [file = assert.fail(`no mail about ${reference}`), ...more] = mine();
  assert.deepEqual(more, []);
  return simpleParser(readFileSync(join(outbox, file)));
};

/** How often the answers on this page were sent, from now on: not how often they were checked. */
export const countSendings = (page: Page): (() => number) => {
  let sendings = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && /step"?[=:]"?send/.test(request.postData() ?? '')) sendings += 1;
  });
  return () => sendings;
};

export const referenceOn = async (page: Page): Promise<string> => {
  await page.waitForURL('**/received/?reference=*');
  const reference = (await page.textContent('.reference'))?.trim() ?? '';
  assert.match(reference, /^TA-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  return reference;
};

/** Presses Tab until the wanted element has the focus. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`the keyboard does not reach ${selector}`);
};

const type = async (page: Page, selector: string, words: string): Promise<void> => {
  await tabTo(page, selector);
  await page.keyboard.insertText(words);
};

/** Waits until the draft that the browser keeps holds these words: it is written a moment after they are typed. */
export const draftHolds = async (page: Page, words: string): Promise<void> => {
  await page.waitForFunction((wanted) => localStorage.getItem('ta-request-draft')?.includes(wanted), words);
};

/** Opens the folded questions among which this one stands. */
export const unfold = async (page: Page, name: string): Promise<void> => {
  const fold = page.locator(`.more-questions:not([open]):has([name="${name}"]) > summary`);
  if (await fold.count()) await fold.click();
};

/** Opens a fold by keyboard. On a page that came back filled in, nothing is folded. */
const unfoldByKey = async (page: Page, name: string): Promise<void> => {
  if ((await page.locator(`.more-questions:not([open]) [name="${name}"]`).count()) === 0) return;
  await tabTo(page, `.more-questions:has([name="${name}"]) > summary`);
  await page.keyboard.press('Enter');
};

/** Fills in by keyboard what is required and more. */
export const typeRequest = async (page: Page, issue: string): Promise<void> => {
  await type(page, '#f-issue', issue);
  await tabTo(page, '[value="gun-violence"]');
  await page.keyboard.press('Space');
  await unfoldByKey(page, 'outcome');
  await type(page, '#f-outcome', 'A plan by June');
  await type(page, '#f-name', 'Jane Doe');
  await type(page, '#f-email', 'jane.doe@pd.example');
  await unfoldByKey(page, 'contactBy');
  await tabTo(page, '[name="contactBy"]');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await type(page, '#f-agency', 'Springfield Police Department');
  await tabTo(page, '#f-state');
  // A second between two keys, as on a busy machine, begins the word anew: then the list is left and entered again.
  for (let tries = 0; tries < 5; tries += 1) {
    await page.keyboard.type('Texas');
    if ((await page.inputValue('#f-state')) === 'TX') break;
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
  }
  await tabTo(page, '[name="neededBy"]');
  await page.keyboard.press('Space');
};

/** Waits until it has the focus: a link within the page gives it when the page is drawn next. */
export const hasFocus = async (page: Page, id: string): Promise<void> => {
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
};

/** Waits until all of it is on the screen. */
export const isInView = async (page: Page, selector: string): Promise<void> => {
  await page.waitForFunction((wanted) => {
    const { top, bottom } = document.querySelector(wanted)?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
    return top >= 0 && bottom <= innerHeight;
  }, selector);
};

/**
 * What a screen reader says of each control beside its name: no error before there is one, and then exactly of those at
 * fault. Chromium computes it; nothing hidden may slip into it.
 */
export const describedRightly = async (page: Page, hasErrors: boolean): Promise<void> => {
  const client = await page.context().newCDPSession(page);
  const { nodes } = (await client.send('Accessibility.getFullAXTree')) as {
    nodes: {
      ignored: boolean;
      role?: { value: string };
      name?: { value: string };
      description?: { value: string };
      properties?: { name: string; value: { value: unknown } }[];
    }[];
  };
  const controls = nodes.filter(
    ({ ignored, role }) =>
      !ignored &&
      /^(textbox|combobox|listbox|MenuListSelect|radiogroup|group|checkbox|radio)$/i.test(role?.value ?? ''),
  );
  assert.ok(controls.length > 10);
  const faulty = controls.filter(({ description, properties = [] }) => {
    const isInvalid = properties.some(({ name, value }) => name === 'invalid' && value.value !== 'false');
    return isInvalid || /Error/.test(description?.value ?? '');
  });
  if (!hasErrors) {
    assert.deepEqual(
      faulty.map(({ name, description }) => `${name?.value}: ${description?.value}`),
      [],
    );
    return;
  }
  const names = await page
    .locator('.field:has(.field-error)')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLElement).dataset['label'] ?? ''));
  assert.equal(faulty.length, names.length);
  for (const label of names)
    assert.ok(
      faulty.some(
        ({ name, description }) => name?.value.startsWith(label) && /Error: \S/.test(description?.value ?? ''),
      ),
      label,
    );
};

export const fillRequired = async (page: Page, issue: string): Promise<void> => {
  await page.fill('#f-name', 'Jane Doe');
  await page.fill('#f-email', 'jane.doe@pd.example');
  await page.fill('#f-agency', 'Springfield Police Department');
  await page.selectOption('#f-state', 'TX');
  await page.check('[value="gun-violence"]');
  await page.fill('#f-issue', issue);
};

export const goOn = '.actions .button';
export const sendButton = '#check .button';
export const unique = (words: string) => `${words} ${crypto.randomUUID()}`;
