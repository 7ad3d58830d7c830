/** The form as a person meets it: Chromium at 360 px, by keyboard alone, with script and without. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startLocalSite, type LocalSite } from '../../netlify/local/server.ts';
import { styleHashes } from '../../src/lib/style-hashes.ts';
import { securityHeaders } from '../../src/lib/security-headers.ts';
import { axeFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/chromium.ts';

const formAddress = '/technical-assistance/request/';
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const formFile = join(dist, formAddress, 'index.html');
const outbox = mkdtempSync(join(tmpdir(), 'outbox-'));
let site: LocalSite;
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
const visit = async (
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

const checkAccess = async (page: Page, state: string): Promise<void> => {
  assert.deepEqual(await axeFaults(page), [], state);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `${state}: the page scrolls sideways by ${overflow} px`);
};

/** The checker is a script itself: a page without script is checked as its markup stands, in a page whose own scripts are held back. */
const checkStill = async (page: Page, state: string): Promise<void> => {
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

const mailOf = async (reference: string, message: 'provider' | 'acknowledgement'): Promise<ParsedMail[]> =>
  Promise.all(
    readdirSync(outbox)
      .filter((file) => file.startsWith(reference.toLowerCase()) && file.includes(message))
      .map((file) => simpleParser(readFileSync(join(outbox, file)))),
  );

const referenceOn = async (page: Page): Promise<string> => {
  await page.waitForURL('**/received/?reference=*');
  const reference = (await page.textContent('.reference'))?.trim() ?? '';
  assert.match(reference, /^TA-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  return reference;
};

/** Presses Tab until the wanted element has the focus. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
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
const draftHolds = async (page: Page, words: string): Promise<void> => {
  await page.waitForFunction((wanted) => localStorage.getItem('ta-request-draft')?.includes(wanted), words);
};

/** Opens the folded questions among which this one stands. */
const unfold = async (page: Page, name: string): Promise<void> => {
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
const typeRequest = async (page: Page, issue: string): Promise<void> => {
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
  await page.keyboard.type('Texas');
  await tabTo(page, '[name="neededBy"]');
  await page.keyboard.press('Space');
};

/** Whether all of it is on the screen. */
const isInView = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/**
 * What a screen reader says of each control beside its name: no error before there is one, and then exactly of those at
 * fault. Chromium computes it; nothing hidden may slip into it.
 */
const describedRightly = async (page: Page, hasErrors: boolean): Promise<void> => {
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

const fillRequired = async (page: Page, issue: string): Promise<void> => {
  await page.fill('#f-name', 'Jane Doe');
  await page.fill('#f-email', 'jane.doe@pd.example');
  await page.fill('#f-agency', 'Springfield Police Department');
  await page.selectOption('#f-state', 'TX');
  await page.check('[value="gun-violence"]');
  await page.fill('#f-issue', issue);
};

const goOn = '.actions .button';
const sendButton = '#check .button';
const unique = (words: string) => `${words} ${crypto.randomUUID()}`;

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    const look = javaScriptEnabled ? checkAccess : checkStill;

    test('a whole request by keyboard alone, at 360 px, no fault of access in any state', async () => {
      const { page, complaints } = await visit(formAddress, { javaScriptEnabled });
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
      assert.match(await page.innerText('[data-part="left-out"]'), /^18 optional questions left out\. Answer more/);
      assert.equal(await page.textContent('[data-fill="answer:issue"]'), issue);
      assert.equal(await page.textContent('[data-fill="answer:contactBy"]'), 'Telephone');
      await tabTo(page, sendButton);
      await page.keyboard.press('Enter');
      const reference = await referenceOn(page);
      await look(page, 'received');
      const [mail] = await mailOf(reference, 'provider');
      assert.match(mail?.subject ?? '', /TX \| SPI status unknown \| Gun violence \| within two weeks/);
      assert.ok(mail?.text?.includes(issue));
      assert.ok(!mail?.subject?.includes('possible spam') || javaScriptEnabled);
      // A reload shows the same and sends nothing.
      const files = readdirSync(outbox).length;
      await page.reload();
      assert.equal(await referenceOn(page), reference);
      assert.equal(readdirSync(outbox).length, files);
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
      if (javaScriptEnabled) assert.equal(await page.evaluate(() => document.activeElement?.id), 'problems');
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
        '“jane@” is not a whole e-mail address. Write one address, such as name@agency.gov.',
        'You ask for a site, and the name of your contact there is missing. Write it, or choose “The agency or project itself”.',
        'You ask for a site, and the e-mail address of your contact there is missing. Write it, or choose “The agency or project itself”.',
        'The agency is missing. Write the name of the agency that needs help.',
        'The state or territory is missing. Choose it from the list.',
      ]);
      await describedRightly(page, true);
      assert.equal(await page.inputValue('#f-email'), 'jane@');
      assert.equal((await page.inputValue('#f-tried')).length, 2100);
      assert.equal(await page.getAttribute('#f-agency', 'aria-invalid'), 'true');
      // A problem leads to its field.
      await page.click('#problems a[href="#f-agency"]');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'f-agency');
      // And shows what is asked and what is wrong with it.
      for (const part of ['[for="f-agency"]', '#f-agency-error', '#f-agency'])
        assert.ok(await isInView(page, part), `${part} is in view`);

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
      await page.dblclick(sendButton);
      const reference = await referenceOn(page);
      assert.equal((await mailOf(reference, 'provider')).length, 1);
      const all = await Promise.all(readdirSync(outbox).map((file) => simpleParser(readFileSync(join(outbox, file)))));
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
      await page.click(sendButton);
      const reference = await referenceOn(page);
      const files = readdirSync(outbox).length;
      await page.goBack().catch(() => undefined); // without script, Chromium may ask before it posts again
      await page.waitForTimeout(500);
      assert.equal(readdirSync(outbox).length, files);
      assert.equal((await mailOf(reference, 'provider')).length, 1);
      await page.context().close();
    });

    test('what a link carries reaches the request', async () => {
      const { page } = await visit(
        `${formAddress}?type=webinars&expert=hildy-saizow&topic=gun-violence&about=topics/gun-violence`,
        { javaScriptEnabled },
      );
      if (javaScriptEnabled) {
        await page.waitForSelector('[data-fill="about"]:text("Gun violence")');
        assert.ok(await page.isChecked('[value="gun-violence"]'));
      }
      await fillRequired(page, unique('Linked'));
      await page.click(goOn);
      await page.waitForSelector(sendButton);
      const answers = await Promise.all(
        ['kind', 'expert', 'topics', 'about'].map((name) => page.innerText(`[data-fill="answer:${name}"]`)),
      );
      assert.deepEqual(answers, ['Webinars', 'Hildy Saizow', 'Gun violence', 'Gun violence']);
      await page.context().close();
    });
  });
}

