/** Links inside the site lead to a page and a heading that exist. */
import { at, type Finding, type Words } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';
import type { Project } from '../reading/project.ts';
import { readRedirects } from '../reading/redirects.ts';
import { projectRule } from '../rule.ts';
import { meantAddress } from '../explain/values.ts';
import { contactTold } from './contacts.ts';
import { isOtherThing, nearest } from '../../lib/nearest.ts';
import { decodedPath } from '../../lib/text.ts';
import { fateOf } from '../reading/fate.ts';
import type { BodyLink } from '../reading/body.ts';
import { addressOf } from '../../kinds/index.ts';

export interface AddressFault extends Pick<Words, 'found' | 'allowed' | 'cure'> {
  /** The address that belongs in its place. */
  replace?: string | undefined;
}

/** An address that another belongs in the place of. */
export const better = (found: string, address: string): AddressFault => ({
  found,
  cure: `write ${address}`,
  replace: address,
});

interface Index {
  /** Every address that answers, with the entry it shows. */
  addresses: Map<string, Entry | undefined>;
  redirects: Map<string, string>;
}

const indexOf = ({ promised, routes, publicFiles, entries, redirects }: Project): Index => ({
  addresses: new Map([
    ...[...promised, ...routes, ...publicFiles].map((address) => [address, undefined] as const),
    ...entries.map((entry) => [addressOf(entry), entry] as const),
  ]),
  redirects: new Map(readRedirects(redirects.text).map(({ from, to }) => [from, to])),
});

const lastOf = (address: string): string => address.split('/').filter(Boolean).at(-1) ?? '';

const fragmentFault = (project: Project, entry: Entry, fragment: string, url: string): AddressFault | undefined => {
  if (fragment === '' || project.drawnIds.has(fragment)) return undefined;
  const slugs = entry.body.headings.map(({ slug }) => slug);
  if (slugs.includes(fragment)) return undefined;
  const note = /^_(?:ftn|edn)(?:ref)?(\d+)$/.exec(fragment)?.[1];
  if (note)
    return {
      found: `a footnote as Word copies it: #${fragment}`,
      cure: `write [^${note}] where it is called, and [^${note}]: before its words at the end of the text`,
    };
  const guess = nearest(fragment, slugs, 1)[0];
  return {
    found: `there is no heading “#${fragment}” on ${addressOf(entry)}`,
    allowed:
      slugs.length > 0 ? `its headings are ${slugs.map((slug) => `#${slug}`).join(', ')}` : 'the page has no headings',
    cure: guess
      ? `did you mean “${url.replace(/#.*$/, '')}#${guess}”?`
      : 'use one of these, or link to the page without #',
  };
};

