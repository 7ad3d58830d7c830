/** The addresses and fragments that `src/pages` and the components write themselves, read from their source. */
import { pathsIn, readIfThere } from './files.ts';

export interface SitePages {
  /** Addresses of the pages that are no entries: `/webinars/`. */
  routes: Set<string>;
  /** Fragments that pages draw themselves, on any page. */
  drawnIds: Set<string>;
  /** The components that authors may use, with their properties and whether each is needed. */
  components: Map<string, Map<string, boolean>>;
}

const authorsComponents = 'src/components/mdx/';

/** The properties of a component, from its `interface Props`, and whether each is needed. */
const propertiesIn = (source: string): Map<string, boolean> => {
  const props = /interface Props[^{]*\{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
  return new Map([...props.matchAll(/^\s{2}(\w+)(\?)?:/gm)].map(([, name = '', optional]) => [name, !optional]));
};

/** The address of a file of `src/pages`; undefined for one that makes many, and for other files. */
const routeOf = (path: string): string | undefined => {
  // `[...page].astro` is a list in pages, the first of which has the folder’s own address.
  const page = path.replace('/[...page].astro', '/index.astro');
  if (!page.startsWith('src/pages/') || page.includes('[')) return undefined;
  const route = page.slice('src/pages'.length).replace(/\.(astro|ts)$/, '');
  return path.endsWith('.astro') ? `${route.replace(/\/index$/, '')}/` : route;
};

export const readPages = (root: string): SitePages => {
  const paths = ['src/pages', 'src/layouts', 'src/components'].flatMap((folder) => pathsIn(root, folder));
  const sources = paths.flatMap((path) => (path.endsWith('.astro') ? { path, source: readIfThere(root, path) } : []));
  return {
    routes: new Set(['/', ...paths.flatMap((path) => routeOf(path) ?? [])]),
    drawnIds: new Set(
      sources.flatMap(({ source }) =>
        [...source.matchAll(/\bid(?:=|: )["']([a-z][\w-]*)["']/g)].map(([, id = '']) => id),
      ),
    ),
    components: new Map(
      sources
        .filter(({ path }) => path.startsWith(authorsComponents))
        .map(({ path, source }) => [path.slice(authorsComponents.length, -'.astro'.length), propertiesIn(source)]),
    ),
  };
};
