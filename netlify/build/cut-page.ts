/** Cuts a built page at the places that the request function fills. Build time only: the parser stays out of the function. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { CutPage, Slot } from '../lib/page.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

interface Cut {
  start: number;
  end: number;
  slot: Slot;
}

const elementsIn = function* (node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child);
};

const cutsOf = (element: Element): Cut[] => {
  const attribute = (name: string): string | undefined => element.attrs.find((item) => item.name === name)?.value;
  const place = element.sourceCodeLocation;
  const tag = place?.startTag;
  if (!place || !tag) return [];
  /** Just before the start tag closes. */
  const inTag = tag.endOffset - 1;
  const inner = (slot: Slot): Cut => ({ start: tag.endOffset, end: place.endTag?.startOffset ?? tag.endOffset, slot });
  const added = (slot: Slot): Cut => ({ start: inTag, end: inTag, slot });
  const cuts: Cut[] = [];

  const hide = attribute('data-hide');
  if (hide !== undefined) {
    const hidden = place.attrs?.['hidden'];
    // The space before the attribute goes with it.
    cuts.push({ start: hidden ? hidden.startOffset - 1 : inTag, end: hidden?.endOffset ?? inTag, slot: { hide } });
  }
  const fill = attribute('data-fill');
  if (fill !== undefined) cuts.push(inner({ fill }));
  const href = attribute('data-href');
  const hrefPlace = place.attrs?.['href'];
  if (href !== undefined && hrefPlace)
    cuts.push({ start: hrefPlace.startOffset + 'href="'.length, end: hrefPlace.endOffset - 1, slot: { href } });

  const name = attribute('name');
  const type = attribute('type');
  if (element.tagName === 'title' && element.parentNode?.nodeName === 'head')
    cuts.push({ start: tag.endOffset, end: tag.endOffset, slot: { fill: 'title' } });
  if (element.tagName === 'textarea' && name) cuts.push(inner({ text: name }), added({ invalid: name }));
  if (element.tagName === 'select' && name) cuts.push(added({ invalid: name }));
  if (element.tagName === 'input' && name && !['homepage', 'seconds'].includes(name)) {
    if (type === 'radio' || type === 'checkbox') cuts.push(added({ invalid: name }));
    // The page that someone came from: its value is an answer, and it is ticked whenever there is one.
    if (type === 'checkbox' && attribute('data-value'))
      cuts.push(added({ value: name }), added({ chosen: `${name}:shown`, as: 'yes', mark: 'checked' }));
    else if (type === 'radio' || type === 'checkbox')
      cuts.push(added({ chosen: name, as: attribute('value') ?? '', mark: 'checked' }));
    else cuts.push(added({ value: name }), added({ invalid: name }));
  }
  if (element.tagName === 'option') {
    let select: Node | null = element.parentNode;
    while (select && 'parentNode' in select && select.nodeName !== 'select') select = select.parentNode;
    const owner = select && 'attrs' in select ? select.attrs.find((item) => item.name === 'name')?.value : undefined;
    const as = attribute('value');
    if (owner && as) cuts.push(added({ chosen: owner, as, mark: 'selected' }));
  }
  return cuts;
};

/** The pieces of a page. Throws where two places overlap, which would lose markup. */
export const cutPage = (html: string): CutPage => {
  const cuts = [...elementsIn(parse(html, { sourceCodeLocationInfo: true }))]
    .flatMap(cutsOf)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: CutPage = [];
  let at = 0;
  for (const { start, end, slot } of cuts) {
    if (start < at) throw new Error(`Two places to fill overlap near “${html.slice(start, start + 80)}”.`);
    if (start > at) pieces.push(html.slice(at, start));
    pieces.push(slot);
    at = end;
  }
  pieces.push(html.slice(at));
  return pieces;
};
