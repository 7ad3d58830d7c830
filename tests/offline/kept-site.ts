/** A copy of the built site that can be stopped, renewed and broken under the eyes of one reader, at one address. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { startLocalSite, type LocalSite } from '../../netlify/local/server.ts';
import { root } from '../support/pages.ts';

export interface KeptSite {
  readonly address: string;
  folder: string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  read: (path: string) => string;
  write: (path: string, text: string) => void;
  remove: (path: string) => void;
  /** Lists the files anew, as the last step of a build does. */
  listFiles: () => void;
  close: () => Promise<void>;
}

export const keptSite = async (): Promise<KeptSite> => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-site-'));
  for (const path of ['dist', 'netlify.toml', 'netlify/generated'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  let port = 0;
  let site: LocalSite | undefined;
  const start = async (): Promise<void> => {
    site = await startLocalSite({ port, projectRoot: folder });
    port = Number(new URL(site.address).port);
  };
  const stop = async (): Promise<void> => {
    await site?.stop();
    site = undefined;
  };
  await start();
  const at = (path: string) => join(folder, 'dist', path);
  return {
    get address() {
      return `http://localhost:${port}`;
    },
    folder,
    start,
    stop,
    read: (path) => readFileSync(at(path), 'utf8'),
    write: (path, text) => writeFileSync(at(path), text),
    remove: (path) => rmSync(at(path)),
    listFiles: () => {
      execFileSync(process.execPath, ['src/offline/write.ts', at('')], { cwd: root });
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
};

export const status = (page: Page) => page.locator('offline-keep [role="status"]');
const button = (page: Page, name: string) => page.getByRole('button', { name });

/** Presses a button of /offline/ and returns what is said once that is done. */
export const press = async (page: Page, name: string): Promise<string> => {
  await button(page, name).click();
  // To fetch everything there is to read takes a slow machine its time.
  await page.waitForFunction(
    () => !document.querySelector<HTMLButtonElement>('offline-keep button')?.disabled,
    undefined,
    { timeout: 120_000 },
  );
  assert.equal(await page.locator('offline-keep button:focus').count(), 1, 'the focus is not lost');
  return (await status(page).textContent()) ?? '';
};

export const keep = async (page: Page, size: string): Promise<string> => {
  await told(page);
  await page.locator(`input[value="${size}"]`).check();
  return press(page, 'Keep on this device');
};

/** What the browser holds for this site: names of stores, files in them, workers. */
export const heldIn = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return {
      stores: names.length,
      files: files.reduce((sum, count) => sum + count, 0),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });

/** Opens /offline/ and returns what is said there of what is kept: the worker is asked, so it is said last. */
export const told = async (page: Page): Promise<string> => {
  await page.goto('/offline/');
  await page.waitForFunction(() => document.querySelector('offline-keep [role="status"]')?.textContent);
  return status(page).innerText();
};

/** Renews the worker’s file and waits until the browser has put the new one in place: it may look for it by itself. */
export const renew = async (page: Page, write: () => void): Promise<void> => {
  const replaced = await page.evaluateHandle(() => {
    const { promise, resolve } = Promise.withResolvers<void>();
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve());
    return { promise };
  });
  write();
  await page.evaluate(() => navigator.serviceWorker.getRegistration('/').then((found) => found?.update()));
  await replaced.evaluate(({ promise }) => promise);
};

/** Counts what workers of a context fetch over the line from now on. */
export const countFetched = (context: BrowserContext) => {
  const fetched: string[] = [];
  context.on('request', (request) => {
    if (request.serviceWorker()) fetched.push(new URL(request.url()).pathname);
  });
  return fetched;
};
