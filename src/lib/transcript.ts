/** A transcript as people read it: who said what from which second on, made from the cues of a WebVTT file. */
import { countsOf } from './counts.ts';
import type { Cue, Segment } from './webvtt.ts';

export interface Passage {
  /** Fragment of its own: `cue-120`, the second at which it starts; `cue-120-2` where a second one starts within it. */
  id: string;
  /** Whole seconds from the start of the recording. */
  start: number;
  /** “02:00” or “1:02:00”. */
  time: string;
  speaker: string | undefined;
  text: string;
}

/** “02:00”, “1:02:00”. */
export const clockTime = (total: number): string => {
  const hours = Math.floor(total / 3600);
  const rest = new Date(total * 1000).toISOString().slice(14, 19);
  return hours > 0 ? `${hours}:${rest}` : rest;
};

interface Line {
  /** Which of the cues. */
  cue: number;
  start: number;
  voice: string | undefined;
  text: string;
  /** The line below the first of a cue. */
  below?: string | undefined;
}

const linesOf = ({ segments }: Cue): string[] => segments.flatMap(({ lines }) => lines);

/** What the lines of a cue say again of the cue before: so many at its head, or all of it, with words added to them. */
const repetition = (before: readonly string[], now: readonly string[]) => {
  const isGrown = before.length > 0 && now.join(' ').startsWith(`${before.join(' ')} `);
  let lines = Math.min(before.length, now.length);
  while (lines > 0 && !before.slice(-lines).every((line, index) => line === now[index])) lines -= 1;
  return { isGrown, lines };
};

/** Cues that must begin with the words before them until captions count as rolling; people repeat themselves too. */
const rollingShare = 0.4;

/** “Yes.” said twice is an answer, not a caption that rolls. */
const isLong = (words: readonly string[]): boolean => words.join(' ').split(' ').length > 2;

/**
 * Automatic captions roll: each line stands in two or three cues, as YouTube writes them. Where most cues begin with the end
 * of the one before, the repetition is taken out.
 */
const isRolling = (cues: readonly Cue[]): boolean => {
  const texts = cues.map(linesOf);
  const repeats = texts.filter((now, index) => {
    const { isGrown, lines } = repetition(texts[index - 1] ?? [], now);
    return isLong(now.slice(0, lines)) || (isGrown && isLong(now));
  }).length;
  return cues.length > 2 && repeats / (cues.length - 1) >= rollingShare;
};

const withoutRepeats = (cues: readonly Cue[]): Line[] => {
  const rolling = isRolling(cues);
  let before: string[] = [];
  return cues.flatMap((cue, place) => {
    const now = linesOf(cue);
    const { isGrown, lines: repeated } = repetition(rolling ? before : [], now);
    let skip = isGrown ? 0 : repeated;
    // A cue that grows word by word: only what is new.
    let old = isGrown ? before.join(' ') : '';
    if (now.length > 0) before = now;
    return cue.segments.flatMap(({ voice, lines }: Segment): Line[] =>
      lines.flatMap((text) => {
        if (skip > 0) {
          skip -= 1;
          return [];
        }
        if (old.startsWith(text)) {
          old = old.slice(text.length).trimStart();
          return [];
        }
        const fresh = old && text.startsWith(old) ? text.slice(old.length).trimStart() : text;
        old = '';
        return fresh ? [{ cue: place, start: cue.start, voice, text: fresh }] : [];
      }),
    );
  });
};

const particles =
  /^(?:de|da|del|della|di|du|la|le|van|von|der|den|ten|ter|of|the|and|bin|al|el|y|e|dos|jr\.?|sr\.?|ii|iii)$/i;

/** What captioners hear and nobody says; whole words, since people are called Coughlin and Laughlin. */
const sounds =
  /\b(?:applause|audio|background|beep(?:s|ing)?|cheering|chuckl(?:es?|ing)|cough(?:s|ing)?|cross ?talk|foreign|inaudible|indiscernible|laugh(?:s|ter|ing)?|music|noises?|pauses?|phonetic|recording|silence|sigh(?:s|ing)?|singing|sounds?|speaking|static|unintelligible|video)\b/i;

const nameWords = (text: string): string[] | undefined => {
  const bare = text.replace(/\s*[([][^)\]]*[)\]]$/, '');
  const words = bare.split(/[\s,]+/).filter(Boolean);
  return words.length > 0 && words.length <= 6 && bare.length <= 60 && !sounds.test(bare) ? words : undefined;
};

