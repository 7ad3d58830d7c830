/** Sending where no answer comes, or one that is not ours: what is told, and that it stays one request. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  checkAccess,
  draftHolds,
  fillRequired,
  formAddress,
  goOn,
  hasFocus,
  mailAbout,
  referenceOn,
  sendButton,
  unique,
  visit,
} from './support/form-page.ts';

/** What is told where sending failed. Nothing is, between a click and the answer to it: the words of the one before are hidden. */
const toldOn = async (page: Page): Promise<string> => {
  await page.waitForSelector('#failed:not([hidden])');
  return page.innerText('#failed');
};

/** Sends; the request arrives, and the answer gets lost on the way back. */
const sendWithoutAnswer = async (page: Page): Promise<void> => {
  await page.route(
    '**/api/ta-request',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.click(sendButton);
  await page.waitForSelector('#failed:not([hidden])');
};

test('when the site cannot be reached: told plainly, answers kept, a mail draft carries them; sent again, it is one request', async () => {
  const { page } = await visit(formAddress);
  const issue = unique('Offline');
  await fillRequired(page, issue);
  await page.click(goOn);
  await page.route('**/api/ta-request', (route) => route.abort());
  await page.click(sendButton);
  await page.waitForSelector('#failed:not([hidden])');
  await checkAccess(page, 'not sent');
  await hasFocus(page, 'failed');
  assert.match(await page.innerText('#failed'), /We cannot tell whether your request arrived/);
  assert.doesNotMatch(await page.innerText('#failed'), /not sent/);
  const link = (await page.getAttribute('[data-href="mailto"]', 'href')) ?? '';
  assert.ok(decodeURIComponent(link).includes(issue));
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.click('[data-href="mailto"]');
  assert.deepEqual(asked, [], 'a mail draft is no other page');
  assert.equal(await page.inputValue('#f-issue'), issue);
  await page.unroute('**/api/ta-request');
  await sendWithoutAnswer(page);
  await page.click(sendButton);
  await mailAbout(await referenceOn(page));
  await page.context().close();
});

test('other answers under the key of a received request are told so, and can be sent as a new one', async () => {
  const { page } = await visit(formAddress);
  await fillRequired(page, unique('First'));
  await page.click(goOn);
  await sendWithoutAnswer(page);
  await page.click('#check a[href="#f-issue"]');
  await page.fill('#f-issue', unique('Second'));
  await page.click(goOn);
  await page.click(sendButton);
  await page.waitForSelector('#conflict:not([hidden])');
  await checkAccess(page, 'conflict');
  const first = (await page.textContent('[data-fill="conflict"]')) ?? '';
  await page.click(goOn);
  await page.click(sendButton);
  assert.notEqual(await referenceOn(page), first);
  await page.context().close();
});

test('the form reloaded after a lost answer is the same request', async () => {
  const { page } = await visit(formAddress);
  const issue = unique('Reloaded');
  await fillRequired(page, issue);
  await page.check('[data-draft-keep]');
  await draftHolds(page, issue);
  await page.click(goOn);
  let lost = '';
  await page.route(
    '**/api/ta-request',
    async (route) => {
      lost = ((await (await route.fetch()).json()) as { reference: string }).reference;
      await route.abort();
    },
    { times: 1 },
  );
  await page.click(sendButton);
  await page.waitForSelector('#failed:not([hidden])');
  await page.reload();
  await page.waitForSelector('[data-draft-status]:text("put back")');
  await page.click(goOn);
  await page.click(sendButton);
  assert.equal(await referenceOn(page), lost);
  await mailAbout(lost);
  await page.context().close();
});

test('what the platform answers in our place is told as what it is', async () => {
  const { page } = await visit(formAddress);
  await fillRequired(page, unique('Platform'));
  await page.click(goOn);
  await page.waitForSelector(sendButton);
  for (const [status, body, words] of [
    [429, 'Too many requests', /Your request was not sent.*so many requests a minute/s],
    [502, '<h1>Bad gateway</h1>', /We cannot tell whether your request arrived/],
    [500, '', /We cannot tell whether your request arrived/],
    [200, 'not JSON', /We cannot tell whether your request arrived/],
    [404, 'Not found', /Your request was not sent.*it answered 404/s],
  ] as const) {
    await page.route('**/api/ta-request', (route) => route.fulfill({ status, body, contentType: 'text/html' }), {
      times: 1,
    });
    await page.click(sendButton);
    assert.match(await toldOn(page), words);
    await checkAccess(page, `answer ${status}`);
  }
  // Known before anything is sent.
  await page.context().setOffline(true);
  await page.click(sendButton);
  assert.match(await toldOn(page), /This device does not reach the site, so nothing was sent/);
  await page.context().close();
});

test('a form that is older than the site shows what it cannot place, with the way to keep every answer', async () => {
  const { page } = await visit(formAddress);
  await fillRequired(page, unique('Older'));
  await page.click(goOn);
  await page.waitForSelector(sendButton);
  const problems = [{ field: 'newQuestion', message: 'The new question is missing.' }];
  await page.route('**/api/ta-request', (route) =>
    route.fulfill({ status: 422, json: { status: 'invalid', problems } }),
  );
  await page.click(sendButton);
  await page.waitForSelector('#problems:not([hidden])');
  assert.match(
    await page.innerText('#problems'),
    /The new question is missing\. The form was renewed since you opened it\. Save your answers to a file/,
  );
  await page.context().close();
});
