/**
 * Cuts a built page at the places that the request function fills, and takes the parts out of it that only an answer
 * shows. Build time only: the parser stays out of the function.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { CutPage, Slot } from '../request/page.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

interface Cut {
  start: number;
  end: number;
  slot: Slot;
}

/** What is for the start alone: no answer of the function has it. */
const firstPage = 'first-page';

const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((item) => item.name === name)?.value;

/** Of a part that only an answer shows, or only the first page. */
const partOf = (node: Node): string | undefined => {
  if (!('attrs' in node)) return undefined;
  return attributeOf(node, 'data-part') ?? (attributeOf(node, 'data-first') === undefined ? undefined : firstPage);
};

const placeOf = (element: Element) => {
  const place = element.sourceCodeLocation;
  const tag = place?.startTag;
  return place && tag ? { place, tag, end: place.endTag?.endOffset ?? tag.endOffset } : undefined;
};

/** The list that an option is of; it may stand in a group. */
const selectOf = (node: Node | null): Element | undefined => {
  if (!node || !('parentNode' in node)) return undefined;
  return 'tagName' in node && node.tagName === 'select' ? node : selectOf(node.parentNode);
};

const cutsOf = (html: string, element: Element): Cut[] => {
  const found = placeOf(element);
  if (!found) return [];
  const { place, tag } = found;
  const attribute = (name: string) => attributeOf(element, name);
  /** Just before the start tag closes. */
  const inTag = tag.endOffset - 1;
  const inner = (slot: Slot): Cut => ({ start: tag.endOffset, end: place.endTag?.startOffset ?? tag.endOffset, slot });
  const added = (slot: Slot): Cut => ({ start: inTag, end: inTag, slot });
  /** In place of an attribute and the space before it. */
  const instead = (name: string, slot: Slot): Cut => {
    const where = place.attrs?.[name];
    return where ? { start: where.startOffset - 1, end: where.endOffset, slot } : added(slot);
  };
  const cuts: Cut[] = [];

  const fill = attribute('data-fill');
  if (fill !== undefined) cuts.push(inner({ fill }));
  const href = place.attrs?.['href'];
  const hrefName = attribute('data-href');
  if (hrefName !== undefined && href)
    cuts.push({ start: href.startOffset + 'href="'.length, end: href.endOffset - 1, slot: { href: hrefName } });
  if (element.tagName === 'h1')
    cuts.push(inner({ fill: 'h1', otherwise: html.slice(tag.endOffset, place.endTag?.startOffset ?? tag.endOffset) }));
  if (element.tagName === 'title' && element.parentNode?.nodeName === 'head')
    cuts.push({ start: tag.endOffset, end: tag.endOffset, slot: { fill: 'title' } });

  const name = attribute('name');
  const type = attribute('type');
  const isChoice = type === 'radio' || type === 'checkbox';
  const error = attribute('data-error');
  if (error !== undefined) {
    const describedBy = attribute('aria-describedby');
    const field = error.replace(/^f-|-error$/g, '');
    // “Invalid” is not said of a group of boxes (ARIA 1.2): its error is read when it is entered.
    const isGroup = element.tagName === 'fieldset' && attribute('role') === undefined;
    cuts.push(instead('aria-describedby', { invalid: field, error, isGroup, ...(describedBy ? { describedBy } : {}) }));
  }
  if (element.tagName === 'textarea' && name) cuts.push(inner({ text: name }));
  if (element.tagName === 'input' && name && !['homepage', 'seconds'].includes(name)) {
    // The page that someone came from: its value is an answer, and it is ticked whenever there is one.
    if (type === 'checkbox' && attribute('data-value'))
      cuts.push(added({ value: name }), added({ chosen: `${name}:shown`, as: 'yes', mark: 'checked' }));
    else if (isChoice) cuts.push(added({ chosen: name, as: attribute('value') ?? '', mark: 'checked' }));
    else cuts.push(added({ value: name }));
  }
  if (element.tagName === 'option') {
    const select = selectOf(element);
    const owner = select && attributeOf(select, 'name');
    const as = attribute('value');
    if (owner && as) cuts.push(added({ chosen: owner, as, mark: 'selected' }));
  }
  return cuts;
};

/** The pieces of what lies between two places of the text. Throws where two places overlap, which would lose markup. */
const piecesOf = (html: string, start: number, end: number, cuts: readonly Cut[]): CutPage => {
  const pieces: CutPage = [];
  let at = start;
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (cut.start < at) throw new Error(`Two places to fill overlap near “${html.slice(cut.start, cut.start + 80)}”.`);
    if (cut.start > at) pieces.push(html.slice(at, cut.start));
    pieces.push(cut.slot);
    at = cut.end;
  }
  pieces.push(html.slice(at, end));
  return pieces;
};

/** `hidden` is for browsers while the part waits on the page; where a function shows the part, it goes. */
const withoutHidden = (element: Element): Cut[] => {
  const hidden = element.sourceCodeLocation?.attrs?.['hidden'];
  return hidden ? [{ start: hidden.startOffset - 1, end: hidden.endOffset, slot: { fill: '' } }] : [];
};

/** The cuts in an element and below it: a part within is one cut that holds its own pieces. */
const cutsWithin = (html: string, node: Node): Cut[] => {
  const own = 'tagName' in node ? cutsOf(html, node) : [];
  const children = 'childNodes' in node ? node.childNodes : [];
  return [
    ...own,
    ...children.flatMap((child): Cut[] => {
      const part = partOf(child);
      const found = 'tagName' in child ? placeOf(child) : undefined;
      if (part === undefined || !('tagName' in child) || !found) return cutsWithin(html, child);
      const { place, end } = found;
      const cuts = [...withoutHidden(child), ...cutsWithin(html, child)];
      return [{ start: place.startOffset, end, slot: { part, pieces: piecesOf(html, place.startOffset, end, cuts) } }];
    }),
  ];
};

/** For the function: pieces and gaps. */
export const cutPage = (html: string): CutPage =>
  piecesOf(html, 0, html.length, cutsWithin(html, parse(html, { sourceCodeLocationInfo: true })));

/** The outermost parts that only an answer shows, each with the id of what it stands in. */
const partsIn = (node: Node, place = ''): { element: Element; place: string }[] =>
  ('childNodes' in node ? node.childNodes : []).flatMap((child) => {
    if ('attrs' in child && attributeOf(child, 'data-part') !== undefined) return [{ element: child, place }];
    return partsIn(child, ('attrs' in child && attributeOf(child, 'id')) || place);
  });

/**
 * The page as it is served, without those parts, and as it was: in both they wait in a script that no browser shows or
 * runs, for the script of the form (form-parts.ts).
 */
export const splitPage = (html: string): { served: string; whole: string } => {
  const parts = partsIn(parse(html, { sourceCodeLocationInfo: true }));
  // The script makes the error of a field anew where there is one.
  const isKept = (element: Element) => !attributeOf(element, 'data-part')?.startsWith('error:');
  let kept = '';
  let served = html;
  for (const { element, place } of parts.toReversed()) {
    const found = placeOf(element);
    if (!found) continue;
    const { startOffset } = found.place;
    served = served.slice(0, startOffset) + served.slice(found.end);
    if (isKept(element)) kept = `<div data-in="${place}">${html.slice(startOffset, found.end)}</div>${kept}`;
  }
  const withKept = (page: string) =>
    page.replace('</ta-request>', () => `<script type="text/html" data-parts>${kept}</script></ta-request>`);
  return { served: withKept(served), whole: withKept(html) };
};
