import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockTime, passagesOf, recordingAt } from './transcript.ts';
import { parseWebVtt } from './webvtt.ts';

const read = (body: string) => parseWebVtt(`WEBVTT\n\n${body}`);
/** “Speaker: words”, a passage a line. */
const said = (body: string) =>
  passagesOf(read(body).cues).map(({ speaker, text }) => (speaker ? `${speaker}: ${text}` : text));
const faults = (text: string) => parseWebVtt(text).faults.map(({ kind, line }) => [kind, line]);

const webinar = `WEBVTT - a webinar

NOTE made by hand

1
00:00:01.000 --> 00:00:04.000
<v Hildy Saizow>Welcome to this webinar
on <i>dosage</i>.

00:00:04.500 --> 00:00:09.000
<v Hildy Saizow>We begin with Q&amp;A.

00:01:02.000 --> 00:01:05.000 align:start
<v James Coldren>Thank you.

01:00:00.000 --> 01:00:05.000
Closing words.
`;

test('passages break at a new speaker and after a minute', () => {
  const { cues, faults: told } = parseWebVtt(webinar);
  assert.deepEqual(told, []);
  assert.deepEqual(
    passagesOf(cues).map(({ id, start, time, speaker, text }) => [id, start, time, speaker, text]),
    [
      ['cue-1', 1, '00:01', 'Hildy Saizow', 'Welcome to this webinar on dosage. We begin with Q&A.'],
      ['cue-62', 62, '01:02', 'James Coldren', 'Thank you.'],
      ['cue-3600', 3600, '1:00:00', 'James Coldren', 'Closing words.'],
    ],
  );
});

test('each voice of a cue has its own words', () => {
  assert.deepEqual(
    said(`00:01.000 --> 00:04.000\n<v Dana Cole>Did calls fall?</v> <v Sam Okafor>Not in the first year.</v>`),
    ['Dana Cole: Did calls fall?', 'Sam Okafor: Not in the first year.'],
  );
  assert.deepEqual(said(`00:01.000 --> 00:04.000\n<v Dana Cole>Did calls fall?\n<v Sam Okafor>No.`), [
    'Dana Cole: Did calls fall?',
    'Sam Okafor: No.',
  ]);
  assert.deepEqual(said(`00:01.000 --> 00:04.000\nSomebody says <v Joe>so am I</v>`), [
    'Somebody says',
    'Joe: so am I',
  ]);
  // Words before a voice are not given to the speaker of the cue before.
  assert.deepEqual(said(`00:01.000 --> 00:02.000\n<v Ann>One.\n\n00:02.000 --> 00:03.000\nTwo. <v Joe>Three.`), [
    'Ann: One.',
    'Two.',
    'Joe: Three.',
  ]);
});

test('speakers as Zoom, Word and captioners write them', () => {
  assert.deepEqual(
    said(
      `1\n00:00:05.790 --> 00:00:09.514\nAlex Rivera: Good morning.\n\n2\n00:00:13.500 --> 00:00:17.000\nSam Okafor: Nine officers.`,
    ),
    ['Alex Rivera: Good morning.', 'Sam Okafor: Nine officers.'],
  );
  assert.deepEqual(
    said(
      `00:01.000 --> 00:02.000\nDANA COLE: We met.\n\n00:02.000 --> 00:03.000\nEvery week.\n\n00:03.000 --> 00:04.000\nDANA COLE: And then?\n\n00:04.000 --> 00:05.000\nCole, Dana (CNA): No.\n\n00:05.000 --> 00:06.000\nCole, Dana (CNA): Yes.`,
    ),
    ['DANA COLE: We met. Every week. And then?', 'Cole, Dana (CNA): No. Yes.'],
  );
  assert.deepEqual(
    said(
      `00:01.000 --> 00:02.000\n>> Ann Lee: First.\n\n00:02.000 --> 00:03.000\n>> Ann Lee: Second.\n\n00:03.000 --> 00:04.000\n>> A question from the floor.`,
    ),
    ['Ann Lee: First. Second.', 'A question from the floor.'],
  );
  assert.deepEqual(said(`00:01.000 --> 00:02.000\nSpeaker 1: First.\n\n00:02.000 --> 00:03.000\nSpeaker 2: Second.`), [
    'Speaker 1: First.',
    'Speaker 2: Second.',
  ]);
});