test('the check page is the same with script and without', async () => {
  const shown = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const { page } = await visit(formAddress, { javaScriptEnabled });
      await fillRequired(page, 'Line one\nLine two & <b>three</b>. Case no. 24-1234.');
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
      const text = await page.innerText('#check');
      await page.context().close();
      return text;
    }),
  );
  assert.equal(shown[0], shown[1]);
  assert.match(shown[0] ?? '', /Please look again\. Your answers may contain a case number/);
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

test('“Change” leads back to the question', async () => {
  const { page } = await visit(formAddress);
  await fillRequired(page, unique('Change'));
  await page.click(goOn);
  await page.click('#check a[href="#f-agency"]');
  assert.equal(await page.isVisible('#check'), false);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'f-agency');
  await page.context().close();
});

test('when the site cannot be reached: told plainly, answers kept, a mail draft carries them; sent again, it is one request', async () => {
  const { page } = await visit(formAddress);
  const issue = unique('Offline');
  await fillRequired(page, issue);
  await page.click(goOn);
  await page.route('**/api/ta-request', (route) => route.abort());
  await page.click(sendButton);
  await page.waitForSelector('#failed:not([hidden])');
  await checkAccess(page, 'not sent');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'failed');
  assert.match(await page.innerText('#failed'), /We cannot tell whether your request arrived/);
  assert.doesNotMatch(await page.innerText('#failed'), /not sent/);
  const link = (await page.getAttribute('[data-href="mailto"]', 'href')) ?? '';
  assert.ok(decodeURIComponent(link).includes(issue));
  assert.equal(await page.inputValue('#f-issue'), issue);
  await page.unroute('**/api/ta-request');
  // The answer gets lost on the way back, so the person sends again.
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
  await page.click(sendButton);
  const reference = await referenceOn(page);
  assert.equal((await mailOf(reference, 'provider')).length, 1);
  await page.context().close();
});

