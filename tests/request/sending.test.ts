/** Answers on their way: with script and without, checked, corrected, sent. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { simpleParser } from 'mailparser';
import { site } from '../../netlify/site.ts';
import {
  checkAccess,
  checkStill,
  countSendings,
  describedRightly,
  fillRequired,
  formAddress,
  goOn,
  hasFocus,
  isInView,
  mailAbout,
  mailsToProvider,
  outbox,
  referenceOn,
  sendButton,
  tabTo,
  typeRequest,
  unfold,
  unique,
  visit,
} from './support/form-page.ts';
import { topicTitle } from './support/world.ts';

const guns = topicTitle('gun-violence');

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    const look = javaScriptEnabled ? checkAccess : checkStill;

    test('a whole request by keyboard alone, at 360 px, no fault of access in any state', async () => {
      const { page, complaints } = await visit(formAddress, { javaScriptEnabled });
      const sendings = countSendings(page);
      await look(page, 'form');
      const issue = unique('Shots fired calls doubled.');
      await typeRequest(page, issue);
      await tabTo(page, goOn);
      await page.keyboard.press('Enter');
      await page.waitForSelector(sendButton);
      await look(page, 'check');
      assert.equal(await page.textContent('h1'), 'Check your answers');
      assert.match(await page.title(), /^Check your answers: /);
      // What was answered, and the rest in one line.
      assert.equal(await page.locator('#check dt:visible').count(), 9);
      const asked = site.fields.filter(({ control }) => control !== 'context').length;
      const told = await page.innerText('[data-part="left-out"]');
      assert.ok(told.startsWith(`${asked - 9} optional questions left out. Answer more`), told);
      assert.equal(await page.textContent('[data-fill="answer:issue"]'), issue);
      assert.equal(await page.textContent('[data-fill="answer:contactBy"]'), 'Telephone');
      await tabTo(page, sendButton);
      await page.keyboard.press('Enter');
      const reference = await referenceOn(page);
      await look(page, 'received');
      const mail = await mailAbout(reference);
      assert.match(mail.subject ?? '', new RegExp(`TX \\| SPI status unknown \\| ${guns} \\| within two weeks`));
      assert.ok(mail.text?.includes(issue));
      assert.ok(!mail.subject?.includes('possible spam') || javaScriptEnabled);
      // A reload shows the same and sends nothing.
      const mails = mailsToProvider();
      await page.reload();
      assert.equal(await referenceOn(page), reference);
      assert.deepEqual([mailsToProvider(), sendings()], [mails, 1]);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });

    test('an invalid request: problems above and beside, in focus or in view; corrected; sent', async () => {
      const { page } = await visit(formAddress, { javaScriptEnabled });
      await describedRightly(page, false);
      await page.fill('#f-email', 'jane@');
      await unfold(page, 'tried');
      await page.fill('#f-tried', 'x'.repeat(2100));
      await unfold(page, 'asker');
      await page.check('[name="asker"][value="expert"]');
      await page.click(goOn);
      await page.waitForSelector('#problems:not([hidden])');
      await look(page, 'problems');
      assert.match(await page.title(), /^Error: /);
      if (javaScriptEnabled) await hasFocus(page, 'problems');
      else assert.ok(new URL(page.url()).hash === '#answer');
      const problems = await page.locator('#problems li:visible').allTextContents();
      const beside = (await page.locator('.field-error').allInnerTexts()).map((text) => text.replace(/^Error: /, ''));
      // The same words with script and without, above and beside.
      assert.deepEqual(problems, beside);
      assert.deepEqual(problems, [
        'The issue is missing. Write in a sentence or two what is happening.',
        'No topic was chosen. Choose at least one, or “Something else”.',
        '“What have you tried?” has 2,100 characters; 2,000 are allowed. Take out 100.',
        'Your name is missing. Write the name we should ask for.',
        '“jane@” is not a whole email address. Write one address, such as name@agency.gov.',
        'You ask for a site, and the name of your contact there is missing. Write it, or choose “The agency or project itself”.',
        'You ask for a site, and the email address of your contact there is missing. Write it, or choose “The agency or project itself”.',
        'The agency is missing. Write the name of the agency that needs help.',
        'The state or territory is missing. Choose it from the list.',
      ]);
      await describedRightly(page, true);
      assert.equal(await page.inputValue('#f-email'), 'jane@');
      assert.equal((await page.inputValue('#f-tried')).length, 2100);
      assert.equal(await page.getAttribute('#f-agency', 'aria-invalid'), 'true');
      // A problem leads to its field.
      await page.click('#problems a[href="#f-agency"]');
      await hasFocus(page, 'f-agency');
      // And shows what is asked and what is wrong with it.
      for (const part of ['[for="f-agency"]', '#f-agency-error', '#f-agency']) await isInView(page, part);

      await fillRequired(page, unique('Corrected'));
      await page.fill('#f-tried', 'Less');
      await page.check('[name="asker"][value="site"]');
      await page.click(goOn);
      await page.waitForSelector(sendButton);
      assert.doesNotMatch(await page.title(), /^Error/);
      await page.click(sendButton);
      await referenceOn(page);
      await page.context().close();
    });

    test('a double click sends once', async () => {
      const { page } = await visit(formAddress, { javaScriptEnabled });
      const issue = unique('Twice');
      await fillRequired(page, issue);
      await page.click(goOn);
      await page.waitForSelector(sendButton);
      const sendings = countSendings(page);
      await page.dblclick(sendButton);
      await mailAbout(await referenceOn(page));
      // Without script the browser may post twice; that is one request all the same.
      if (javaScriptEnabled) assert.equal(sendings(), 1);
      const all = await Promise.all(mailsToProvider().map((file) => simpleParser(readFileSync(join(outbox, file)))));
      assert.equal(all.filter(({ text }) => text?.includes(issue)).length, 1);
      await page.context().close();
    });

    test('Back from the check page leads to the answers; Back after sending does not send again', async () => {
      const { page } = await visit(formAddress, { javaScriptEnabled });
      const issue = unique('Back');
      await fillRequired(page, issue);
      await page.click(goOn);
      await page.waitForSelector(sendButton);
      await page.goBack();
      await page.waitForSelector(goOn);
      assert.equal(await page.isVisible('#check'), false);
      assert.equal(await page.inputValue('#f-issue'), issue);
      await page.click(goOn);
      await page.waitForSelector(sendButton);
      const sendings = countSendings(page);
      await page.click(sendButton);
      await mailAbout(await referenceOn(page));
      const mails = mailsToProvider();
      await page.goBack().catch(() => undefined); // without script, Chromium may ask before it posts again
      await page.waitForTimeout(500);
      assert.deepEqual([mailsToProvider(), sendings()], [mails, 1]);
      await page.context().close();
    });

    test('what a link carries reaches the request', async () => {
      const { page } = await visit(
        `${formAddress}?type=webinars&expert=hildy-saizow&topic=gun-violence&about=topics/gun-violence`,
        { javaScriptEnabled },
      );
      if (javaScriptEnabled) {
        await page.waitForSelector(`[data-fill="about"]:text("${guns}")`);
        assert.ok(await page.isChecked('[value="gun-violence"]'));
      }
      await fillRequired(page, unique('Linked'));
      await page.click(goOn);
      await page.waitForSelector(sendButton);
      const answers = await Promise.all(
        ['kind', 'expert', 'topics', 'about'].map((name) => page.innerText(`[data-fill="answer:${name}"]`)),
      );
      assert.deepEqual(answers, ['Webinars', 'Hildy Saizow', guns, guns]);
      await page.context().close();
    });
  });
}

test('the check page is the same with script and without', async () => {
  const shown = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const { page } = await visit(formAddress, { javaScriptEnabled });
      await fillRequired(page, 'Line one\nLine two & <b>three</b>. Case no. 24-1234.');
      await page.fill('#f-email', 'jane.doe@pd.gob');
      await unfold(page, 'topics');
      await page.check('[name="topics"][value="other"]');
      await unfold(page, 'otherTopic');
      await page.fill('#f-otherTopic', '  Ghost   guns ');
      await unfold(page, 'expert');
      await page.selectOption('#f-expert', 'hildy-saizow');
      await unfold(page, 'spiStatus');
      await page.check('[name="spiStatus"][value="none"]');
      await page.click(goOn);
      await page.waitForSelector(sendButton);
      await page.waitForLoadState();
      const text = await page.innerText('#check');
      await page.context().close();
      return text;
    }),
  );
  assert.equal(shown[0], shown[1]);
  assert.match(shown[0] ?? '', /Please look again\. Your answers may contain a case number/);
  assert.match(shown[0] ?? '', /Is your email address right\? Did you mean jane\.doe@pd\.gov\?/);
});

test('what is required stands open; folded questions open around an answer, a problem, and a link to them', async () => {
  const { page } = await visit(`${formAddress}?type=webinars`);
  const folds = () =>
    page
      .locator('.more-questions:not([data-choices])')
      .evaluateAll((parts) => parts.map((part) => (part as HTMLDetailsElement).open));
  assert.equal(await page.locator('.more-questions [aria-required]').count(), 0);
  assert.deepEqual(await folds(), [false, false, false, true, false]);
  await fillRequired(page, unique('Folded'));
  await page.click(goOn);
  await page.click('#check a[href="#f-kind"]');
  assert.ok(await page.isVisible('[name="kind"]'));
  await page.click(goOn);
  await page.click('[data-part="left-out"] a');
  assert.equal(await page.isVisible('#check'), false);
  await unfold(page, 'asker');
  await page.check('[name="asker"][value="expert"]');
  await page.locator('.more-questions:has([name="asker"]) > summary').click();
  assert.equal(await page.isVisible('#f-siteContactName'), false);
  await page.click(goOn);
  assert.ok(await page.isVisible('#f-siteContactName'));
  await page.context().close();
});

test('“Change” leads back to the question, but not while the answers are on their way', async () => {
  const { page } = await visit(formAddress);
  await fillRequired(page, unique('Change'));
  await page.click(goOn);
  await page.click('#check a[href="#f-agency"]');
  assert.equal(await page.isVisible('#check'), false);
  await hasFocus(page, 'f-agency');
  await page.click(goOn);
  const answered = Promise.withResolvers<void>();
  await page.route('**/api/ta-request', (route) => answered.promise.then(() => route.continue()));
  await page.click(sendButton);
  await page.click('#check a[href="#f-agency"]');
  assert.ok(await page.isVisible('#check'), 'nothing can be typed that would be lost');
  answered.resolve();
  await referenceOn(page);
  await page.context().close();
});