test('what stands before a colon and is no name stays in the words', () => {
  const lines = ['10:30 Meeting: bring numbers.', 'Three things: place, time, people.', 'Three things: again.'];
  assert.deepEqual(
    said(lines.map((line, index) => `00:0${index}.000 --> 00:0${index + 1}.000\n${line}`).join('\n\n')),
    [lines.join(' ')],
  );
  assert.deepEqual(said('00:01.000 --> 00:02.000\nOne rule: write.\n\n00:02.000 --> 00:03.000\nBoston: it fell.'), [
    'One rule: write. Boston: it fell.',
  ]);
});

test('signs that are no mark keep the words, and are told', () => {
  for (const [words, line] of [
    ['If p<.05 it counts; if p>.05 it does not.', 4],
    ['Fewer than <5 calls, more than >7.', 4],
    ['A <3 B and C > D', 4],
    ['<font color="red">Red</font> words', 4],
    ['Ends in a <v Joe', 4],
  ] as const) {
    assert.deepEqual(said(`00:01.000 --> 00:02.000\n${words}`), [words]);
    assert.deepEqual(faults(`WEBVTT\n\n00:01.000 --> 00:02.000\n${words}`), [['sign-in-words', line]]);
  }
  assert.deepEqual(
    said('00:01.000 --> 00:02.000\n<c.yellow.bg_blue>one</c> <00:00:01.500><b>two</b> <lang en>three</lang>'),
    ['one two three'],
  );
});

test('character references are read as HTML reads them', () => {
  assert.deepEqual(
    said('00:01.000 --> 00:02.000\n<v Cole &amp; Okafor>A&nbsp;B &#8217;tis 70&deg; &quot;x&quot; &lt;5 AT&T &#39;s'),
    ['Cole & Okafor: A B ’tis 70° "x" <5 AT&T \'s'],
  );
  assert.deepEqual(said('00:01.000 --> 00:02.000\n{\\an8}It&amp;#39;s R&amp;amp;D {here}'), ["It's R&D {here}"]);
});

test('rolling captions say each line once', () => {
  const words = ['patrol teams met weekly', 'with the county prosecutor', 'about repeat calls'];
  const rolling = words
    .map((line, index) => {
      const start = `00:0${index * 2}.000`;
      return `${start} --> 00:0${index * 2 + 2}.000\n${words[index - 1] ?? ' '}\n${line}\n\n00:0${index * 2 + 1}.990 --> 00:0${index * 2 + 2}.000\n${line}\n `;
    })
    .join('\n\n');
  assert.deepEqual(said(rolling), [words.join(' ')]);
  const growing = ['patrol', 'patrol teams', 'patrol teams met weekly'];
  assert.deepEqual(
    said(growing.map((line, index) => `00:0${index}.000 --> 00:0${index + 1}.000\n${line}`).join('\n\n')),
    ['patrol teams met weekly'],
  );
  // People repeat themselves: now and then is no rolling.
  const honest = ['Yes.', 'Yes.', 'We met.', 'On Monday.', 'It fell.'];
  assert.deepEqual(
    said(honest.map((line, index) => `00:0${index}.000 --> 00:0${index + 1}.000\n${line}`).join('\n\n')),
    [honest.join(' ')],
  );
});

test('line ends, indentation, settings, hours and a byte order mark', () => {
  const body =
    'WEBVTT\r\r 00:00:01.000-->00:00:02.000 line:0 position:20%\r  Words\tapart.\r\r1:00:00.000 --> 1:00:01.000\rLater.';
  const { cues, faults: told } = parseWebVtt(`\uFEFF${body}`);
  assert.deepEqual(told, []);
  assert.deepEqual(
    passagesOf(cues).map(({ id, text }) => [id, text]),
    [
      ['cue-1', 'Words apart.'],
      ['cue-3600', 'Later.'],
    ],
  );
  assert.deepEqual(parseWebVtt(body.replaceAll('\r', '\r\n')).cues.length, 2);
});