test('other answers under the key of a received request are told so, and can be sent as a new one', async () => {
  const { page } = await visit(formAddress);
  await fillRequired(page, unique('First'));
  await page.click(goOn);
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

describe('drafts', () => {
  const kept = (page: Page) => page.evaluate(() => localStorage.getItem('ta-request-draft'));

  test('nothing is kept before the person says yes; then it survives a reload; sending wipes it', async () => {
    const { page, complaints } = await visit(formAddress);
    const issue = unique('Draft');
    await fillRequired(page, issue);
    await page.waitForTimeout(600);
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

test('chosen topics bring something to read and someone who knows; long texts are counted', async () => {
  const { page } = await visit(formAddress);
  assert.equal(await page.isVisible('[data-suggestions-list]'), false);
  await page.check('[value="gun-violence"]');
  await page.waitForSelector('[data-suggestions-list] a');
  const links = await page
    .locator('[data-suggestions-list] a')
    .evaluateAll((list) => list.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(
    links.some((href) => href.startsWith('/experts/')) &&
      links.some((href) => /^\/(library|research-spotlights)\//.test(href)),
  );
  for (const href of links) assert.equal((await fetch(site.address + href)).status, 200, href);
  await checkAccess(page, 'suggestions');
  await page.uncheck('[value="gun-violence"]');
  assert.equal(await page.isVisible('[data-suggestions-list]'), false);
  await page.fill('#f-issue', 'abc');
  assert.equal((await page.textContent('#f-issue-count'))?.trim(), '3 of 2,000 characters used.');
  await page.context().close();
});

test('the confirmation offers reading on the topics just sent, and prints; nothing personal is kept for that', async () => {
  const { page, complaints } = await visit(formAddress);
  await fillRequired(page, unique('Reading'));
  await page.click(goOn);
  await page.click(sendButton);
  const reference = await referenceOn(page);
  await page.waitForSelector('[data-reading] li');
  await checkAccess(page, 'received, with reading');
  const hrefs = await page
    .locator('[data-reading] a')
    .evaluateAll((list) => list.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(
    hrefs.some((href) => href.startsWith('/experts/')),
    hrefs.join(' '),
  );
  assert.ok(
    hrefs.some((href) => /^\/(library|research-spotlights)\//.test(href)),
    hrefs.join(' '),
  );
  assert.deepEqual(await page.evaluate(() => ({ ...sessionStorage })), { 'ta-request-topics': '["gun-violence"]' });
  assert.equal(new URL(page.url()).search, `?reference=${reference}`);
  await page.evaluate(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await page.click('request-received button');
  assert.equal(await page.title(), 'printed');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.isVisible('request-received button'), false);
  assert.deepEqual(complaints, []);
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
  assert.equal((await mailOf(lost, 'provider')).length, 1);
  await page.context().close();
});

test('a form posted under any referrer policy is known as our own', async () => {
  for (const policy of ['no-referrer', 'same-origin', 'strict-origin-when-cross-origin']) {
    const { page } = await visit(formAddress, { javaScriptEnabled: false }, { 'Referrer-Policy': policy });
    await fillRequired(page, unique(policy));
    await page.click(goOn);
    await page.waitForSelector(sendButton);
    await page.click(sendButton);
    const [mail] = await mailOf(await referenceOn(page), 'provider');
    assert.doesNotMatch(mail?.subject ?? 'possible spam', /possible spam/, policy);
    await page.context().close();
  }
});

test('dark, wide and narrow: no fault of access', async () => {
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    const { page } = await visit(formAddress, { viewport: { width, height: 900 }, colorScheme });
    await page.click(goOn);
    await page.waitForSelector('#problems:not([hidden])');
    await checkAccess(page, `problems at ${width}`);
    await fillRequired(page, 'Short');
    await page.click(goOn);
    await page.waitForSelector(sendButton);
    await checkAccess(page, `check at ${width}`);
    await page.context().close();
  }
});

test('the confirmation is not shown to someone without a reference', async () => {
  for (const query of ['', '?reference=TA-2222-2223', '?reference=%3Cscript%3E']) {
    const response = await fetch(`${site.address}/technical-assistance/request/received/${query}`, {
      redirect: 'manual',
    });
    assert.equal(response.status, 303, query);
  }
});

test('the one question that matters is on the second screen of a telephone at the latest, and the start is not repeated', async () => {
  const { page } = await visit(formAddress);
  const y = await page.locator('#f-issue').evaluate((element) => element.getBoundingClientRect().top + scrollY);
  assert.ok(y <= 900, `“What is happening?” begins at ${Math.round(y)} px`);
  assert.ok(await page.isVisible('.before-you-start'));
  assert.equal(await page.locator('.before-you-start > li').count(), 3);
  await page.click(goOn);
  await page.waitForSelector('#problems:not([hidden])');
  assert.equal(await page.isVisible('.before-you-start'), false);
  const bare = await visit(formAddress, { javaScriptEnabled: false });
  await bare.page.click(goOn);
  await bare.page.waitForSelector('#problems');
  assert.equal(await bare.page.locator('.before-you-start').count(), 0);
  await page.context().close();
  await bare.page.context().close();
});

test('who comes from a project finds its kind of crime ticked, and is told so; what is unticked stays so', async () => {
  const { pages, vocabulary } = JSON.parse(
    readFileSync(join(dist, 'technical-assistance/request/directory.json'), 'utf8'),
  ) as {
    pages: Record<string, { title: string; topics: string[] }>;
    vocabulary: { topics: { value: string; label: string; group: string }[] };
  };
  const crimes = new Map(
    vocabulary.topics.filter(({ group }) => group === 'crime').map(({ value, label }) => [value, label]),
  );
  const [about = '', { topics } = assert.fail()] =
    Object.entries(pages).find(
      ([key, page]) => key.startsWith('program-profiles/') && page.topics.some((topic) => crimes.has(topic)),
    ) ?? assert.fail();
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await visit(`${formAddress}?about=${about}`, { javaScriptEnabled });
    if (javaScriptEnabled) {
      await page.waitForSelector('[data-part="ticked"]:visible');
      assert.match(await page.innerText('[data-part="ticked"]'), /Its topics are ticked for you above/);
      for (const topic of topics) assert.ok(await page.isChecked(`[name="topics"][value="${topic}"]`), topic);
    }
    await page.fill('#f-issue', unique('From a project'));
    await page.fill('#f-name', 'Jane Doe');
    await page.fill('#f-email', 'jane.doe@pd.example');
    await page.fill('#f-agency', 'Springfield Police Department');
    await page.selectOption('#f-state', 'TX');
    await page.click(goOn);
    await page.waitForSelector(sendButton);
    assert.equal(
      await page.innerText('[data-fill="answer:topics"]'),
      topics.map((topic) => crimes.get(topic)).join('; '),
    );
    await page.context().close();
  }
});

test('what the platform answers in our place is told as what it is', async () => {
  const { page } = await visit(formAddress);
  await fillRequired(page, unique('Platform'));
  await page.click(goOn);
  await page.waitForSelector(sendButton);
  for (const [status, body, words] of [
    [429, 'Too many requests', /Your request was not sent.*so many requests a minute/],
    [502, '<h1>Bad gateway</h1>', /We cannot tell whether your request arrived/],
    [500, '', /We cannot tell whether your request arrived/],
    [200, 'not JSON', /We cannot tell whether your request arrived/],
    [404, 'Not found', /Your request was not sent.*it answered 404/],
  ] as const) {
    await page.route('**/api/ta-request', (route) => route.fulfill({ status, body, contentType: 'text/html' }), {
      times: 1,
    });
    await page.click(sendButton);
    await page.waitForFunction(
      (source) => new RegExp(source, 's').test(document.querySelector<HTMLElement>('#failed')?.innerText ?? ''),
      words.source,
    );
    await checkAccess(page, `answer ${status}`);
  }
  // Known before anything is sent.
  await page.context().setOffline(true);
  await page.click(sendButton);
  await page.waitForFunction(() =>
    document
      .querySelector<HTMLElement>('#failed')
      ?.innerText.includes('This device does not reach the site, so nothing was sent'),
  );
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

test('browser and function count characters alike, and read an address however it was pasted', async () => {
  const { page } = await visit(formAddress);
  await fillRequired(page, '👮'.repeat(2001));
  await page.fill('#f-email', '\u200bjane.doe@pd.example');
  await page.click(goOn);
  assert.equal(
    await page.innerText('#problems li:visible'),
    '“What is happening?” has 2,001 characters; 2,000 are allowed. Take out 1.',
  );
  await page.fill('#f-issue', '👮'.repeat(1001));
  assert.equal(await page.innerText('#f-issue-count'), '1,001 of 2,000 characters used.');
  await page.click(goOn);
  await page.waitForSelector(sendButton);
  assert.equal(await page.innerText('[data-fill="answer:email"]'), 'jane.doe@pd.example');
  await page.click(sendButton);
  await referenceOn(page);
  await page.context().close();
});

test('paper shows all that was typed', async () => {
  const { page } = await visit(formAddress, { viewport: { width: 900, height: 900 } });
  const lines = Array.from({ length: 60 }, (_, index) => `Line number ${index}`).join('\n');
  await page.fill('#f-issue', lines);
  await page.emulateMedia({ media: 'print' });
  const { shown, all } = await page
    .locator('#f-issue')
    .evaluate((area) => ({ shown: area.clientHeight, all: area.scrollHeight }));
  assert.ok(shown >= all && all > 600, `${shown} of ${all} px`);
  await page.context().close();
});

test('a browser that knows neither script nor style nor “hidden” is shown one state at a time', () => {
  const page = readFileSync(join(dist, formAddress, 'index.html'), 'utf8').replace(/<script[^]*?<\/script>/g, '');
  assert.doesNotMatch(
    page,
    /There is a problem|was not sent|cannot tell|Nothing has been sent|Send the request|Error:/,
  );
  assert.doesNotMatch(page, / hidden[ >]/);
});
