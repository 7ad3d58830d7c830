/** Transcripts in WebVTT (W3C): cues with their times, gathered into passages that can be linked to. */

interface Cue {
  /** Seconds from the start. */
  start: number;
  speaker: string | undefined;
  text: string;
}

export interface Passage {
  /** Fragment of its own: `cue-120`, the second at which it starts; `cue-120-2` where a second one starts within it. */
  id: string;
  /** “02:00” or “1:02:00”. */
  time: string;
  speaker: string | undefined;
  text: string;
}

const timing = /^(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})\s+-->\s+(?:\d+:)?\d{2}:\d{2}\.\d{3}/;

const seconds = (hours: string | undefined, minutes = '0', whole = '0'): number =>
  Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole);

/** Throws where the text is not WebVTT, with the line at fault. */
export const parseWebVtt = (text: string): Cue[] => {
  const blocks = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/);
  if (!blocks[0]?.startsWith('WEBVTT')) throw new Error('A WebVTT file begins with a line that says WEBVTT.');
  return blocks.slice(1).flatMap((block): Cue[] => {
    const lines = block.split('\n').filter(Boolean);
    const first = lines[0] ?? '';
    if (lines.length === 0 || /^(NOTE|STYLE|REGION)\b/.test(first)) return [];
    const at = lines.findIndex((line) => line.includes('-->'));
    const match = timing.exec(lines[at] ?? '');
    if (!match) throw new Error(`This cue has no readable time: “${first}”. Write 00:01:02.000 --> 00:01:05.000.`);
    const words = lines.slice(at + 1).join(' ');
    const speaker = /<v(?:\.[\w.]+)?\s+([^>]+)>/.exec(words)?.[1]?.trim();
    return [
      {
        start: seconds(match[1], match[2], match[3]),
        speaker,
        text: words
          .replace(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&')
          .replace(/\s+/g, ' ')
          .trim(),
      },
    ];
  });
};

/** “02:00”, “1:02:00”. */
export const clockTime = (total: number): string => {
  const hours = Math.floor(total / 3600);
  const rest = `${String(Math.floor((total % 3600) / 60)).padStart(2, '0')}:${String(Math.floor(total % 60)).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
};

/** Longest passage in seconds before a new one begins, so that a search hit lands near the words. */
const passageSeconds = 60;

/** Cues of one speaker joined until the speaker changes or a minute has passed. */
export const passagesOf = (cues: readonly Cue[]): Passage[] => {
  const passages: (Passage & { start: number })[] = [];
  for (const cue of cues) {
    const last = passages.at(-1);
    if (last && last.speaker === (cue.speaker ?? last.speaker) && cue.start - last.start < passageSeconds)
      last.text += ` ${cue.text}`;
    else
      passages.push({
        id: `cue-${cue.start}`,
        time: clockTime(cue.start),
        start: cue.start,
        speaker: cue.speaker ?? last?.speaker,
        text: cue.text,
      });
  }
  const taken = new Map<string, number>();
  return passages.map(({ id, time, speaker, text }) => {
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    return { id: count === 1 ? id : `${id}-${count}`, time, speaker, text };
  });
};
