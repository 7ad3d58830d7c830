/** Addresses elsewhere are meant for others: they open for everybody, hold no key and do not watch the reader. */
import { unseenIn } from '../../lib/unseen.ts';
import { site } from '../../site.ts';
import { atField } from '../finding.ts';
import { replaceScalar } from '../reading/positions.ts';
import { entryRule } from '../rule.ts';
import { meantAddress } from '../explain/values.ts';
import { atLink, better, type AddressFault } from './links.ts';
import { decodedPath } from '../../lib/text.ts';

/** Where people keep what they share with those whom they invite, talk to a program, or read by their library's account. */
const signIn =
  /(?:^|\.)(?:sharepoint\.com|teams\.(?:microsoft|live)\.com|1drv\.ms|onedrive\.live\.com|outlook\.(?:office|office365|live)\.com|office\.com|zoom\.us|webex\.com|gotomeeting\.com|drive\.google\.com|docs\.google\.com|mail\.google\.com|meet\.google\.com|photos\.google\.com|studio\.youtube\.com|dropbox\.com|box\.com|icloud\.com|wetransfer\.com|we\.tl|sharefile\.com|egnyte\.com|slack\.com|trello\.com|asana\.com|notion\.so|evernote\.com|airtable\.com|basecamp\.com|smartsheet\.com|chatgpt\.com|chat\.openai\.com|claude\.ai|gemini\.google\.com|copilot\.microsoft\.com|perplexity\.ai|(?:ez|lib)?proxy(?:\.lib(?:rary)?)?\.[a-z\d-]+\.(?:edu|gov|org|ca|ac\.uk))$/;

/** Parts of those sites that everybody may see. */
const isPublic = ({ hostname, pathname }: URL): boolean =>
  /^\/?$/.test(pathname) ||
  (/(?:^|\.)zoom\.us$/.test(hostname) && /^\/rec\/(?:share|play)/.test(pathname)) ||
  (hostname === 'docs.google.com' && /\/(?:pub|pubhtml|viewform)$/.test(pathname));

/** Machines of one office or one desk. */
const isInside = (hostname: string): boolean =>
  (!hostname.includes('.') && !hostname.startsWith('[')) ||
  /^(?:127\.|0\.0\.0\.0|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)/.test(hostname) ||
  /\.(?:local|localhost|lan|internal|intranet|corp|home|private)$/.test(hostname) ||
  /^(?:intranet|vpn|extranet)\./.test(hostname) ||
  /^deploy-preview-\d+--/.test(hostname);

/** Parameters that are a key: a pass code, a signature that runs out. */
const isKey = (name: string): boolean =>
  /^(?:pwd|passcode|password|token|access_token|auth|sig|signature|x-amz-signature|x-amz-security-token|se|expires|rlkey)$/i.test(
    name,
  );

const isTracker = (name: string): boolean =>
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|mkt_tok|_hsenc|_hsmi|vero_id|yclid)$/.test(name);

/** Where Netlify serves this site, and the name it has while none is chosen. */
const ownHost = /^(?:[\w-]+--)?smart-policing[\w-]*\.netlify\.app$|^smart-policing\.example$/;

