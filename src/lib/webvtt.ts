/**
 * WebVTT files as the W3C’s standard reads them (https://www.w3.org/TR/webvtt1/, sections 6.1 to 6.4), for transcripts.
 *
 * Own code because no kept package keeps the words: webvtt-parser 2 prints `&amp;` as `&;`, node-webvtt 2 and media-captions 1
 * leave marks and entities in, vtt.js wants a browser. Two things differ from the standard on purpose, so that no word is lost
 * in silence: what is no mark of WebVTT (`p <.05`, `<font>`) stays in the text, and everything dropped is told as a fault.
 */
import { parseFragment } from 'parse5';

/** Words that one person says within a cue. */
export interface Segment {
  /** As `<v Name>` gives it; undefined outside of such a mark. */
  voice: string | undefined;
  /** One item a line of the cue, without marks. */
  lines: string[];
}

export interface Cue {
  /** Seconds from the start. */
  start: number;
  end: number;
  /** Line of the file in which its time stands, from 1. */
  line: number;
  segments: Segment[];
}

type FaultKind =
  | 'no-signature'
  | 'no-cues'
  | 'unreadable-time'
  | 'text-without-time'
  | 'cue-without-text'
  | 'cues-run-together'
  | 'blank-line'
  | 'words-in-head'
  | 'sign-in-words';

/** What a reader of the file would lose or misread. */
export interface VttFault {
  kind: FaultKind;
  /** From 1. */
  line: number;
  /** The text at fault, as it stands. */
  text: string;
}

/** Character references of HTML, numbered and named; those too that a program wrote twice over, `&amp;#39;`. */
const decoded = (text: string): string => {
  if (!text.includes('&')) return text;
  const once = parseFragment(text.replaceAll('<', '&lt;'))
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('');
  return once !== text && /&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(once) ? decoded(once) : once;
};

