/** Files that lie beside an entry, in a folder of its name: transcripts, slides, handouts. */
import { passagesOf, type Passage } from '../lib/transcript.ts';
import { parseWebVtt } from '../lib/webvtt.ts';
import type { Entry } from './entries.ts';

const transcripts = import.meta.glob<string>('/content/**/*.vtt', { query: '?raw', import: 'default' });
const downloads = import.meta.glob<string>('/content/**/*.{pdf,docx,pptx,xlsx,csv}', {
  query: '?url',
  import: 'default',
});

const besides = (entry: Entry, path: string): string =>
  `/${(entry.filePath ?? '').replace(/[^/]+$/, '')}${path.replace(/^\.\//, '')}`;

/** The passages of a transcript; throws where the file named is not there. */
export const transcriptOf = async (entry: Entry, path: string): Promise<Passage[]> => {
  const load = transcripts[besides(entry, path)];
  if (!load) throw new Error(`${entry.filePath}: there is no transcript at ${path}`);
  return passagesOf(parseWebVtt(await load()).cues);
};

/** The address at which a file is served; throws where the file named is not there. */
export const downloadAddress = async (entry: Entry, path: string): Promise<string> => {
  const load = downloads[besides(entry, path)];
  if (!load) throw new Error(`${entry.filePath}: there is no file at ${path}`);
  return load();
};
