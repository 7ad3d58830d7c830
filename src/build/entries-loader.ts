/**
 * The loader of every collection: reads `content/<folder>/*.mdx`.
 *
 * Astro's own glob loader sends each .mdx file through the bundler as a chunk of its own. Nearly all
 * of our entries use no component, so here such a body is rendered as Markdown while it is read, and
 * only a body that uses MDX is left to the bundler. Editors have one file type; the build pays for
 * what is used (figures: `npm run bench`).
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { parseEntry, usesMdx } from '../lib/entry.ts';
import { shapeOf } from '../kinds/shape.ts';
import type { CollectionName } from '../kinds/index.ts';

const suffix = '.mdx';

/** Files read at a time: the disk answers one while another is rendered. */
const concurrency = 32;

export const entries = (folder: CollectionName): Loader => ({
  name: 'entries',
  load: async (context) => {
    const base = new URL(`./content/${folder}/`, context.config.root);
    const files = (await readdir(base).catch(() => [])).filter((file) => file.endsWith(suffix)).sort();
    // What an entry becomes depends on its schema too, in which defaults stand: after a change of it all are read afresh.
    const shape = createHash('sha256')
      .update(JSON.stringify(shapeOf(folder)))
      .digest('hex');
    if (context.meta.get('shape') !== shape) context.store.clear();
    context.meta.set('shape', shape);
    const gone = new Set(context.store.keys());
    for (let at = 0; at < files.length; at += concurrency)
      await Promise.all(
        files.slice(at, at + concurrency).map(async (file) => {
          const id = file.slice(0, -suffix.length);
          await load(context, new URL(file, base), id, context.store.get(id));
          gone.delete(id);
        }),
      );
    for (const id of gone) context.store.delete(id);
    watch(context, base);
  },
});

type Known = ReturnType<LoaderContext['store']['get']>;

/**
 * `known`: the entry as it was read before, which stands where its text is the same.
 *
 * While somebody writes (`npm run dev`) and in a preview (`npm run preview`), an entry that cannot be read must not take
 * the other pages with it: it keeps its last good form, or is left out. A real build stops.
 */
const load = async (context: LoaderContext, url: URL, id: string, known?: Known): Promise<void> => {
  const isLenient = context.watcher !== undefined || process.env['LENIENT_CONTENT'] !== undefined;
  if (!isLenient) return loadEntry(context, url, id, { known, isLenient });
  try {
    await loadEntry(context, url, id, { known, isLenient });
  } catch (error) {
    context.logger.warn(
      `${relative(fileURLToPath(context.config.root), fileURLToPath(url))} is left as it was. ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
    );
  }
};

/**
 * What of a body would stop its page: MDX that cannot be read or run, and pictures that are not there. While somebody writes,
 * such a body is shown as Markdown reads it, and the notice says what to mend.
 */
const wouldStop = async (body: string, url: URL, root: URL): Promise<boolean> => {
  // A build needs none of it.
  const { readBody } = await import('../checks/reading/body.ts');
  const { problems, parts, images } = readBody(body, 0);
  const isKnown = (name: string): boolean => existsSync(new URL(`src/components/mdx/${name}.astro`, root));
  return (
    problems.length > 0 ||
    parts.some(({ kind, name }) => kind !== 'tag' && !(kind === 'component' && isKnown(name))) ||
    images.some(({ url: path }) => !isThere(path, url))
  );
};

const isThere = (path: string, url: URL): boolean => !/^\.{1,2}\//.test(path) || existsSync(new URL(path, url));

const loadEntry = async (
  context: LoaderContext,
  url: URL,
  id: string,
  { known, isLenient }: { known: Known; isLenient: boolean },
): Promise<void> => {
  const { store, config } = context;
  const contents = await readFile(url, 'utf8');
  // The version that a citation names: anyone can check it with sha256sum.
  const digest = createHash('sha256').update(contents).digest('hex');
  const path = fileURLToPath(url);
  // An entry with pictures is always read afresh: a picture may change while the text does not.
  if (known?.digest === digest && !known.assetImports?.length) {
    if (known.deferredRender && known.filePath) store.addModuleImport(known.filePath);
    return;
  }
  const entry = parseEntry(contents);
  if (!entry?.data) throw new Error(`${path} has no readable frontmatter. Run “npm run check”: it says what to mend.`);
  const data = await context.parseData({ id, data: entry.data as Record<string, unknown>, filePath: path });
  const filePath = relative(fileURLToPath(config.root), path);
  if (usesMdx(entry.body) && !(isLenient && (await wouldStop(entry.body, url, config.root)))) {
    store.delete(id);
    store.set({ id, data, filePath, digest, deferredRender: true });
    return;
  }
  const rendered = await context.renderMarkdown(entry.body, { fileURL: url });
  const images = rendered.metadata?.imagePaths?.filter((path) => !isLenient || isThere(path, url));
  // Only what has been read whole takes the place of the form before it; the store keeps that one where the text is the same.
  store.delete(id);
  store.set({ id, data, filePath, digest, rendered, ...(images && { assetImports: images }) });
};

/**
 * Milliseconds from a change to its reading. The watcher tells the first change of a file and is silent about the next
 * 50 ms: where an editor empties a file and then fills it, reading at once would read the empty one, and nothing more is told.
 */
const settles = 100;

/** In `npm run dev`, an edit shows at once. */
const watch = (context: LoaderContext, base: URL): void => {
  const { watcher, store } = context;
  if (!watcher) return;
  const folder = fileURLToPath(base);
  /** `spi-101.mdx` and `spi-101/chart.png` belong to one entry. */
  const idOf = (path: string) =>
    path.startsWith(folder) ? /^[^/\\]+(?=\.mdx$|[/\\])/.exec(path.slice(folder.length))?.[0] : undefined;
  watcher.add(folder);
  const timers = new Map<string, NodeJS.Timeout>();
  /** One at a time: an older reading never ends after a newer one. */
  let reading = Promise.resolve();
  const reload = (path: string): void => {
    const id = idOf(path);
    if (!id) return;
    const url = new URL(`${id}${suffix}`, base);
    const read = async (): Promise<void> => {
      if (!existsSync(url)) return store.delete(id);
      // Afresh: a picture that is there now makes the entry another, though its text is the same.
      await load(context, url, id);
    };
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id);
        reading = reading.then(read);
      }, settles),
    );
  };
  watcher.on('change', reload).on('add', reload).on('unlink', reload);
};