/** Letters of another alphabet in the name of a site; long dashes and spaces wherever they stand as such. */
const oddSign =
  /(?<=^https?:\/\/[^/?#]*)[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}]|(?<dash>[\u2010-\u2015\u2212])|\s/u;

const wrapped = ({ hostname, pathname, searchParams }: URL): AddressFault | undefined => {
  const isWrapped =
    /safelinks\.protection\.outlook\.com$|urldefense\.(?:com|proofpoint\.com)$|(?:^|\.)(?:rs6\.net|sendgrid\.net)$/.test(
      hostname,
    ) ||
    (/(?:^|\.)google\.[a-z.]+$/.test(hostname) && pathname === '/url') ||
    (/(?:^|\.)list-manage\.com$/.test(hostname) && pathname.startsWith('/track/')) ||
    (/^lm?\.(?:facebook|instagram)\.com$|(?:^|\.)(?:youtube|linkedin|duckduckgo)\.com$/.test(hostname) &&
      /^\/(?:l(?:\.php)?\/?|redirect|redir\/redirect|safety\/go)$/.test(pathname));
  if (!isWrapped) return undefined;
  const inside =
    ['url', 'q', 'u', 'uddg'].map((name) => searchParams.get(name) ?? '').find((one) => URL.canParse(one)) ?? '';
  return {
    found: `an address wrapped by a mail program or a search engine: ${hostname}`,
    cure: `open the link and copy the address of the page itself${inside ? `: ${inside}` : ''}`,
  };
};

const faultOf = (url: string): AddressFault | undefined => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed)
    return { found: `“${url}” is no whole web address`, cure: 'copy it again from the address bar of the page' };
  const { hostname, pathname, hash, searchParams } = parsed;
  const last = (url.includes('(') ? /(?:[.,;:!]|%20|%C2%A0)+$/i : /(?:[.,;:!)]|%20|%C2%A0)+$/i).exec(url)?.[0];
  if (last)
    return {
      found: `an address that ends in “${last}”: ${url}`,
      cure: `take ${/%/.test(last) ? 'the space' : 'the sign'} out, if the page opens without it: ${url.slice(0, -last.length)}`,
    };
  const plain = decodedPath(url);
  const unseen = unseenIn(plain);
  if (unseen[0]) {
    const clean = unseen.reduce(
      (text, { index, length }) => text.replaceAll(encodeURI(plain.slice(index, index + length)), ''),
      encodeURI(plain),
    );
    return better(`an address with ${unseen[0].name} in it, which nobody sees: ${url}`, clean);
  }
  const odd = oddSign.exec(url);
  if (odd)
    return {
      found: `an address with ${odd.groups?.['dash'] ? `a long dash “${odd[0]}”` : odd[0].trim() ? `“${odd[0]}”, a letter that only looks like one of ours,` : 'a space'} in it: ${url}`,
      allowed: 'programs put such signs in while one types; then the page does not open, or another one does',
      cure: 'open the page and copy its address from the address bar; where the sign belongs to it, write it as the browser copies it: with % and figures',
    };
  if (parsed.username)
    return {
      found: `an address with the name${parsed.password ? ' and password' : ''} of a person in it: ${hostname}`,
      cure: 'copy the address of the page as it is for everybody, and change that password: this text is public',
    };
  const wrap = wrapped(parsed);
  if (wrap) return wrap;
  const keys = [...searchParams.keys()].filter(isKey);
  if (keys.length > 0)
    return {
      found: `an address with a key in it (${keys.join(', ')}): ${hostname}`,
      allowed: 'this text is public, and such a key runs out',
      cure: 'link to the page where the publisher shows it to everybody; where there is none, take the link out',
    };
  if (signIn.test(hostname) && !isPublic(parsed))
    return {
      found: `an address that opens only for people who are invited or signed in: ${hostname}`,
      cure: 'link to the page where the publisher shows it to everybody, or take the link out',
    };
  if (
    /^(?:bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|t\.co|lnkd\.in|buff\.ly|is\.gd|rb\.gy|shorturl\.at|cutt\.ly|forms\.gle)$/.test(
      hostname,
    )
  )
    return {
      found: `a shortened address: ${hostname}`,
      allowed: 'readers see where a link leads, and short addresses die',
      cure: 'open it and copy the address of the page itself',
    };
  if (hostname === new URL(site.address).hostname || ownHost.test(hostname))
    return {
      found: `a whole address of this site: ${url}`,
      cure: `write the path alone: ${pathname}${hash}`,
      replace: `${pathname}${hash}`,
    };
  if (isInside(hostname))
    return {
      found: `an address that only works on one machine, in one office or on a preview: ${hostname}`,
      cure: 'link to the published page, or take the link out',
    };
  const trackers = [...searchParams.keys()].filter(isTracker);
  for (const name of trackers) searchParams.delete(name);
  return trackers.length > 0
    ? better(`an address that tracks readers (${trackers.join(', ')})`, parsed.href)
    : undefined;
};

export const webAddresses = entryRule('web-addresses', 'error', function* (entry) {
  for (const link of entry.body.links) {
    // One that is not whole is told as a link.
    const fault = /^https?:\/\//i.test(link.url) && !meantAddress(link.url) ? faultOf(link.url) : undefined;
    if (fault) yield atLink(entry, link, fault);
  }
  for (const { shape, value, path } of entry.marked) {
    if (shape.kind !== 'web-address' || !/^https?:\/\/\S+$/.test(value)) continue;
    const fault = faultOf(value);
    if (!fault) continue;
    const { replace, ...words } = fault;
    // A field wants a whole address: a path of this site is no cure for it.
    if (replace?.startsWith('/')) words.cure = 'write its address at the publisher, or take the line out';
    const edits = replace?.startsWith('http') ? replaceScalar(entry, path, replace) : undefined;
    yield atField(entry, path, { ...words, edits });
  }
});
