/** What waits to be sent, by its names alone, the oldest first. */
import type { BlobStore } from './blobs.ts';
import { readQueued, type QueueItem } from './keys.ts';

export interface Waiting extends QueueItem {
  /** Items that a later one has replaced: whoever wrote it died before taking them away. */
  replaced: string[];
}

const sameMessage = (a: QueueItem, b: QueueItem): boolean =>
  a.received === b.received && a.id === b.id && a.message === b.message;

/** One item a message: the highest try, and of that the one due first. `replaced` holds the rest. */
const latestOf = (items: readonly QueueItem[]): Waiting[] => {
  const latest: Waiting[] = [];
  for (const item of items) {
    const before = latest.at(-1);
    if (!before || !sameMessage(before, item)) latest.push({ ...item, replaced: [] });
    else if (item.number > before.number)
      latest[latest.length - 1] = { ...item, replaced: [...before.replaced, before.key] };
    else before.replaced.push(item.key);
  }
  return latest;
};

/** Page by page, so that sending need not wait until all is read. A message whose items fall on two pages comes twice. */
export const waitingPages = async function* (store: BlobStore): AsyncGenerator<Waiting[]> {
  for await (const page of store.pages('queue/')) yield latestOf(page.flatMap((key) => readQueued(key) ?? []));
};

export const everyWaiting = async (store: BlobStore): Promise<Waiting[]> =>
  latestOf((await store.keys('queue/')).flatMap((key) => readQueued(key) ?? []));
