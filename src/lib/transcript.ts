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
  return cues.flatMap((cue) => {
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
        return fresh ? [{ start: cue.start, voice, text: fresh }] : [];
      }),
    );
  });
};

const particles =
  /^(?:de|da|del|della|di|du|la|le|van|von|der|den|ten|ter|of|the|and|bin|al|el|y|e|dos|jr\.?|sr\.?|ii|iii)$/i;

/** “Alex Rivera”, “DANA COLE”, “Cole, Dana (CNA)”, “Speaker 1”, “Dr. Okafor”; not “10:30 Meeting” nor “Three things”. */
const looksLikeName = (text: string): boolean => {
  const bare = text.replace(/\s*[([][^)\]]*[)\]]$/, '');
  const words = bare.split(/[\s,]+/).filter(Boolean);
  return (
    words.length > 0 &&
    words.length <= 6 &&
    bare.length <= 60 &&
    /^\p{Lu}/u.test(bare) &&
    words.every(
      (word, index) =>
        /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || (index > 0 && (particles.test(word) || /^[#&\d]+$/.test(word))),
    )
  );
};

/** `>> NAME: words`, as captioners write it, and `Name: words`, as Zoom and Word do; a colon of any width, no address. */
const headed = /^(?:(?:>>|&gt;&gt;|-)\s*)?([^:：<>]{1,80}?)\s*[:：](?:\s+|(?![\s\d/]))(.*)$/s;

/** Where half the cues begin with a name, every name at the head of one is a speaker, even one who spoke once. */
const namedShare = 0.5;

/** Names that stand at the head of lines: those that come back, or all where every cue begins with one. */
const namesIn = (lines: readonly Line[], cues: number): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const name = headed.exec(text)?.[1];
    if (name && looksLikeName(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isEverywhere = cues > 1 && all >= cues * namedShare && (all >= cues || Math.max(0, ...counts.values()) > 1);
  return new Set([...counts].flatMap(([name, count]) => (count > 1 || isEverywhere ? [name] : [])));
};

interface Said {
  start: number;
  /** Undefined where it is not told; then the one who spoke goes on, unless a voice has just ended. */
  speaker: string | undefined;
  isNew: boolean;
  text: string;
}

const whoSaidWhat = (cues: readonly Cue[]): Said[] => {
  const lines = withoutRepeats(cues);
  const names = namesIn(lines, cues.length);
  const usesVoices = new Set(lines.filter(({ voice }) => voice).map(({ start }) => start));
  return lines.map(({ start, voice, text }) => {
    const [, name = '', words = ''] = headed.exec(text) ?? [];
    if (!voice && names.has(name)) return { start, speaker: name, isNew: true, text: words };
    const changes = /^(?:>>|&gt;&gt;)\s*/.exec(text);
    if (!voice && changes) return { start, speaker: undefined, isNew: true, text: text.slice(changes[0].length) };
    // Beside a voice in the same cue, words without one are somebody else’s.
    return { start, speaker: voice, isNew: voice !== undefined || usesVoices.has(start), text };
  });
};

/** Longest passage in seconds before a new one begins, so that a search hit lands near the words. */
const passageSeconds = 60;

/** Words of one speaker joined until the speaker changes or a minute has passed. */
export const passagesOf = (cues: readonly Cue[]): Passage[] => {
  const passages: { start: number; speaker: string | undefined; text: string }[] = [];
  for (const { start, speaker, isNew, text } of whoSaidWhat(cues)) {
    if (!text) continue;
    const last = passages.at(-1);
    const now = isNew ? speaker : last?.speaker;
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