const inside = (project: Project, index: Index, entry: Entry, url: string): AddressFault | undefined => {
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(url) ?? [];
  if (path === '' && query === '' && fragment === '')
    return {
      found: `a link that leads nowhere: ${url}`,
      cure: 'write the address in place of #, or take the link out and keep the words',
    };
  if (path === '') return fragmentFault(project, entry, decodedPath(fragment), url);
  const rest = `${query}${fragment ? `#${fragment}` : ''}`;
  const { addresses, redirects } = index;
  if (addresses.has(path)) {
    const target = addresses.get(path);
    if (target?.isDraft && !entry.isDraft)
      return {
        found: `${path} is a draft, so readers would find no page there`,
        cure: 'take the link out until the draft is published, keeping the words',
      };
    return target ? fragmentFault(project, target, decodedPath(fragment), url) : undefined;
  }
  const tidy = `/${path
    .replace(/\.(mdx?|html?)$/i, '')
    .replace(/\/index$/, '')
    .split('/')
    .filter(Boolean)
    .join('/')
    .toLowerCase()}/`.replace('//', '/');
  const known = [tidy, tidy.replace(/^\/(src\/)?content/, '').replace(/^\/resources\//, '/library/')].find((one) =>
    addresses.has(one),
  );
  if (known) return better(`${path} is not how the address is written`, `${known}${rest}`);
  const moved = redirects.get(path) ?? redirects.get(tidy);
  if (moved) return better(`${path} has moved`, `${moved}${rest}`);
  const gone = fateOf(project, tidy);
  if (gone?.now) {
    const now = addressOf(gone.now);
    return better(`${path} is now ${now}: the page was renamed`, `${now}${rest}`);
  }
  if (gone)
    return {
      found: `the page ${path} was taken away`,
      cure: 'take the link out and keep the words, or link to the page where the same thing is told now',
    };
  const [, folder = ''] = tidy.split('/');
  const inFolder = [...addresses.keys()].filter((one) => one.startsWith(`/${folder}/`));
  const near = nearest(lastOf(tidy), inFolder.map(lastOf), 1)[0];
  const guess = near ? inFolder.find((one) => lastOf(one) === near) : nearest(tidy, addresses.keys(), 1)[0];
  return {
    found: `there is no page ${path}`,
    cure: guess
      ? isOtherThing(tidy, guess)
        ? `the nearest is ${guess}: write it only if it is the page you mean`
        : `did you mean ${guess}?`
      : 'copy the part of the address after the site’s name from the page you mean, such as /webinars/spi-101-april-2014/',
  };
};

const faultOf = (project: Project, index: Index, entry: Entry, url: string): AddressFault | undefined => {
  if (url === '')
    return {
      found: 'a link without an address',
      cure: 'write the address in the round brackets, or take the link out and keep the words',
    };
  const meant = meantAddress(url);
  if (meant) return better(`“${url}” is no whole web address`, meant);
  const [, inner] = /^[“”‘’](.*)[“”‘’]$/.exec(url) ?? [];
  if (inner) return better(`curly quotes around an address: ${url}`, inner);
  // Addresses elsewhere and of people are told by rules of their own.
  if (/^(?:https?:\/\/|mailto:)/i.test(url)) return undefined;
  if (/^tel:/i.test(url))
    return /^tel:\+?[\d-]+$/.test(url)
      ? undefined
      : { found: `“${url}” is no telephone number`, cure: 'write it such as tel:+1-202-555-0100' };
  if (/^(file:|[a-z]:\\|\\)/i.test(url))
    return { found: `a path of your own computer: ${url}`, cure: 'link to the page or file where others can read it' };
  if (/^[a-z][a-z\d+.-]*:/i.test(url) && !/^[\w.-]+:\d/.test(url))
    return {
      found: `an address of a kind that is not used here: ${url}`,
      cure: 'link to an address that begins with https://',
    };
  if (url.startsWith('//')) return better(`an address without https: in front: ${url}`, `https:${url}`);
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]+$/i.test(url)) return contactTold(`an email address for a link: ${url}`);
  if (url.startsWith('/') || url.startsWith('#')) return inside(project, index, entry, url);
  if (/^(www\.|[\w-]+(\.[\w-]+)*\.(com|org|gov|edu|net|us|mil|io)(\/|$))/i.test(url))
    return better(`a web address without https:// in front: ${url}`, `https://${url}`);
  if (/^\.{1,2}\/|\.mdx?(#|$)/.test(url)) {
    const [bare = '', fragment] = url.split('#');
    const parts = bare
      .replace(/\.mdx?$/, '')
      .split('/')
      .filter((part) => part && part !== '.' && part !== '..');
    const id = parts.at(-1) ?? '';
    const target =
      project.entries.find((one) => one.id === id && (parts.length < 2 || one.collection === parts.at(-2))) ??
      project.entries.find((one) => one.id === id);
    const found = `a path of a file, not an address of the site: ${url}`;
    if (target) return better(found, `${addressOf(target)}${fragment ? `#${fragment}` : ''}`);
    if (/\.(?:png|jpe?g|webp|avif|gif|svg)$/i.test(bare))
      return { found: `a link to a picture: ${url}`, cure: `to show it, write ! in front: ![what it shows](${url})` };
    return {
      found,
      cure: 'write the address as readers see it, such as /webinars/spi-101-april-2014/; slides and documents are linked at their publisher',
    };
  }
  return {
    found: `“${url}” does not begin with / or https://`,
    cure: 'write the address as readers see it, such as /webinars/spi-101-april-2014/, or a whole web address',
  };
};

/** The finding at a link, with the edit that puts the right address in where the wrong one stands. */
export const atLink = (entry: Entry, { url, offset, end }: BodyLink, { replace, ...words }: AddressFault): Finding => {
  const from = entry.text.lastIndexOf(url, end);
  const edits =
    replace === undefined || from < offset ? undefined : [{ start: from, end: from + url.length, text: replace }];
  return at(entry, offset, { ...words, edits });
};

export const links = projectRule('links', 'error', function* (project) {
  const index = indexOf(project);
  for (const entry of project.entries)
    for (const link of entry.body.links) {
      const fault = faultOf(project, index, entry, link.url);
      if (fault) yield atLink(entry, link, fault);
    }
});
