/** Drafts: kept only with leave, on the device or in a file. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  draftHolds,
  fillRequired,
  formAddress,
  goOn,
  outbox,
  referenceOn,
  sendButton,
  site,
  unfold,
  unique,
  visit,
} from './support/form-page.ts';

describe('drafts', () => {
  const kept = (page: Page) => page.evaluate(() => localStorage.getItem('ta-request-draft'));

  test('nothing is kept before the person says yes; then it survives a reload; sending wipes it', async () => {
    const { page, complaints } = await visit(formAddress);
    const issue = unique('Draft');
    // A draft is written a moment after typing: that moment passes by the page's clock.
    await page.clock.install();
    await fillRequired(page, issue);
    await page.clock.runFor(600);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
    await page.check('[data-draft-keep]');
    await unfold(page, 'tried');
    await page.fill('#f-tried', 'Much');
    await draftHolds(page, 'Much');
    await page.reload();
    await page.waitForSelector('[data-draft-status]:text("put back")');
    assert.deepEqual(
      [
        await page.inputValue('#f-issue'),
        await page.inputValue('#f-tried'),
        await page.isChecked('[value="gun-violence"]'),
      ],
      [issue, 'Much', true],
    );
    await page.click(goOn);
    await page.click(sendButton);
    await referenceOn(page);
    assert.equal(await kept(page), null);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('what was sent before script came, and is sent back, is newer than the draft', async () => {
    const { page } = await visit(formAddress);
    await page.check('[data-draft-keep]');
    await page.fill('#f-name', 'Of yesterday');
    await draftHolds(page, 'Of yesterday');
    const scripts = '**/*.js';
    await page.route(scripts, (route) => route.abort());
    await page.goto(`${site.address}${formAddress}`);
    await page.fill('#f-name', 'Of today');
    await page.unroute(scripts);
    await page.click(goOn);
    await page.waitForSelector('#problems');
    await draftHolds(page, 'Of today');
    assert.equal(await page.inputValue('#f-name'), 'Of today');
    await page.context().close();
  });

  test('what is nowhere else is not left without a word; who comes back finds it, nothing folded away', async () => {
    const { page } = await visit(formAddress);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await unfold(page, 'role');
    await page.fill('#f-role', 'Lieutenant');
    await page.fill('#f-issue', 'Shots');
    await page.goto(`${site.address}/robots.txt`);
    assert.deepEqual(asked, ['beforeunload']);
    await page.goBack();
    await page.waitForSelector('#f-role:visible');
    assert.equal(await page.inputValue('#f-role'), 'Lieutenant');
    assert.equal(await page.textContent('#f-issue-count'), '5 of 2,000 characters used.');
    await page.check('[data-draft-keep]');
    await page.reload();
    await page.waitForSelector('[data-draft-status]:text("put back")');
    assert.equal(asked.length, 1, 'what is kept may be left');
    await page.context().close();
  });

  test('saying no wipes it', async () => {
    const { page } = await visit(formAddress);
    await page.check('[data-draft-keep]');
    await page.fill('#f-name', 'Jane');
    await draftHolds(page, 'Jane');
    await page.uncheck('[data-draft-keep]');
    assert.equal(await kept(page), null);
    await page.context().close();
  });

  test('loading a file leaves the box as it was, and what is kept is what is in the form', async () => {
    const { page } = await visit(formAddress);
    await page.check('[data-draft-keep]');
    await page.fill('#f-issue', 'Old');
    await draftHolds(page, 'Old');
    await page.setInputFiles('[data-draft-load]', {
      name: 'draft.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ issue: 'New' })),
    });
    await page.waitForSelector('[data-draft-status]:text("in the form now")');
    assert.ok(await page.isChecked('[data-draft-keep]'));
    assert.match((await kept(page)) ?? '', /"issue":"New"/);
    await page.context().close();
  });

  test('a browser that cannot keep it says so, and the box says no', async () => {
    const { page, complaints } = await visit(formAddress);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.check('[data-draft-keep]', { force: true }).catch(() => undefined); // it does not stay checked
    await page.waitForSelector('[data-draft-status]:text("cannot keep your answers")');
    assert.equal(await page.isChecked('[data-draft-keep]'), false);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('a draft never sent comes back for 30 days, and is deleted after that', async () => {
    for (const [days, isBack] of [
      [29, true],
      [31, false],
    ] as const) {
      const { page } = await visit(formAddress);
      await page.evaluate(
        (at) => localStorage.setItem('ta-request-draft', JSON.stringify({ at, answers: { issue: 'Old' } })),
        Date.now() - days * 24 * 3600_000,
      );
      await page.reload();
      await page.waitForSelector(`[data-draft-status]:text("${isBack ? 'put back' : 'was deleted'}")`);
      assert.equal(await page.inputValue('#f-issue'), isBack ? 'Old' : '');
      assert.equal(await page.isChecked('[data-draft-keep]'), isBack);
      assert.equal((await kept(page)) !== null, isBack);
      await page.context().close();
    }
  });

  test('a draft goes into a file and comes back out of it; another file is refused', async () => {
    const first = await visit(formAddress);
    const issue = unique('File');
    await fillRequired(first.page, issue);
    const [download] = await Promise.all([first.page.waitForEvent('download'), first.page.click('[data-draft-save]')]);
    const file = join(outbox, 'draft.json');
    await download.saveAs(file);
    await first.page.context().close();
    const { page, complaints } = await visit(formAddress);
    await page.setInputFiles('[data-draft-load]', {
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('[1]'),
    });
    await page.waitForSelector('[data-draft-status]:text("holds no answers")');
    await page.setInputFiles('[data-draft-load]', file);
    await page.waitForSelector('[data-draft-status]:text("in the form now")');
    assert.deepEqual([await page.inputValue('#f-issue'), await page.inputValue('#f-state')], [issue, 'TX']);
    rmSync(file);
    assert.deepEqual([...first.complaints, ...complaints], []);
    await page.context().close();
  });
});
