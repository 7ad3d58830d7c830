/** The published records of entries, as the browser fetches them: one by one, or a whole collection where many are asked for. */
import pMap from 'p-map';
import type { CslItem } from '../../lib/citation/csl.ts';
import type { ComparedProject } from '../../lib/comparison.ts';
import { fetched } from '../fetched.ts';
import { partsOf } from './set.ts';

export interface EntryRecord {
  id: string;
  /** Of a topic there is none. */
  citation?: CslItem;
  data: Omit<ComparedProject, 'id' | 'href'> & { withdrawn?: { reason?: string } };
}

const concurrency = 8;
/** From so many entries of a collection on, its file is fetched once and picked from. */
const manyEntries = 15;
/** Rooms of the site that have not the name of their collection. */
const collections: Record<string, string> = { library: 'resources' };

/** Undefined where the entry is gone. */
export const recordAt = (path: string): Promise<EntryRecord | undefined> =>
  fetched<EntryRecord>(`${path.replace(/\/$/, '')}.json`);

/** A record for each path, in their order. */
export const recordsAt = async (paths: readonly string[]): Promise<(EntryRecord | undefined)[]> => {
  const rooms = Map.groupBy(paths, (path) => partsOf(path)?.room);
  const known = new Map<string, EntryRecord>();
  await pMap(rooms, async ([room, inRoom]) => {
    if (!room || inRoom.length <= manyEntries) return;
    const file = await fetched<{ entries: EntryRecord[] }>(`/data/v1/${collections[room] ?? room}.json`);
    for (const record of file?.entries ?? []) known.set(`/${room}/${record.id}/`, record);
  });
  return pMap(paths, (path) => (partsOf(path) ? (known.get(path) ?? recordAt(path)) : undefined), { concurrency });
};

export const projectOf = ({ id, data }: EntryRecord): ComparedProject => ({
  ...data,
  id,
  href: `/program-profiles/${id}/`,
});