/** Hours may be left out; minutes and seconds are below 60 (section 6.3, “collect a WebVTT timestamp”). */
const timestamp = String.raw`(?:(\d+):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(String.raw`^[\t\f ]*${timestamp}[\t\f ]*-->[\t\f ]*${timestamp}(?![\d])`);

const secondsOf = ([hours = '0', minutes = '0', seconds = '0', thousandths = '0']: (string | undefined)[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;

/** Start and end in seconds of a line of times; undefined where a reader of the standard would drop it and its words. */
export const timesIn = (line: string): { start: number; end: number } | undefined => {
  const match = timing.exec(line);
  return match ? { start: secondsOf(match.slice(1, 5)), end: secondsOf(match.slice(5, 9)) } : undefined;
};

/**
 * The marks of cue text (section 6.4): classes, italics and the like, voices, languages, times. Only voices and languages
 * have words within: the standard would drop “and y” of `x<c and y>c`. Beside them, `{\an8}` of captions that were SubRip.
 */
const mark =
  /\{\\[^{}\n]*\}|<(?:\/?(?:[cibu]|ruby|rt)(?:\.[^\s<>]*)?[\t\n\f ]*|\/?lang(?:\.[^\s<>]*)?(?:[\t\n\f ][^<>]*)?|\/?v|v[.\t\n\f ][^<>]*|(?:\d+:)?\d{2}:\d{2}\.\d{3})>/g;

/** `<v.loud Cole &amp; Okafor>`: Cole & Okafor. */
const voiceOf = (tag: string): string =>
  decoded(tag.replace(/^<v(?:\.[^\s>]*)?/, '').slice(0, -1))
    .replace(/\s+/g, ' ')
    .trim();

const segmentsOf = (payload: string, speaker: string | undefined): Segment[] => {
  const segments: Segment[] = [];
  let voice = speaker;
  const say = (text: string): void => {
    const lines = decoded(text).split('\n');
    const last = segments.at(-1);
    if (last && last.voice === voice) {
      last.lines.push(`${last.lines.pop() ?? ''}${lines[0] ?? ''}`, ...lines.slice(1));
    } else segments.push({ voice, lines });
  };
  let from = 0;
  for (const { 0: tag, index } of payload.matchAll(mark)) {
    say(payload.slice(from, index));
    from = index + tag.length;
    if (/^<v[.\s]/.test(tag)) voice = voiceOf(tag) || undefined;
    else if (tag === '</v>') voice = speaker;
  }
  say(payload.slice(from));
  return segments
    .map((segment) => ({
      ...segment,
      lines: segment.lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean),
    }))
    .filter(({ lines }) => lines.length > 0);
};

/** Webex names who speaks where the standard has the cue’s name: `12 "Dana Cole" (3141592)`. */
const webexName = /^\d+\s+"([^"]+)"(?:\s+\(\d+\))?\s*$/;

/** The standard drops the name of a cue; two words, or one without a number, look like something that was said. */
const wordsInName = /\p{L}{2,}.*[\s,]\p{L}{2,}|^[\p{L}\p{P}]*\p{L}{2,}[\p{P}\s]*$/u;

/** What may follow the times on their line; anything else is dropped by the standard. */
const settings = /^(?:[\t\f ]+(?:vertical|line|position|size|align|region):\S+)*[\t\f ]*$/;

const opening = /^WEBVTT(?:[\t ].*)?$/;

/** Reads any text: what is no WebVTT comes back as faults, never as an error. */
export const parseWebVtt = (text: string): { cues: Cue[]; faults: VttFault[] } => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|\n|\r/);
  const cues: Cue[] = [];
  const faults: VttFault[] = [];
  const tell = (kind: FaultKind, line: number, found: string): number =>
    faults.push({ kind, line, text: found.trim() });
  let at = 0;
  /** Lines up to an empty one or the next time. */
  const collect = (): string[] => {
    const from = at;
    while (at < lines.length && lines[at] !== '' && !lines[at]?.includes('-->')) at += 1;
    return lines.slice(from, at);
  };

  if (opening.test(lines[0] ?? '')) {
    at = 1;
    collect().forEach((line, index) => {
      if (!/^[\w-]+\s*[:=]/.test(line)) tell('words-in-head', index + 2, line);
    });
  } else tell('no-signature', 1, lines[0] ?? '');

  while (at < lines.length) {
    if (lines[at] === '') {
      at += 1;
      continue;
    }
    const begin = at;
    const head = collect();
    const time = lines[at] ?? '';
    // What stands before a time and is more than its name belongs to nothing.
    if (!time.includes('-->')) {
      if (!/^(?:NOTE(?:[\t :]|$)|(?:STYLE|REGION)[\t ]*$)/.test(head[0] ?? ''))
        tell('text-without-time', begin + 1, head[0] ?? '');
      continue;
    }
    if (head.length > 1) tell('text-without-time', begin + 1, head[0] ?? '');
    const times = timesIn(time);
    const line = at + 1;
    const name = head.at(-1) ?? '';
    const speaker = webexName.exec(name)?.[1];
    if (!speaker && head.length === 1 && wordsInName.test(name)) tell('words-in-head', line - 1, name);
    if (times && !settings.test(time.replace(timing, ''))) tell('words-in-head', line, time);
    if (!times) tell('unreadable-time', line, time);
    at += 1;
    const payload = collect();
    if (lines[at]?.includes('-->')) {
      // The name of the next cue is none of these words.
      const isBlank = payload.slice(-2).some((one) => one.trim() === '');
      tell(isBlank ? 'blank-line' : 'cues-run-together', at + 1, lines[at] ?? '');
    }
    if (!times) continue;
    const words = payload.join('\n');
    if (words.trim() === '') tell('cue-without-text', line, time);
    payload.forEach((one, index) => {
      const rest = one.replace(mark, '');
      if (/<[^<>]*>|<[A-Za-z/.\d]/.test(rest)) tell('sign-in-words', line + 1 + index, one);
    });
    cues.push({ ...times, line, segments: segmentsOf(words, speaker) });
  }
  if (cues.length === 0 && faults.length === 0) tell('no-cues', 1, lines[0] ?? '');
  return { cues, faults };
};