/** “Alex Rivera”, “DANA COLE”, “Cole, Dana (CNA)”, “Speaker 1”, “Ann’s iPhone”; not “10:30 Meeting” nor “Three things”. */
const looksLikeName = (text: string): boolean =>
  /^\p{Lu}/u.test(text) &&
  (nameWords(text)?.every(
    (word, index) =>
      /^\p{L}*\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) ||
      (index > 0 && (particles.test(word) || /^(?:[#&|\d–-]+|[\p{Extended_Pictographic}\u200d\ufe0f]+)$/u.test(word))),
  ) ??
    false);

/** “dana cole”, “jrivera2”: how people name themselves in a call; only believed where cue after cue begins so. */
const looksLikeLogin = (text: string): boolean =>
  nameWords(text)?.every((word, index) => /^[^\p{Lu}:;!?"“”]+$/u.test(word) && index < 3) ?? false;

const digits = String.raw`[([]?(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?: ?[AaPp]\.?[Mm]\.?)?[)\]]?`;
const bracketed = String.raw`[([](?:\d+:)?\d{1,2}:\d{2}[^)\]]*[)\]]`;
const spoken = String.raw`(?:\d+ hours? )?(?:\d+ minutes? )?\d+ seconds?`;
/** `0:05`, `[00:00:05.120]`, `(10:03 AM)`, and `0 minutes 5 seconds0:05` as Teams writes it for screen readers. */
const clock = `(?:${spoken} ?(?:${digits})?|${digits})`;
const onlyClock = new RegExp(`^${clock}$`);
/** What may stand before a name: `>> `, `- `, `[0:05] `, `**`. */
const lead = String.raw`^(?:(?:>{2,3}|(?:&gt;){2,3}|[-–—•])\s*)?(?:${clock} (?:[-–—|] )?)?\*{0,2}`;

/** The forms in which a line names who speaks, and the words that follow on it. */
const heads = [
  // `Name  0:05` on a line of its own, as Otter, Teams and Word write it, and `0:05 Name`; “at 10:30” is none.
  String.raw`^(?<name>\p{Lu}[^:]{0,60}?),?(?: [-–—|])? ${clock}:?$`,
  String.raw`^${clock}(?: [-–—|])? (?<name>\p{Lu}[^:]{0,60}?):?$`,
  // `[Name] words`, `[Name]: words`, `[Name] 0:05`.
  String.raw`${lead}\[(?<name>[^[\]:]{1,60})\](?: ${clock})?\s*:?\s*(?<words>.*)$`,
  // `Name: words`, as Zoom and Word do, `Name (0:05): words`, `Name: [0:05] words`; a colon of any width, no address.
  String.raw`${lead}(?<name>[^:：<>*]{1,80}?)(?: ${clock})?\*{0,2}\s*[:：]\*{0,2}(?: ${clock}$| ${bracketed} |\s+|(?![\s\d/]))(?<words>.*)$`,
].map((form) => new RegExp(form, 'u'));

/** Forms that other words have too, “(Laughter) Yes.”, “Boston – it fell.”: believed only where much speaks for them. */
const looseHeads = [
  String.raw`${lead}\((?<name>[^():]{1,60})\)(?: ${clock})?\s*[:：]?\s*(?<words>.*)$`,
  String.raw`${lead}(?<name>[^:：<>*]{1,60}?)(?: (?:--?|\|) |\s*[–—]\s*)(?<words>\S.*)$`,
].map((form) => new RegExp(form, 'u'));

/** A whole name beside a time in brackets and before a colon. */
const besideClock = new RegExp(
  String.raw`^${bracketed} \S+ [^:：]+[:：]|^\S+ [^:：]+ ${bracketed}\*{0,2}\s*[:：]|^\S+ [^:：]+[:：]\*{0,2} ${bracketed}`,
  'u',
);

/** Days, months (but not May Chen), what is counted off, “Slide 4”, and what sentences and programs of a day begin with. */
const noNames =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d+)?$|(?:slide|step|phase|part|figure|table|chapter|goal|lesson|site|year|session|room)s?(?: [\dA-Z]+)?$|(?:agenda|again|also|and|because|break|but|example|fact|finally|first|lunch|next|no|note|now|ok|okay|point|question \d+|registration|remember|result|second|so|then|third|tip|today|tomorrow|warning|yes)s?$)/i;

type Form = 'name' | 'login' | 'loose';

interface Head {
  name: string;
  words: string;
  form: Form;
}

const headOf = ({ text, below }: Line): Head | undefined => {
  for (const [place, form] of heads.entries()) {
    const { name, words = '' } = form.exec(text)?.groups ?? {};
    if (!name || noNames.test(name)) continue;
    // “John 3:16”: one word and a time, the first two forms, are no more than loosely a name.
    if (looksLikeName(name)) return { name, words, form: /\s/.test(name) || place > 1 ? 'name' : 'loose' };
    if (looksLikeLogin(name)) return { name, words, form: 'login' };
  }
  const isLoose = (name: string): boolean => looksLikeName(name) && !noNames.test(name);
  for (const form of looseHeads) {
    const { name, words = '' } = form.exec(text)?.groups ?? {};
    // “BJA – the funder” goes on with its sentence.
    if (name && isLoose(name) && (name.includes(' ') || !/^\p{Ll}/u.test(words))) return { name, words, form: 'loose' };
  }
  // As Meet and Teams write it: the name alone, above the words; not the first half of a sentence.
  const isAlone = below !== undefined && !/^\p{Ll}/u.test(below) && !/[.,:;!?]$/.test(text) && isLoose(text);
  return isAlone ? { name: text, words: '', form: 'loose' } : undefined;
};

/** `0:05` on a line of its own above or below a name belongs to it. */
const withClocks = (lines: readonly Line[]): Line[] =>
  lines.reduce<Line[]>((joined, line, index) => {
    const last = joined.at(-1);
    const isNear = last?.cue === line.cue && !last.voice && !line.voice;
    const next = lines[index + 1];
    if (
      isNear &&
      (onlyClock.test(last.text) ? looksLikeName(line.text) : onlyClock.test(line.text) && looksLikeName(last.text))
    )
      joined.splice(-1, 1, { ...last, text: `${last.text} ${line.text}` });
    else joined.push({ ...line, below: last?.cue !== line.cue && next?.cue === line.cue ? next.text : undefined });
    return joined;
  }, []);

/** Where half the cues begin with a name, every name at the head of one is a speaker, even one who spoke once. */
const namedShare = 0.5;

/** Names that stand at the head of lines: those that come back, or all where every cue begins with one. */
const namesIn = (lines: readonly Line[]): ReadonlySet<string> => {
  const counts: Record<Form, Map<string, number>> = { name: new Map(), login: new Map(), loose: new Map() };
  const withWords = new Set<number>();
  // `>> NAME:` is nothing else, even once, and so is `Ann Lee (0:07):`.
  const marked = new Set<string>();
  for (const line of lines) {
    const head = headOf(line);
    if (head?.form === 'name' && (changes.test(line.text) || besideClock.test(line.text))) marked.add(head.name);
    if (head) counts[head.form].set(head.name, (counts[head.form].get(head.name) ?? 0) + 1);
    if (head?.words !== '') withWords.add(line.cue);
  }
  const weigh = (...forms: Form[]) => {
    const all = forms.flatMap((form) => [...counts[form].values()]);
    const total = all.reduce((sum, count) => sum + count, 0);
    const share = total / withWords.size;
    const back = all.filter((count) => count > 1).length;
    return { back, isAll: total > 1 && share >= 1, isMost: back > 0 && share >= namedShare };
  };
  const [sure, logins, loose] = [weigh('name'), weigh('name', 'login'), weigh('name', 'loose')];
  const accepted: Record<Form, (name: string, count: number) => boolean> = {
    name: (name, count) => marked.has(name) || count > 1 || sure.isAll || sure.isMost,
    login: (_, count) => logins.isAll || (logins.isMost && count > 1),
    // “Kansas City – it fell.” twice is a list; two names that both come back are a conversation.
    loose: (name, count) =>
      loose.isMost ||
      (loose.back > 1 && count > 1) ||
      (loose.isAll && /\s|^\P{Ll}+$/u.test(name)) ||
      (loose.back > 0 && /^\P{Ll}+\s\P{Ll}+$/u.test(name)),
  };
  return new Set(
    (['name', 'login', 'loose'] as const).flatMap((form) =>
      [...counts[form]].filter(([name, count]) => accepted[form](name, count)).map(([name]) => name),
    ),
  );
};

interface Said {
  start: number;
  /** Undefined where it is not told; then the one who spoke goes on, unless a voice has just ended. */
  speaker: string | undefined;
  isNew: boolean;
  text: string;
}

/** A sign that somebody else speaks, without a name: `>> No.`, and `- No.` where a cue has two such lines. */
const changes = /^(?:>{2,3}|(?:&gt;){2,3})\s*/;
const dash = /^[-–—]\s*(?=\S)/;

/** “No. Sam Okafor: Why?”: a name of those who speak, within a line, begins a line of its own. */
const partedAt = (names: ReadonlySet<string>, lines: readonly Line[]): Line[] => {
  const whole = [...names].filter((name) => /\s/.test(name)).map((name) => RegExp.escape(name));
  if (whole.length === 0) return [...lines];
  const inside = new RegExp(`(?<=[.!?…"”’)]) (?=(?:${whole.join('|')})[:：] )`, 'u');
  return lines.flatMap((line) => line.text.split(inside).map((text) => ({ ...line, text })));
};

const whoSaidWhat = (cues: readonly Cue[]): Said[] => {
  const whole = withClocks(withoutRepeats(cues));
  const names = namesIn(whole);
  const lines = partedAt(names, whole);
  const usesVoices = new Set(lines.filter(({ voice }) => voice).map(({ cue }) => cue));
  const dashes = countsOf(lines.filter(({ text }) => dash.test(text)).map(({ cue }) => cue));
  const headIn = (line: Line | undefined): Head | undefined => {
    const head = line && !line.voice ? headOf(line) : undefined;
    return head && names.has(head.name) ? head : undefined;
  };
  return lines.map((line, index) => {
    const { start, cue, voice, text } = line;
    const head = headIn(line);
    const next = lines[index + 1];
    // A name with nothing said after it stays in the words.
    if (head && (head.words || (next && !next.voice && !headIn(next))))
      return { start, speaker: head.name, isNew: true, text: head.words };
    const sign = voice ? null : (changes.exec(text) ?? ((dashes.get(cue) ?? 0) > 1 ? dash.exec(text) : null));
    if (sign) return { start, speaker: undefined, isNew: true, text: text.slice(sign[0].length) };
    // Beside a voice in the same cue, words without one are somebody else’s.
    return { start, speaker: voice, isNew: voice !== undefined || usesVoices.has(cue), text };
  });
};

/** Longest passage in seconds before a new one begins, so that a search hit lands near the words. */
const passageSeconds = 60;

/** Words of one speaker joined until the speaker changes or a minute has passed. */
export const passagesOf = (cues: readonly Cue[]): Passage[] => {
  const passages: { start: number; speaker: string | undefined; text: string }[] = [];
  let now: string | undefined;
  for (const { start, speaker, isNew, text } of whoSaidWhat(cues)) {
    if (isNew) now = speaker;
    if (!text) continue;
    const last = passages.at(-1);
    const goesOn =
      last && last.speaker === now && start - last.start < passageSeconds && !(isNew && speaker === undefined);
    if (goesOn) last.text += ` ${text}`;
    else passages.push({ start, speaker: now, text });
  }
  const taken = new Map<number, number>();
  return passages.map(({ start, speaker, text }) => {
    const second = Math.floor(start);
    const count = (taken.get(second) ?? 0) + 1;
    taken.set(second, count);
    return {
      id: count === 1 ? `cue-${second}` : `cue-${second}-${count}`,
      start: second,
      time: clockTime(start),
      speaker,
      text,
    };
  });
};

/**
 * The recording at a second of it, where its host has an address for that: YouTube and Vimeo by their own fragments, a media
 * file by the W3C’s Media Fragments (https://www.w3.org/TR/media-frags/). Undefined for hosts without one.
 */
export const recordingAt = (recording: string, second: number): string | undefined => {
  const url = new URL(recording);
  const host = url.hostname.replace(/^(?:www|m|player)\./, '');
  if (/^(?:youtu\.be|youtube(?:-nocookie)?\.com)$/.test(host))
    url.searchParams.set(url.pathname.startsWith('/embed/') ? 'start' : 't', String(second));
  else if (host === 'vimeo.com') url.hash = `t=${second}s`;
  else if (/\.(?:mp4|m4v|webm|ogv|mp3|m4a|ogg|opus|wav|aac)$/i.test(url.pathname)) url.hash = `t=${second}`;
  else return undefined;
  return url.href;
};
