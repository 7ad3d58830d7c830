/** The built site in a browser, as Netlify would serve it: one server and one browser for a test file. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';
import { startLocalSite, type LocalSite } from '../../netlify/local/server.ts';
import { launchBrowser } from './chromium.ts';
import { askedAs } from './pages.ts';

export interface OpenSite {
  readonly address: string;
  readonly browser: Browser;
  /** Runs with a page of its own and closes it after. */
  withPage: <Result>(options: BrowserContextOptions, use: (page: Page) => Promise<Result>) => Promise<Result>;
  /** Runs with the one page that a file’s tests share, as a reader goes from place to place. */
  onPage: <Result>(use: (page: Page) => Promise<Result>) => Promise<Result>;
}

/** Call at the top of a test file. What it returns may be used inside tests only. */
export const openSite = (): OpenSite => {
  let site: LocalSite | undefined;
  let browser: Browser | undefined;
  let shared: Page | undefined;
  before(async () => {
    site = await startLocalSite();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });
  const ready = <Thing>(thing: Thing | undefined): Thing => {
    if (!thing) throw new Error('The site is open inside tests only.');
    return thing;
  };
  return {
    get address() {
      return ready(site).address;
    },
    get browser() {
      return ready(browser);
    },
    withPage: async (options, use) => {
      const context = await ready(browser).newContext({ baseURL: ready(site).address, ...options });
      try {
        return await use(await context.newPage());
      } finally {
        await context.close();
      }
    },
    onPage: async (use) => {
      shared ??= await ready(browser).newPage({ baseURL: ready(site).address });
      return use(shared);
    },
  };
};

/** Opens a built page, and makes sure of it: an error of the server, or the form in place of the confirmation, proves nothing. */
export const visit = async (page: Page, path: string): Promise<Response> => {
  const response = await page.goto(askedAs(path));
  assert.equal(response?.status(), 200, `${path}: ${await response?.text()}`);
  assert.equal(new URL(page.url()).pathname, path);
  return response;
};

/** The widths that the look was drawn for, in CSS pixels. */
export const widths = { telephone: 360, tablet: 768, desk: 1280 } as const;
export const viewport = (width: number) => ({ width, height: 900 });