test('two passages of one second have addresses of their own', () => {
  assert.deepEqual(
    passagesOf(read('00:01.000 --> 00:02.000\n<v A>One</v><v B>Two</v>').cues).map(({ id }) => id),
    ['cue-1', 'cue-1-2'],
  );
});

test('a time opens the recording there where its host allows it', () => {
  assert.equal(
    recordingAt('https://www.youtube.com/watch?v=abc&list=x', 90),
    'https://www.youtube.com/watch?v=abc&list=x&t=90',
  );
  assert.equal(recordingAt('https://youtu.be/abc', 90), 'https://youtu.be/abc?t=90');
  assert.equal(recordingAt('https://www.youtube.com/embed/abc', 90), 'https://www.youtube.com/embed/abc?start=90');
  assert.equal(recordingAt('https://vimeo.com/123', 90), 'https://vimeo.com/123#t=90s');
  assert.equal(recordingAt('https://example.org/talk.MP4', 90), 'https://example.org/talk.MP4#t=90');
  assert.equal(recordingAt('https://zoom.us/rec/play/abc', 90), undefined);
});

test('clock times', () => {
  assert.deepEqual([0, 59, 60, 3599, 3661].map(clockTime), ['00:00', '00:59', '01:00', '59:59', '1:01:01']);
});

test('what only looks like a mark stays in the words, and is told', () => {
  const kept = read('00:01.000 --> 00:02.000\nIf x<c and y>c, a <b>bold</b> claim.');
  assert.deepEqual(
    passagesOf(kept.cues).map(({ text }) => text),
    ['If x<c and y>c, a bold claim.'],
  );
  assert.deepEqual(
    kept.faults.map(({ kind }) => kind),
    ['sign-in-words'],
  );
});

const cuesOf = (...lines: string[]) =>
  read(lines.map((line, index) => `00:0${index}.000 --> 00:0${index}.900\n${line}`).join('\n\n')).cues;

test('short answers given twice are no rolling captions', () => {
  assert.deepEqual(
    passagesOf(cuesOf('Yes.', 'Yes.', 'No.', 'No.', 'Fine.')).map(({ text }) => text),
    ['Yes. Yes. No. No. Fine.'],
  );
});

test('one who spoke once among named speakers is no part of another’s words; colons of any width', () => {
  assert.deepEqual(
    passagesOf(cuesOf('Alex Rivera: Good.', 'Guest 2: No.', 'At 10:30 we met.', 'Alex Rivera：Fine.')).map(
      ({ speaker, text }) => [speaker, text],
    ),
    [
      ['Alex Rivera', 'Good.'],
      ['Guest 2', 'No. At 10:30 we met.'],
      ['Alex Rivera', 'Fine.'],
    ],
  );
});

const saidBy = (...lines: string[]) => passagesOf(cuesOf(...lines)).map(({ speaker, text }) => [speaker, text]);

