/** The form for editors in a browser, over Sveltia’s test backend, whose files lie in the browser’s own file system. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { editorConfig } from '../../editor/config.ts';
import { serveEditor } from '../../editor/serve.ts';
import { root } from './pages.ts';

export const config = editorConfig('owner/name');

/** Both run in the page. */
const write = async (files: [string, string][]): Promise<void> => {
  const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test', { create: true });
  for (const [path, text] of files) {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder = top;
    for (const part of names) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
};
const bytesOf = async (path: string): Promise<number[] | undefined> => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test');
  const names = path.split('/');
  const name = names.pop() ?? '';
  try {
    for (const part of names) folder = await folder.getDirectoryHandle(part);
    const file = await (await folder.getFileHandle(name)).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  } catch {
    return undefined;
  }
};

/**
 * Runs in the page: resolves when it has nothing left to do. A form goes on drawing for seconds after its boxes are there,
 * and at the end takes what was typed meanwhile for what it had found: Save then stays off.
 */
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (quiet: number) =>
      requestIdleCallback((deadline) => {
        const now = deadline.timeRemaining() >= 40 ? quiet + 1 : 0;
        if (now >= 5) resolve();
        else look(now);
      });
    look(0);
  });

export interface Form {
  page: Page;
  /** What the page asked of other hosts. */
  outside: string[];
  /** The part of the form for one field: `presenters.0.expert`. */
  part: (keyPath: string) => Locator;
  /** Opens a form by its address in the editor: `webinars/new`, `webinars/entries/<id>`. */
  open: (address: string) => Promise<void>;
  type: (keyPath: string, words: string) => Promise<void>;
  /** Waits until a field holds these words. */
  holds: (keyPath: string, words: string) => Promise<void>;
  choose: (keyPath: string, option?: string) => Promise<void>;
  /** Adds an item to a list; where it may be of several kinds, of the one named. */
  add: (keyPath: string, kind?: string) => Promise<void>;
  /** Lays a file of this machine into a field. */
  lay: (keyPath: string, name: string, mimeType: string, text: string) => Promise<void>;
  read: (file: string) => Promise<Buffer | undefined>;
  /** Saves, and gives the file once it is other than before and the form has closed. */
  save: (file: string, before?: string) => Promise<string>;
  stop: () => void;
}

/** @param files Paths of the entries that the form finds. */
export const openForm = async (browser: Browser, files: readonly string[], width = 1000): Promise<Form> => {
  const { address, stop } = await serveEditor();
  // So high that every field is drawn at once: Sveltia draws those in view.
  const page = await browser.newPage({ viewport: { width, height: 6000 }, reducedMotion: 'reduce' });
  // The form of a topic holds every list of a briefing: a busy machine draws it slowly.
  page.setDefaultTimeout(60_000);
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob):/.test(url) && !url.startsWith(address)) outside.push(new URL(url).host);
  });
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { ...config, backend: { name: 'test-repo' }, publish_mode: '' } }),
  );
  await page.goto(`${address}/robots.txt`);
  await page.evaluate(
    write,
    files.map((file): [string, string] => [file, readFileSync(join(root, file), 'utf8')]),
  );
  await page.goto(`${address}/form.html`);
  await page.getByRole('button', { name: 'Work with Test Repository' }).click();
  await page.getByRole('button', { name: 'Create Entry or Assets' }).waitFor();

  const part = (keyPath: string): Locator => page.locator(`section[data-key-path="${keyPath}"]`);
  const goTo = (place: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `#/collections/${place}`);
  const read = async (file: string): Promise<Buffer | undefined> => {
    const bytes = await page.evaluate(bytesOf, file);
    return bytes && Buffer.from(bytes);
  };
  return {
    page,
    outside,
    part,
    open: async (place) => {
      // By way of a list, until nothing is left of the form before.
      await goTo('ta-types');
      await page.locator('section[data-key-path]').first().waitFor({ state: 'detached' });
      await goTo(place);
      await part('title').getByRole('textbox').waitFor();
      await page.evaluate(rest);
    },
    type: (keyPath, words) => part(keyPath).getByRole('textbox').fill(words),
    holds: async (keyPath, words) => {
      const box = `section[data-key-path="${keyPath}"] [role="textbox"], section[data-key-path="${keyPath}"] input`;
      await page.waitForFunction(({ box, words }) => document.querySelector<HTMLInputElement>(box)?.value === words, {
        box,
        words,
      });
    },
    choose: async (keyPath, option) => {
      const box = part(keyPath).getByRole('combobox');
      const marks = part(keyPath).getByRole('radio').or(part(keyPath).getByRole('checkbox'));
      // An item that was just added is drawn a moment later: only then is it known which of the two it has.
      await box.or(marks).first().waitFor();
      if ((await box.count()) === 0) {
        // The first may be “(None)”.
        await marks.last().click();
        return;
      }
      await box.click();
      await page
        .getByRole('option', option === undefined ? {} : { name: option })
        .first()
        .click();
      await part(keyPath).locator('[role="combobox"][aria-expanded="false"]').waitFor();
    },
    add: async (keyPath, kind) => {
      // The last: an item may have a button of its own to add what it points at.
      await part(keyPath).getByRole('button', { name: /^Add/ }).last().click();
      if (kind !== undefined) await page.getByRole('menuitem', { name: kind }).click();
    },
    lay: async (keyPath, name, mimeType, text) => {
      await part(keyPath)
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
      await part(keyPath).getByRole('button', { name: 'Browse' }).waitFor({ state: 'detached' });
    },
    read,
    save: async (file, before) => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      for (const end = Date.now() + 60_000; Date.now() < end; await wait(100)) {
        const text = (await read(file))?.toString();
        if (text && text !== before) {
          // The file stands before the form goes back to its list; who leaves first is sent back into the form.
          await page.waitForURL(/#\/collections\/[^/]+$/);
          return text;
        }
      }
      const faults = await page.locator('.validation').allInnerTexts();
      throw new Error(`${file} was not saved: ${faults.filter((words) => words.trim()).join(' · ')}`);
    },
    stop,
  };
};

/** What a newcomer types first: a webinar with an expert of ours and a person. */
export const beginWebinar = async (form: Form): Promise<void> => {
  await form.open('webinars/new');
  await form.type('title', 'Foot patrol: what three agencies measured');
  await form.type('summary', 'Three agencies show how they counted minutes on foot.');
  await form.choose('topics', 'Evaluation and measurement');
  await form.type('date', '2016-06-05');
  await form.add('presenters', 'An expert of ours');
  await form.choose('presenters.0.expert', 'Hildy');
  await form.add('presenters', 'A person');
  await form.type('presenters.1.name', 'Jordan Newcomer');
  await form.type('presenters.1.role', 'Analyst');
};
