/**
 * A write-once store over Netlify Blobs. Each key is written once and never changed: no counters, no read-modify-write.
 *
 * What the Blobs client answers is not taken on trust. A conditional write that fails inside with 403 or 500 answers
 * `{ modified: true, etag: '' }`; a write that landed while its answer was lost is repeated by the client and then
 * answers `modified: false`. So every write carries a mark of its own and is read back: that alone decides.
 */
export interface RawStore {
  set: (key: string, value: string, options: { onlyIfNew: true }) => Promise<{ modified: boolean; etag?: string }>;
  get: (key: string, options: { consistency: 'strong' }) => Promise<string | null>;
  list: (options: { prefix: string }) => Promise<{ blobs: { key: string }[] }>;
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
  /** Undefined where there is none. Rejects where the store does not answer. */
  read: (key: string) => Promise<string | undefined>;
  keys: (prefix: string) => Promise<string[]>;
  remove: (key: string) => Promise<void>;
}

/** The Blobs client itself retries for 25 s; a person does not wait that long. */
const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('The store did not answer in time'), { code: 'ESTORETIME' })),
      milliseconds,
    );
  });
  // When it loses the race it may still fail later; nobody is listening then.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

export const blobStore = (
  raw: RawStore,
  { timeout = 3000, mark = () => crypto.randomUUID() as string } = {},
): BlobStore => {
  const read = async (key: string) => (await within(timeout, raw.get(key, { consistency: 'strong' }))) ?? undefined;
  return {
    read,
    create: async (key, value) => {
      const text = JSON.stringify({ ...value, mark: mark() });
      const written = await within(timeout, raw.set(key, text, { onlyIfNew: true })).catch(() => undefined);
      try {
        const found = await read(key);
        if (found === text) return { state: 'created' };
        if (found !== undefined) return { state: 'exists', value: found };
        // Answered, and nothing there: not stored. Not answered: it may still be on its way.
        return { state: written ? 'failed' : 'unknown' };
      } catch {
        return { state: 'unknown' };
      }
    },
    keys: async (prefix) => (await within(timeout * 3, raw.list({ prefix }))).blobs.map(({ key }) => key),
    remove: (key) => within(timeout, raw.delete(key)),
  };
};
