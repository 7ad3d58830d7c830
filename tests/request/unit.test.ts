/** The small parts: reference, cleaning, signals, CSV, settings, suggestions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvOf } from '../../netlify/lib/csv.ts';
import { remarksOn, spamSignals } from '../../netlify/lib/validate.ts';
import { codeOf } from '../../netlify/lib/log.ts';
import { limiter } from '../../netlify/lib/limit.ts';
import { readSettings, readSmtpUrl } from '../../netlify/lib/settings.ts';
import { site } from '../../netlify/lib/site.ts';
import { possibleCaseData } from '../../src/lib/case-data.ts';
import { mailtoLink } from '../../src/lib/mailto.ts';
import { readReference, referenceFrom } from '../../src/lib/reference.ts';
import { relatedProjects, suggestedExperts, type Directory } from '../../src/lib/suggest.ts';
import { tidyLine, tidyText } from '../../src/lib/tidy.ts';
import { emailPattern } from '../../src/request/messages.ts';
import { required } from './support/world.ts';

const signs = '23456789BCDFGHJKLMNPQRSTVWXYZ';
const bytes = fc.uint8Array({ minLength: 7, maxLength: 32 });

test('every single wrong sign and every swap of two neighbors in a reference is noticed', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const reference = referenceFrom(some);
      assert.match(reference, /^TA-[2-9B-DF-HJ-NP-TV-Z]{4}-[2-9B-DF-HJ-NP-TV-Z]{4}$/);
      const body = [...reference.replace('TA-', '').replace('-', '')];
      for (let place = 0; place < body.length; place += 1) {
        for (const sign of signs) {
          if (sign === body[place]) continue;
          assert.equal(readReference(`TA-${body.with(place, sign).join('')}`), undefined);
        }
        const [a, b] = [body[place], body[place + 1]];
        if (a && b && a !== b)
          assert.equal(
            readReference(
              `TA-${body
                .with(place, b)
                .with(place + 1, a)
                .join('')}`,
            ),
            undefined,
          );
      }
    }),
    { numRuns: 200 },
  );
});

test('a reference is read however it was typed', () => {
  const reference = referenceFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7]));
  for (const typed of [
    reference.toLowerCase(),
    reference.replaceAll('-', ' '),
    ` ${reference} `,
    reference.replaceAll('-', ''),
  ])
    assert.equal(readReference(typed), reference);
  for (const typed of ['', 'TA-', 'hello', `${reference}2`]) assert.equal(readReference(typed), undefined);
});

test('cleaning takes out what cannot be seen and nothing that can', () => {
  assert.equal(tidyLine('  a\r\nb\tc  '), 'a b c');
  assert.equal(tidyText('a\r\nb\rc\u2028d\u0000\u202e'), 'a\nb\nc\nd');
  assert.equal(tidyText('\ud800x'), '\ufffdx');
  assert.equal(tidyLine('Zoë Nuñez, 100 % “fine” 👮‍♀️'), 'Zoë Nuñez, 100 % “fine” 👮‍♀️');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.doesNotMatch(tidyLine(text), /[\r\n\0]/)));
});

test('an address is one address', () => {
  for (const good of [
    'a@b.co',
    "o'neil@pd.example.gov",
    'x+y@sub.domain.police.uk',
    'first.last@xn--bcher-kva.example',
  ])
    assert.match(good, emailPattern);
  for (const bad of [
    '',
    'a',
    'a@b',
    'a@@b.co',
    'a b@c.co',
    'a@b.co, c@d.co',
    'A <a@b.co>',
    'a@b.co\r\nBcc: x@y.z',
    '"a"@b.co',
    'a@-b.co',
    '.a@b.co',
    'a..b@c.co',
    'a@b.c',
    'a@b..co',
  ])
    assert.doesNotMatch(bad, emailPattern);
  // No pattern here may take long over a long bad text.
  const begun = performance.now();
  emailPattern.test(`${'a'.repeat(100_000)}@${'a-'.repeat(50_000)}!`);
  emailPattern.test(`a@${'a.'.repeat(60_000)}`);
  possibleCaseData('case '.repeat(20_000), `suspect${' '.repeat(100_000)}`);
  assert.ok(performance.now() - begun < 2000);
});

test('possible case data is noticed, ordinary numbers are not', () => {
  assert.deepEqual(possibleCaseData('see case no. 24-00123'), ['a case number']);
  assert.deepEqual(possibleCaseData('SSN 123-45-6789'), ['a Social Security number']);
  assert.deepEqual(possibleCaseData('the suspect named Doe', undefined, 'DOB 1/1/80'), [
    'a date of birth',
    'the name of a person in a case',
  ]);
  assert.deepEqual(
    possibleCaseData('In 2024 we had 310 cases in 12 districts; call 555-0100. Award 2018-WY-BX-0001.'),
    [],
  );
});

test('spam signals tag; free mail and case data are remarked on', () => {
  const answers = site.schema.parse(required);
  assert.deepEqual(spamSignals(answers, { honeypot: '', seconds: undefined }, 'own'), []);
  assert.equal(
    spamSignals(
      { ...answers, name: 'http://x.y', issue: 'http://a http://b http://c' },
      { honeypot: 'x', seconds: 1 },
      'unknown',
    ).length,
    5,
  );
  assert.equal(remarksOn({ ...answers, email: 'a@gmail.com', issue: 'Case #4411' }).length, 2);
});

test('a cell is never taken for a formula, and the row survives commas, quotes and line ends', () => {
  assert.equal(
    csvOf([
      ['a', '=1+1'],
      ['b', 'x,"y"\nz'],
      ['c', '@SUM'],
      ['d', 'plain'],
      ['e', '-2'],
      ['f', '+1'],
      ['g', '\t=x'],
    ]),
    '\uFEFFa,b,c,d,e,f,g\r\n\'=1+1,"x,""y""\nz",\'@SUM,plain,\'-2,\'+1,\'\t=x\r\n',
  );
});

test('settings at fault are named; previews are silent; a new machine needs none', () => {
  const names = (environment: Record<string, string>, context: string) =>
    readSettings(environment, context).problems.map(({ name }) => name);
  assert.deepEqual(names({}, 'dev'), []);
  assert.equal(readSettings({}, 'dev').mode, 'outbox');
  assert.deepEqual(names({}, 'production'), ['SMTP_URL', 'PROVIDER_EMAIL', 'MAIL_FROM']);
  const good = { SMTP_URL: 'smtps://u:p%40@mail.example:465', PROVIDER_EMAIL: 'a@b.co', MAIL_FROM: 'c@d.co' };
  assert.deepEqual(names(good, 'production'), []);
  assert.deepEqual(
    names(
      {
        ...good,
        SMTP_URL: 'mail.example',
        RETENTION_DAYS: '0',
        HEARTBEAT_URL: 'http://x',
        ALARM_EMAIL: 'a@b.co, c@d.co',
      },
      'production',
    ).sort(),
    ['ALARM_EMAIL', 'HEARTBEAT_URL', 'RETENTION_DAYS', 'SMTP_URL'],
  );
  for (const context of ['deploy-preview', 'branch-deploy', 'feature-x'])
    assert.equal(readSettings(good, context).mode, 'silent');
  assert.notEqual(readSettings(good, 'deploy-preview').storeName, readSettings(good, 'production').storeName);
  assert.deepEqual(readSmtpUrl('smtps://u:p%40@mail.example'), {
    host: 'mail.example',
    port: 465,
    secure: true,
    requireTLS: false,
    auth: { user: 'u', pass: 'p@' },
  });
  // A bare % is a slip, not a fault that ends the function.
  assert.equal(readSmtpUrl('smtps://u:100%@mail.example'), undefined);
  assert.deepEqual(names({ ...good, SMTP_URL: 'smtps://u:100%@mail.example' }, 'production'), ['SMTP_URL']);
  // Nothing is ever mailed to a made-up address.
  assert.ok(
    !JSON.stringify(readSettings({ ...good, PROVIDER_EMAIL: 'a@b.co, c@d.co', MAIL_FROM: '' }, 'production')).includes(
      'smart-policing.example',
    ),
  );
  // TLS is demanded everywhere but on this machine.
  assert.equal(readSmtpUrl('smtp://mail.example')?.requireTLS, true);
  assert.equal(readSmtpUrl('smtp://127.0.0.1:2525')?.requireTLS, false);
});

test('an error reaches the log as a code only', () => {
  assert.equal(
    codeOf(Object.assign(new Error('mail to jane@pd.example refused'), { code: 'EENVELOPE', responseCode: 550 })),
    'EENVELOPE 550',
  );
  assert.equal(codeOf(new TypeError('jane')), 'TypeError');
  assert.equal(codeOf({ code: 'jane@pd.example' }), 'unknown');
  assert.equal(codeOf('jane'), 'unknown');
});

test('the limit counts for each and forgets in time', () => {
  const { allow } = limiter(2, 1000);
  assert.deepEqual(
    [allow('a', 0), allow('a', 1), allow('a', 2), allow('b', 2), allow('a', 1500)],
    [true, true, false, true, true],
  );
});

test('a crowd does not make the limit forget the one who asks all the time', () => {
  const { allow } = limiter(1, 1_000_000);
  assert.ok(allow('loud', 0));
  for (let index = 0; index < 20_000; index += 1) {
    allow(`visitor ${index}`, index);
    if (index % 1000 === 0) assert.equal(allow('loud', index), false);
  }
});

test('experts and projects are suggested with the reason', () => {
  const directory: Directory = {
    vocabulary: {
      topics: [
        { value: 'guns', label: 'Gun violence' },
        { value: 'dv', label: 'Domestic violence' },
      ],
      types: [],
      experts: [],
      states: [],
    },
    experts: [
      { id: 'a', name: 'Ann', href: '/a/', topics: ['guns'], sites: [] },
      { id: 'b', name: 'Bob', href: '/b/', topics: ['guns', 'dv'], sites: [{ title: 'Dallas', state: 'TX' }] },
      { id: 'c', name: 'Cy', href: '/c/', topics: [], sites: [] },
    ],
    projects: [
      { title: 'P', href: '/p/', state: 'TX', topics: ['dv'] },
      { title: 'Q', href: '/q/', state: 'OH', topics: ['guns'] },
      { title: 'R', href: '/r/', state: 'TX', topics: [] },
    ],
    pages: {},
  };
  assert.deepEqual(
    suggestedExperts({ topics: ['guns', 'dv'], state: 'TX' }, directory).map(
      ({ label, reason }) => `${label}: ${reason}`,
    ),
    ['Bob: knows gun violence and domestic violence; worked with Dallas', 'Ann: knows gun violence'],
  );
  assert.equal(
    suggestedExperts({ topics: ['guns'], state: 'OH', expert: 'c' }, directory)[0]?.reason,
    'named in the request',
  );
  assert.deepEqual(
    relatedProjects({ topics: ['guns', 'dv'], state: 'TX' }, directory).map(
      ({ label, reason }) => `${label}: ${reason}`,
    ),
    ['P: domestic violence; same state', 'Q: gun violence'],
  );
});

test('a mailto link carries every word', () => {
  const link = new URL(mailtoLink('a@b.co', 'Re: ü & x', 'line 1\nline 2 = 100 %?'));
  assert.equal(link.pathname, 'a@b.co');
  assert.equal(link.searchParams.get('subject'), 'Re: ü & x');
  assert.equal(link.searchParams.get('body'), 'line 1\r\nline 2 = 100 %?');
});