test('speakers in every form in which programs name them', () => {
  const talk = [
    ['Dana Cole', 'Did calls fall?'],
    ['Sam Okafor', 'No.'],
  ] as const;
  for (const form of [
    (name: string, words: string) => `[${name}] ${words}`,
    (name: string, words: string) => `[${name}]: ${words}`,
    (name: string, words: string) => `${name}  0:05\n${words}`,
    (name: string, words: string) => `0:05 ${name}\n${words}`,
    (name: string, words: string) => `${name} (00:00:05): ${words}`,
    (name: string, words: string) => `${name}:\n${words}`,
    (name: string, words: string) => `- ${name}: ${words}`,
    (name: string, words: string) => `(${name}) ${words}`,
    (name: string, words: string) => `(${name}): ${words}`,
    (name: string, words: string) => `${name} – ${words}`,
    (name: string, words: string) => `${name}—${words}`,
    (name: string, words: string) => `${name} - ${words}`,
    (name: string, words: string) => `${name} -- ${words}`,
    (name: string, words: string) => `${name} | ${words}`,
    (name: string, words: string) => `>>> ${name}: ${words}`,
    (name: string, words: string) => `**${name}:** ${words}`,
    (name: string, words: string) => `[00:00:03] ${name}: ${words}`,
    (name: string, words: string) => `00:00:03 ${name}: ${words}`,
    (name: string, words: string) => `0:03 - ${name}\n${words}`,
    (name: string, words: string) => `${name} - 00:03\n${words}`,
    (name: string, words: string) => `${name}: (00:03)\n${words}`,
    (name: string, words: string) => `${name}: [00:00:03] ${words}`,
    (name: string, words: string) => `[${name}] 00:00:03\n${words}`,
    (name: string, words: string) => `${name} 00:00:03.120\n${words}`,
    (name: string, words: string) => `${name} 10:03 AM\n${words}`,
    (name: string, words: string) => `${name} 0 minutes 3 seconds0:03\n${words}`,
    (name: string, words: string) => `${name} 3 seconds\n${words}`,
    (name: string, words: string) => `${name}\n0:03\n${words}`,
    (name: string, words: string) => `0:03\n${name}\n${words}`,
    (name: string, words: string) => `${name}\n${words}`,
  ])
    assert.deepEqual(saidBy(...talk.map(([name, words]) => form(name, words))), talk);
  for (const one of ['ANN LEE (0:07): One', '[0:07] Ann Lee: One', 'Ann Lee: [0:07] One'])
    assert.deepEqual(
      saidBy(one, 'and two.').map(([name = '', words]) => [name.toLowerCase(), words]),
      [['ann lee', 'One and two.']],
    );
  assert.deepEqual(saidBy('Ann Lee: One. Sam Roe: Two.', 'Ann Lee | CNA: Three.', 'Sam Roe: Four.'), [
    ['Ann Lee', 'One.'],
    ['Sam Roe', 'Two.'],
    ['Ann Lee | CNA', 'Three.'],
    ['Sam Roe', 'Four.'],
  ]);
  assert.deepEqual(saidBy('Dana:\nOne.', 'Sam:\nTwo.'), [
    ['Dana', 'One.'],
    ['Sam', 'Two.'],
  ]);
  for (const name of ['Speaker 1', 'JANE DOE', 'Jane Doe (CNA)'])
    assert.deepEqual(saidBy(`${name}  0:05\nYes.`, `${name} – No.`), [[name, 'Yes. No.']]);
  // Two who come back, or a whole name in capitals, among many words.
  assert.deepEqual(saidBy('(Ann) One', 'two', 'three', '(Joe) Four', '(Ann) Five', 'six', '(Joe) Seven'), [
    ['Ann', 'One two three'],
    ['Joe', 'Four'],
    ['Ann', 'Five six'],
    ['Joe', 'Seven'],
  ]);
  assert.deepEqual(saidBy('ANN LEE – One', 'two', 'three', 'JOE ROE – Four', 'five', 'ANN LEE – Six'), [
    ['ANN LEE', 'One two three'],
    ['JOE ROE', 'Four five'],
    ['ANN LEE', 'Six'],
  ]);
  assert.deepEqual(saidBy('We begin.', '>> ANN LEE: One', 'two', 'three', '>> It fell.'), [
    [undefined, 'We begin.'],
    ['ANN LEE', 'One two three'],
    [undefined, 'It fell.'],
  ]);
  // Names that begin like a sound or a month.
  for (const [one, other] of [
    ['Tim Coughlin: One.', 'Ann Laughlin: Two.'],
    ['May Chen – One.', 'June Park – Two.'],
  ] as const)
    assert.equal(saidBy(one, other).length, 2, one);
  assert.deepEqual(saidBy('(May 2019) It fell.', '(June) It rose.').length, 1);
  // The name in a cue of its own.
  assert.deepEqual(saidBy(...talk.flatMap(([name, words]) => [`${name}  0:05`, words])), talk);
  assert.deepEqual(saidBy('dana cole: First.', 'sam2: Second.'), [
    ['dana cole', 'First.'],
    ['sam2', 'Second.'],
  ]);
  assert.deepEqual(
    said(
      '1 "Dana Cole" (314)\n00:01.000 --> 00:02.000\nFirst.\n\n2 "Sam Okafor" (27)\n00:02.000 --> 00:03.000\nSecond.',
    ),
    ['Dana Cole: First.', 'Sam Okafor: Second.'],
  );
});

