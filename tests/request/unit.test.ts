/** The small parts: reference, cleaning, signals, CSV, settings, suggestions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { remarksOn } from '../../netlify/mail/remarks.ts';
import { spamSignals } from '../../netlify/request/spam.ts';
import { codeOf } from '../../netlify/log.ts';
import { limiter, mailboxOf, networkOf } from '../../netlify/request/limit.ts';
import { newRecord } from '../../netlify/store/record.ts';
import { readSettings, readSmtpUrl } from '../../netlify/settings.ts';
import { site } from '../../netlify/site.ts';
import { possibleCaseData } from '../../src/lib/case-data.ts';
import { mailtoLink } from '../../src/lib/mailto.ts';
import { readReference, referenceFrom } from '../../src/lib/reference.ts';
import { relatedProjects, suggestedExperts, type Directory } from '../../src/lib/suggest.ts';
import { freeMail, likelyAddress } from '../../src/lib/likely-address.ts';
import { tidyEmail, tidyLine, tidyText } from '../../src/lib/tidy.ts';
import { emailPattern, lengthOf } from '../../src/request/messages.ts';
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
  for (const nothing of ['\u200b', '\u3164 \u2800', '\u00ad\n\ufe0f', '\u{e0020}']) {
    assert.equal(tidyText(nothing), '');
    assert.equal(tidyLine(`a${nothing}`), `a${nothing.replace('\n', ' ')}`);
  }
  assert.equal(tidyLine('Zoë Nuñez, 100 % “fine” 👮‍♀️'), 'Zoë Nuñez, 100 % “fine” 👮‍♀️');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.doesNotMatch(tidyLine(text), /[\r\n\0]/)));
});

test('an address is one address', () => {
  for (const good of [
    'a@b.co',
    "o'neil@pd.example.gov",
    'x+y@sub.domain.police.uk',
    'first.last@xn--bcher-kva.example',
    // Any sign that HTML's own rule for type=email allows.
    ...[...".!#$%&'*+/=?^_`{|}~-"].map((sign) => `r${sign}d@example-agency.gov`),
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
    'a@b.c',
    'a@b..co',
    '=?utf-8?Q?chief=40pd.gov?=@b.co',
  ])
    assert.doesNotMatch(bad, emailPattern);
  // No pattern here may take long over a long bad text.
  const begun = process.cpuUsage();
  emailPattern.test(`${'a'.repeat(100_000)}@${'a-'.repeat(50_000)}!`);
  emailPattern.test(`a@${'a.'.repeat(60_000)}`);
  possibleCaseData('case '.repeat(20_000), `suspect${' '.repeat(100_000)}`);
  // Of the processor, not of the clock: others may be at work on this machine.
  assert.ok(process.cpuUsage(begun).user < 2_000_000);
});

test('an address is read however it was pasted', () => {
  const good = 'jrivera@example-agency.gov';
  const ignorable = [
    '\u200b',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u200f',
    '\u2060',
    '\u00ad',
    '\u180e',
    '\u034f',
    '\ufe0f',
  ];
  for (const sign of [...ignorable, '\u202a', '\u2066', '\ufeff'])
    for (const pasted of [sign + good, good + sign, good.replace('@', `${sign}@`)])
      assert.equal(tidyEmail(pasted), good);
  for (const pasted of [
    `mailto:${good}`,
    `MailTo:${good}`,
    `<${good}>`,
    `mailto:${good}?subject=Help`,
    `(${good})`,
    `"${good}"`,
    `‘${good}’`,
    `${good};`,
    `${good},`,
    `${good}.`,
    ` ${good}\u00a0`,
    good.replace('@', '＠'),
    good.replace('-', '\u2011'),
    'ｊｒｉｖｅｒａ＠example-agency.gov',
    good.replace('@', ' @ '),
  ])
    assert.equal(tidyEmail(pasted), good, pasted);
  assert.equal(tidyEmail('o’neil@pd.example'), "o'neil@pd.example");
  assert.equal(tidyEmail('jr@müller.example'), 'jr@xn--mller-kva.example');
  // Two stay two, and a name stays a name: to be refused, not cut.
  for (const bad of [
    'a@müller.example/c@d.co',
    'a@b.co/josé',
    'a@b.co#ü',
    'a@b.co; c@d.co',
    'mailto:a@b.co?cc=c@d.co',
    'Jane <a@b.co>',
    'jürgen@b.co',
    'a b@c.co',
  ])
    assert.doesNotMatch(tidyEmail(bad), emailPattern, bad);
});

test('an address that cannot be taken is told why', () => {
  for (const [typed, words] of [
    ['jane@pd.gov, joe@pd.gov', 'is more than one email address. Write one here'],
    ['jane@pd.gov joe@pd.gov', 'is more than one email address'],
    ['jürgen@pd.gov', 'has “ü” before the @, which many mail servers do not take. Write another'],
    ['jane@@pd.gov', 'is not a whole email address'],
    ['jane (at) pd.gov', 'is not a whole email address'],
    ['jane@pd', 'is not a whole email address'],
  ] as const) {
    const { error } = site.schema.safeParse({ ...required, email: tidyEmail(typed) });
    assert.ok(error?.issues[0]?.message.includes(words), typed);
  }
});

test('an address that looks mistyped is asked about, and no other', () => {
  for (const [typed, meant] of [
    ['Jane@gmial.com', 'jane@gmail.com'],
    ['jane@gmail.con', 'jane@gmail.com'],
    ['jane@gnail.con', 'jane@gmail.com'],
    ['jane@yaho.com', 'jane@yahoo.com'],
    ['jane@hotmail.co', 'jane@hotmail.com'],
    ['jane@police.austin.gob', 'jane@police.austin.gov'],
    ['jane@springfieldpd.ogr', 'jane@springfieldpd.org'],
    ...[...freeMail, 'pd.example.gov', 'aon.com', 'life.com', 'police.uk', 'yahoo.co.uk', 'gob.mx', 'x.co'].map(
      (domain) => [`jane@${domain}`, undefined] as const,
    ),
  ] as const)
    assert.equal(likelyAddress(typed), meant, typed);
});

test('one count of characters: an emoji is one', () => {
  assert.equal(lengthOf('👮'.repeat(1001)), 1001);
  assert.equal(lengthOf('é\nx'), 3);
});

test('who counts as one network, and as one mailbox', () => {
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7');
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7');
  for (const ip of ['2001:db8:1:2::1', '2001:0DB8:0001:0002:ffff:1:2:3', '2001:db8:1:2:0:0:0:9'])
    assert.equal(networkOf(ip), '2001:db8:1:2::/64');
  assert.notEqual(networkOf('2001:db8:1:3::1'), networkOf('2001:db8:1:2::1'));
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
  assert.equal(mailboxOf('Jane+spam+1@PD.example'), 'jane@pd.example');
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
  const record = newRecord(
    { day: '2026-11-04', id: 'x' },
    {
      answers: { ...answers, email: 'a@gmail.com', issue: 'Case #4411' },
      digest: '',
      signals: ['a sign'],
      isAcknowledged: false,
      isCanary: false,
      now: 0,
    },
  );
  assert.deepEqual(
    remarksOn(record, [], 0).map((remark) => remark.slice(0, 20)),
    ['Possible spam: a sig', 'The text may hold a ', 'Sent from a free mai'],
  );
  const mistyped = { ...record, answers: { email: 'a@pd.gob' } };
  assert.deepEqual(remarksOn(mistyped, [], 0), [
    'Possible spam: a sign',
    'The email address may be mistyped: a@pd.gov?',
  ]);
  assert.match(
    remarksOn(record, [], 2 * 3600_000).join(),
    /Received 1970-01-01 00:00 UTC; not known to have arrived before/,
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
  // A context that is not known is no live site.
  for (const context of ['deploy-preview', 'branch-deploy', 'feature-x', 'unknown', ''])
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
    !JSON.stringify(readSettings({ ...good, PROVIDER_EMAIL: 'a@b.co, c@d', MAIL_FROM: '' }, 'production')).includes(
      'smart-policing.example',
    ),
  );
  // Several may answer; what comes back goes to whoever looks after the site.
  assert.deepEqual(readSettings({ ...good, PROVIDER_EMAIL: 'a@b.co, c@d.co;e@f.co' }, 'production').provider, [
    'a@b.co',
    'c@d.co',
    'e@f.co',
  ]);
  assert.deepEqual(names({ ...good, PROVIDER_EMAIL: 'a@b.co, c@d' }, 'production'), ['PROVIDER_EMAIL']);
  assert.equal(readSettings(good, 'production').bounce, 'c@d.co');
  assert.equal(readSettings({ ...good, ALARM_EMAIL: 'x@y.co' }, 'production').bounce, 'x@y.co');
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
  const { allows, count } = limiter(2, 1000);
  const asks = (who: string, now: number): boolean => {
    const isAllowed = allows(who, now);
    count(who, now);
    return isAllowed;
  };
  assert.deepEqual(
    [asks('a', 0), asks('a', 1), asks('a', 2), asks('b', 2), asks('a', 1500)],
    [true, true, false, true, true],
  );
});

test('a crowd does not make the limit forget the one who asks all the time', () => {
  const { allows, count } = limiter(1, 1_000_000);
  count('loud', 0);
  for (let index = 0; index < 20_000; index += 1) {
    count(`visitor ${index}`, index);
    if (index % 1000 !== 0) continue;
    assert.equal(allows('loud', index), false);
    count('loud', index);
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
  assert.match(mailtoLink('a@b.co,c@d.co', 'x', 'y'), /^mailto:a@b\.co,c@d\.co\?/);
  const link = new URL(mailtoLink('a@b.co', 'Re: ü & x', 'line 1\nline 2 = 100 %?'));
  assert.equal(link.pathname, 'a@b.co');
  assert.equal(link.searchParams.get('subject'), 'Re: ü & x');
  assert.equal(link.searchParams.get('body'), 'line 1\r\nline 2 = 100 %?');
});
