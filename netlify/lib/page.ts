/**
 * The pages that Astro built, cut into pieces at build time: the function fills the gaps and joins them.
 * So there is no second copy of any markup, no parser in the function, and all that a person typed passes one escape.
 */

export type Slot =
  /** Text between tags. */
  | { fill: string }
  /** The `hidden` attribute of a part. */
  | { hide: string }
  /** The `value` attribute of a one-line field. */
  | { value: string }
  /** Text of a field of several lines. */
  | { text: string }
  /** The `checked` or `selected` attribute of a choice. */
  | { chosen: string; as: string; mark: 'checked' | 'selected' }
  /** The `aria-invalid` attribute of a control. */
  | { invalid: string }
  /** An address. */
  | { href: string };

export type CutPage = (string | Slot)[];

export interface Filling {
  /** Text by place; a place without text is empty. */
  fill?: Readonly<Record<string, string>>;
  /** The parts shown; all others stay hidden. */
  show?: ReadonlySet<string>;
  /** Answers by field. */
  values?: Readonly<Record<string, string | readonly string[]>>;
  /** Fields with a problem. */
  invalid?: ReadonlySet<string>;
  href?: Readonly<Record<string, string>>;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe between tags and within a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const has = (record: Readonly<Record<string, unknown>> | undefined, name: string): boolean =>
  record !== undefined && Object.hasOwn(record, name);

const contentOf = (slot: Slot, { fill, show, values, invalid, href }: Filling): string => {
  if ('fill' in slot) return has(fill, slot.fill) ? escapeHtml(fill?.[slot.fill] ?? '') : '';
  if ('hide' in slot) return show?.has(slot.hide) ? '' : ' hidden';
  if ('invalid' in slot) return invalid?.has(slot.invalid) ? ' aria-invalid="true"' : '';
  if ('href' in slot) return has(href, slot.href) ? escapeHtml(href?.[slot.href] ?? '') : '';
  const name = 'value' in slot ? slot.value : 'text' in slot ? slot.text : slot.chosen;
  const given = has(values, name) ? [values?.[name] ?? []].flat() : [];
  if ('chosen' in slot) return given.includes(slot.as) ? ` ${slot.mark}` : '';
  if ('value' in slot) return ` value="${escapeHtml(given[0] ?? '')}"`;
  // A line feed right after the tag would be swallowed (HTML, “textarea” start tag): one more keeps the first.
  return `\n${escapeHtml(given[0] ?? '')}`;
};

export const fillPage = (page: CutPage, filling: Filling): string =>
  page.map((piece) => (typeof piece === 'string' ? piece : contentOf(piece, filling))).join('');