test('two lines with a dash are two people; sounds, times and sentences are none', () => {
  assert.deepEqual(saidBy('Ann Lee: Good.', '- Did calls fall?\n- No.', 'Ann Lee: Fine.'), [
    ['Ann Lee', 'Good.'],
    [undefined, 'Did calls fall?'],
    [undefined, 'No.'],
    ['Ann Lee', 'Fine.'],
  ]);
  for (const lines of [
    ['[Applause] Thanks.', '[Music]', '[Applause] Yes.'],
    ['We met at 10:30', 'we met at 11:30', 'at 10:30'],
    ['we found: it fell.', 'and then, one rule: write', 'they met.'],
    ['- Did calls', 'fall?'],
    ['(Laughter) Yes.', '(laughter)', '(Applause) No.', '(inaudible) Fine.'],
    ['2019 – we began.', '2019 – we went on.', '2020 – it fell.'],
    ['Boston – it fell.', 'We met – weekly.', 'Kansas City – no.', '(Boston) It fell.'],
    ['Monday - Friday we walked.', 'Tuesday – We met.', '(Slide 4) Here.', '(Slide 5) There.'],
    ['BJA – the funder.', 'CNA – the provider.'],
    ['Kansas City – No.', 'Kansas City – Yes.', 'We met.', 'Then left.', 'It fell.'],
    ['Good Morning\neverybody', 'Kansas City\nwas first', 'Kansas City\nfell'],
    ['0:03', 'We met at 10:30 AM', '10:30'],
    ['Monday 10:30\nWe met.', 'Tuesday 11:30\nWe left.'],
    ['John 3:16\nsays so', 'Luke 2:10\ntoo'],
    ['Step 1: scan.', 'Step 2: analyze.', 'Step 3: respond.'],
    ['Note: it fell.', 'Note: it rose.', 'Agenda: three items.'],
  ])
    assert.deepEqual(saidBy(...lines), [[undefined, lines.join(' ').replaceAll('\n', ' ')]]);
  // A name after which nobody speaks is kept as words.
  assert.deepEqual(saidBy('Ann Lee: One.', 'Ann Lee: Two.', 'Ann Lee:'), [['Ann Lee', 'One. Two. Ann Lee:']]);
});

test('every word of any captions is shown, or its line is told', () => {
  const bits = ['Ann Lee:', '[Ann Lee]', '- ', '>> ', 'Ann Lee  0:05', '(Ann Lee) ', 'Ann Lee – ', 'Ann Lee\n', '0:05', '**', '<v Joe>', '</v>', '<i>', 'p<.05', '&amp;', 'it fell.', 'We met', 'sam:', '\n', ': ', '[Music]', '10:30']; // prettier-ignore
  let seed = 7;
  const random = (limit: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * limit);
  };
  for (let run = 0; run < 500; run += 1) {
    const lines = Array.from({ length: 1 + random(5) }, (_, cue) =>
      Array.from(
        { length: 1 + random(6) },
        () => `${bits[random(bits.length)] ?? ''}${random(2) ? ` w${cue}x${random(9)}` : ''}`,
      )
        .join(' ')
        .replace(/\n\s*\n/g, '\n')
        .trim(),
    );
    const shown = passagesOf(cuesOf(...lines))
      .map(({ speaker, text }) => `${speaker ?? ''} ${text}`)
      .join(' ');
    for (const [word] of lines.join(' ').matchAll(/w\dx\d|Lee|sam|Music|fell|met|&amp;/g))
      assert.ok(
        shown.includes(word === '&amp;' ? '&' : word),
        `${word} of ${JSON.stringify(lines)} is not in ${shown}`,
      );
  }
});
