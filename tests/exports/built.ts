/** The built site, read back. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CslItem } from '../../src/lib/citation/csl.ts';
import { collectionNames } from '../../src/kinds/index.ts';

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

export const built = (path: string): string => readFileSync(`${dist}${path.replace(/^\//, '')}`, 'utf8');

export const builtJson = <T>(path: string): T => JSON.parse(built(path)) as T;

export const builtFiles = (pattern: string): string[] => globSync(pattern, { cwd: dist }).sort();

export interface BuiltRecord {
  $schema: string;
  id: string;
  collection: string;
  address: string;
  sha256: string;
  citation: CslItem;
  data: Record<string, unknown>;
}

/** Collections whose entries are cited. */
const citedCollections = collectionNames.filter((name) => name !== 'topics');

export const records = (): BuiltRecord[] =>
  citedCollections.flatMap((collection) => builtJson<{ entries: BuiltRecord[] }>(`data/v1/${collection}.json`).entries);

/** Path of an entry's page without the last slash; its files lie beside it. */
export const stemOf = ({ address }: { address: string }): string => new URL(address).pathname.replace(/\/$/, '');

/** An opening tag's attributes, entities decoded. */
export const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

export const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
    decimal
      ? String.fromCodePoint(Number(decimal))
      : hex
        ? String.fromCodePoint(parseInt(hex, 16))
        : (named[name ?? ''] ?? whole),
  );

/** The attributes of every meta tag of a page; a “>” may stand inside a value. */
export const metaTags = (html: string): Record<string, string>[] =>
  [...html.matchAll(/<meta (?:[^>"]|"[^"]*")*>/g)].map(([tag]) => attributesOf(tag));
