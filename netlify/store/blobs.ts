/**
 * A write-once store over Netlify Blobs. Each key is written once and never changed: no counters, no read-modify-write.
 *
 * What the Blobs client answers is not taken on trust. A conditional write that fails inside with 403 or 500 answers
 * `{ modified: true, etag: '' }`; a write that landed while its answer was lost is repeated by the client and then
 * answers `modified: false`. So every write carries a mark of its own and is read back: that alone decides.
 */
import { getStore } from '@netlify/blobs';
import pTimeout from 'p-timeout';

export interface RawStore {
  set: (key: string, value: string, options: { onlyIfNew: true }) => Promise<{ modified: boolean; etag?: string }>;
  get: (key: string, options: { consistency: 'strong' }) => Promise<string | null>;
  list: (options: { prefix: string; paginate: true }) => AsyncIterable<{ blobs: { key: string }[] }>;
  delete: (key: string) => Promise<void>;
}

type Created =
  | { state: 'created' }
  /** Someone else's is there; what it says. */
  | { state: 'exists'; value: string }
  /** It is surely not there. */
  | { state: 'failed' }
  /** It may be there, or come to be. */
  | { state: 'unknown' };

export interface BlobStore {
  create: (key: string, value: object) => Promise<Created>;
  /** As `create`, with a text exactly as it was exported. */
  restore: (key: string, text: string) => Promise<Created>;
  /** Undefined where there is none. Rejects where the store does not answer. */
  read: (key: string) => Promise<string | undefined>;
  /** Keys that begin so, page by page, in their order. Rejects where a page does not come. */
  pages: (prefix: string) => AsyncIterable<string[]>;
  keys: (prefix: string) => Promise<string[]>;
  remove: (key: string) => Promise<void>;
}

/** What a process killed in the middle of a write leaves in the local store. */
const isLeftOver = (key: string): boolean => key.slice(key.lastIndexOf('/') + 1).startsWith('.');

/** `open` is called at each use: where it throws, that is a store that does not answer. */
export const blobStore = (
  open: () => RawStore,
  { timeout = 3000, mark = () => crypto.randomUUID() as string } = {},
): BlobStore => {
  /** The Blobs client itself retries for 25 s; a person does not wait that long. */
  const within = <T>(work: Promise<T>, milliseconds = timeout): Promise<T> =>
    pTimeout(work, {
      milliseconds,
      message: Object.assign(new Error('The store did not answer in time'), { code: 'ESTORETIME' }),
    });

  const read: BlobStore['read'] = async (key) =>
    (await within(open().get(key, { consistency: 'strong' }))) ?? undefined;

  const restore: BlobStore['restore'] = async (key, text) => {
    const write = async () => within(open().set(key, text, { onlyIfNew: true }));
    const written = await write().catch(() => undefined);
    try {
      const found = await read(key);
      if (found === text) return { state: 'created' };
      if (found !== undefined) return { state: 'exists', value: found };
      // Answered, and nothing there: not stored. Not answered: it may still be on its way.
      return { state: written ? 'failed' : 'unknown' };
    } catch {
      return { state: 'unknown' };
    }
  };

  const pages: BlobStore['pages'] = async function* (prefix) {
    const list = open().list({ prefix, paginate: true })[Symbol.asyncIterator]();
    for (;;) {
      const { done, value } = await within(list.next(), timeout * 3);
      if (done) return;
      // The store of the live site gives them in order; the local one as its folders come.
      yield value.blobs
        .map(({ key }) => key)
        .filter((key) => !isLeftOver(key))
        .sort();
    }
  };

  return {
    create: (key, value) => restore(key, JSON.stringify({ ...value, mark: mark() })),
    restore,
    read,
    pages,
    keys: async (prefix) => (await Array.fromAsync(pages(prefix))).flat(),
    remove: async (key) => within(open().delete(key)),
  };
};

/** Of the platform, or with an id and a token from anywhere. `timeout` in milliseconds. */
export const netlifyStore = (options: Exclude<Parameters<typeof getStore>[0], string>, timeout?: number): BlobStore =>
  blobStore(
    () => getStore({ ...options, consistency: 'strong' }) as unknown as RawStore,
    timeout === undefined ? {} : { timeout },
  );