test('a pasted text is never cut without a word: it is told how much is too much', async () => {
  const { page } = await visit(formAddress);
  assert.equal(await page.locator('#request-form [maxlength]').count(), 0);
  await unfold(page, 'phone');
  await page.fill('#f-phone', '5'.repeat(50));
  await page.click(goOn);
  assert.match((await page.textContent('#f-phone-error')) ?? '', /has 50 characters; 40 are allowed. Take out 10/);
  assert.equal((await page.inputValue('#f-phone')).length, 50);
  assert.match((await page.textContent('[data-field="topics"] legend')) ?? '', /\(required\)/);
  await page.context().close();
});

test('an old browser sends too: by the script where that can do without what is missing, and by itself where it cannot', async () => {
  for (const [missing, way] of [
    ['delete String.prototype.toWellFormed; delete AbortSignal.timeout', 'fetch'],
    ['delete FormData.prototype[Symbol.iterator]', 'document'],
  ] as const) {
    const { page } = await visit(formAddress);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.addInitScript(missing);
    await page.reload();
    await fillRequired(page, unique('Old'));
    await page.click(goOn);
    await page.waitForSelector(sendButton);
    const posted = page.waitForRequest('**/api/ta-request');
    await page.click(sendButton);
    assert.equal((await posted).resourceType(), way);
    await mailAbout(await referenceOn(page));
    await page.reload();
    assert.deepEqual(asked, [], 'what is sent, or on its way, is left without a question');
    await page.context().close();
  }
});

test('a form posted under any referrer policy is known as our own', async () => {
  for (const policy of ['no-referrer', 'same-origin', 'strict-origin-when-cross-origin']) {
    const { page } = await visit(formAddress, { javaScriptEnabled: false }, { 'Referrer-Policy': policy });
    await fillRequired(page, unique(policy));
    await page.click(goOn);
    await page.waitForSelector(sendButton);
    await page.click(sendButton);
    const { subject = 'possible spam' } = await mailAbout(await referenceOn(page));
    assert.doesNotMatch(subject, /possible spam/, policy);
    await page.context().close();
  }
});
