/** The built pages, found by looking: no test keeps a list of them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';
import { referenceFrom } from '../../src/lib/reference.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = join(root, 'dist');

export interface BuiltPage {
  /** Path of the address: `/webinars/page/2/`. */
  path: string;
  /** File below dist/. */
  file: string;
  /** The route file that made it: `webinars/[...page].astro`. */
  template: string;
  html: string;
}

/** Fixed names first, then the longer fixed beginning, then `[id]` before `[...page]`: Astro's own order. */
const looseness = (route: string): number => (route.includes('[...') ? 2 : route.includes('[') ? 1 : 0);
const fixedLength = (route: string): number => (route.includes('[') ? route.indexOf('[') : Infinity);

const routes = globSync('**/*.astro', { cwd: join(root, 'src/pages') })
  .map((template) => {
    const address = `/${template.replace(/\.astro$/, '').replace(/(^|\/)index$/, '')}/`.replace(/\/+/g, '/');
    const pattern = address.replace(/\[\.\.\.\w+\]\//g, '(?:.+/)?').replace(/\[\w+\]/g, '[^/]+');
    return { template, pattern: new RegExp(`^${pattern}$`) };
  })
  .sort((a, b) => {
    const [longer, shorter] = [fixedLength(b.template), fixedLength(a.template)];
    return (
      (longer === shorter ? 0 : longer - shorter) ||
      looseness(a.template) - looseness(b.template) ||
      b.template.length - a.template.length
    );
  });

const addressOfFile = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

const templateOf = (path: string): string => {
  const route = routes.find(({ pattern }) => pattern.test(path.replace(/\.html$/, '/')));
  if (!route) throw new Error(`No route under src/pages makes ${path}.`);
  return route.template;
};

/** Every page of the last build, by address. Throws where there is no build. */
export const builtPages = (): BuiltPage[] => {
  const pages = globSync('**/*.html', { cwd: dist, exclude: ['pagefind/**'] }).map((file): BuiltPage => {
    const path = addressOfFile(file.replaceAll('\\', '/'));
    return { path, file, template: templateOf(path), html: readFileSync(join(dist, file), 'utf8') };
  });
  if (pages.length < 100) throw new Error(`dist/ holds ${pages.length} pages: run “npm run build” first.`);
  return pages.sort((a, b) => a.path.localeCompare(b.path, 'en'));
};

/** The page with the most on it of each template: what breaks, breaks there first. */
export const onePerTemplate = (pages: readonly BuiltPage[]): BuiltPage[] => {
  const heaviest = new Map<string, BuiltPage>();
  for (const page of pages) {
    const known = heaviest.get(page.template);
    if (!known || page.html.length > known.html.length) heaviest.set(page.template, page);
  }
  return [...heaviest.values()];
};

/** What to ask the whole site for to be shown a built page: without a reference, the confirmation leads to the form. */
export const askedAs = (path: string): string =>
  path.endsWith('/received/') ? `${path}?reference=${referenceFrom(new Uint8Array(7))}&mailed` : path;

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Elements of a page in document order, with their attributes as a plain record. */
export interface FoundElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

const textOf = (node: Parent): string =>
  node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('');

const walk = (node: Parent, found: Element[]): Element[] => {
  for (const child of node.childNodes) {
    if (defaultTreeAdapter.isElementNode(child)) {
      found.push(child);
      walk(child, found);
    }
  }
  return found;
};

export const elementsOf = (html: string): FoundElement[] =>
  walk(parse(html), []).map((element) => ({
    name: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    text: textOf(element),
  }));
