/** A transcript as people read it: who said what from which second on, made from the cues of a WebVTT file. */
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
  const rest = `${String(Math.floor((total % 3600) / 60)).padStart(2, '0')}:${String(Math.floor(total % 60)).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
};

interface Line {
  /** Which of the cues. */
  cue: number;
  start: number;
  voice: string | undefined;
  text: string;
}

const linesOf = ({ segments }: Cue): string[] => segments.flatMap(({ lines }) => lines);

/** How many lines at the head of a cue say again what the cue before ended with. */
const repeatedLines = (before: readonly string[], now: readonly string[]): number => {
  for (let count = Math.min(before.length, now.length); count > 0; count -= 1)
    if (before.slice(-count).every((line, index) => line === now[index])) return count;
  return 0;
};

/** Cues that must begin with the words before them until captions count as rolling; people repeat themselves too. */
const rollingShare = 0.4;

/** “Yes.” said twice is an answer, not a caption that rolls. */
const isLong = (words: string): boolean => words.split(' ').length > 2;

/**
 * Automatic captions roll: each line stands in two or three cues, as YouTube writes them. Where most cues begin with the end
 * of the one before, the repetition is taken out.
 */
const isRolling = (cues: readonly Cue[]): boolean => {
  const repeats = cues.filter((cue, index) => {
    const before = cues[index - 1];
    if (!before) return false;
    const [last, now] = [linesOf(before), linesOf(cue)];
    const repeated = now.slice(0, repeatedLines(last, now)).join(' ');
    const isGrown = last.length > 0 && now.join(' ').startsWith(`${last.join(' ')} `);
    return isLong(repeated) || (isGrown && isLong(now.join(' ')));
  }).length;
  return cues.length > 2 && repeats / (cues.length - 1) >= rollingShare;
};

const withoutRepeats = (cues: readonly Cue[]): Line[] => {
  const rolling = isRolling(cues);
  let before: string[] = [];
  return cues.flatMap((cue, place) => {
    const now = linesOf(cue);
    const grown = rolling && before.length > 0 && now.join(' ').startsWith(`${before.join(' ')} `);
    let skip = rolling && !grown ? repeatedLines(before, now) : 0;
    // A cue that grows word by word: only what is new.
    let old = grown ? before.join(' ') : '';
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

/** What captioners hear and nobody says. */
const sounds =
  /\b(?:applause|audio|background|beep|cheering|chuckl|cough|cross ?talk|foreign|inaudible|indiscernible|laugh|music|noise|pause|phonetic|recording|silence|sigh|singing|sound|speaking|static|unintelligible|video)/i;

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
      /^\p{L}*\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || (index > 0 && (particles.test(word) || /^[#&\d]+$/.test(word))),
  ) ??
    false);

/** “dana cole”, “jrivera2”: how people name themselves in a call; only believed where cue after cue begins so. */
const looksLikeLogin = (text: string): boolean =>
  nameWords(text)?.every((word, index) => /^[^\p{Lu}:;!?"“”]+$/u.test(word) && index < 3) ?? false;

/** The forms in which a line names who speaks, and the words that follow on it. */
const heads = [
  // `Name  0:05` on a line of its own, as Otter writes it, and `0:05 Name`; “at 10:30” is none.
  /^(?<name>\p{Lu}\D{0,60}?),? [([]?(?:\d+:)?\d{1,2}:\d{2}[)\]]?:?$/u,
  /^[([]?(?:\d+:)?\d{1,2}:\d{2}[)\]]? (?<name>\p{Lu}\D{0,60}?):?$/u,
  // `Name (0:05): words`.
  /^(?<name>[^:：<>]{1,60}?) [([](?:\d+:)?\d{1,2}:\d{2}[)\]]\s*[:：]\s*(?<words>.*)$/,
  // `[Name] words`, `[Name]: words`.
  /^\[(?<name>[^[\]:]{1,60})\]\s*:?\s*(?<words>.*)$/,
  // `>> NAME: words`, as captioners write it, and `Name: words`, as Zoom and Word do; a colon of any width, no address.
  /^(?:(?:>>|&gt;&gt;|[-–—])\s*)?(?<name>[^:：<>]{1,80}?)\s*[:：](?:\s+|(?![\s\d/]))(?<words>.*)$/,
];

interface Head {
  name: string;
  words: string;
}

const headOf = (text: string): Head | undefined => {
  for (const form of heads) {
    const { name, words = '' } = form.exec(text)?.groups ?? {};
    if (name && (looksLikeName(name) || looksLikeLogin(name))) return { name, words };
  }
  return undefined;
};

/** Where half the cues begin with a name, every name at the head of one is a speaker, even one who spoke once. */
const namedShare = 0.5;

/** Names that stand at the head of lines: those that come back, or all where every cue begins with one. */
const namesIn = (lines: readonly Line[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  const withWords = new Set<number>();
  for (const { text, cue } of lines) {
    const head = headOf(text);
    if (head) counts.set(head.name, (counts.get(head.name) ?? 0) + 1);
    if (head?.words !== '') withWords.add(cue);
  }
  const accepted = (isName: (name: string) => boolean, mayComeBack: (share: number) => boolean): string[] => {
    const named = [...counts].filter(([name]) => isName(name));
    const all = named.reduce((sum, [, count]) => sum + count, 0);
    const share = all / withWords.size;
    const isEverywhere = all > 1 && (share >= 1 || (share >= namedShare && named.some(([, count]) => count > 1)));
    return named.flatMap(([name, count]) =>
      (isEverywhere && (share >= 1 || looksLikeName(name))) || (count > 1 && mayComeBack(share)) ? [name] : [],
    );
  };
  return new Set([
    ...accepted(looksLikeName, () => true),
    ...accepted(
      () => true,
      (share) => share >= namedShare,
    ).filter((name) => !looksLikeName(name)),
  ]);
};

interface Said {
  start: number;
  /** Undefined where it is not told; then the one who spoke goes on, unless a voice has just ended. */
  speaker: string | undefined;
  isNew: boolean;
  text: string;
}

/** A sign that somebody else speaks, without a name: `>> No.`, and `- No.` where a cue has two such lines. */
const changes = /^(?:>>|&gt;&gt;)\s*/;
const dash = /^[-–—]\s*(?=\S)/;

const whoSaidWhat = (cues: readonly Cue[]): Said[] => {
  const lines = withoutRepeats(cues);
  const names = namesIn(lines);
  const usesVoices = new Set(lines.filter(({ voice }) => voice).map(({ cue }) => cue));
  const dashes = new Map<number, number>();
  for (const { cue, text } of lines) if (dash.test(text)) dashes.set(cue, (dashes.get(cue) ?? 0) + 1);
  const headIn = (line: Line | undefined): Head | undefined => {
    const head = line && !line.voice ? headOf(line.text) : undefined;
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
  const host = url.hostname.replace(/^(?:www|m)\./, '');
  if (host === 'youtu.be' || host === 'youtube.com' || host === 'youtube-nocookie.com') {
    url.searchParams.set(url.pathname.startsWith('/embed/') ? 'start' : 't', String(second));
    return url.href;
  }
  if (
    host === 'vimeo.com' ||
    host === 'player.vimeo.com' ||
    /\.(?:mp4|m4v|webm|ogv|mp3|m4a|ogg|opus|wav|aac)$/i.test(url.pathname)
  ) {
    url.hash = host.endsWith('vimeo.com') ? `t=${second}s` : `t=${second}`;
    return url.href;
  }
  return undefined;
};
