/**
 * The pages that Astro built, cut into pieces at build time: the function fills the gaps and joins them.
 * So there is no second copy of any markup, no parser in the function, and all that a person typed passes one escape.
 */

export type Slot =
  /** Text between tags. `otherwise` stands there where nothing is filled in. */
  | { fill: string; otherwise?: string }
  /** A part of the page that is there only when it is shown: a browser may not know that it is hidden. */
  | { part: string; pieces: CutPage }
  /** The `value` attribute of a one-line field. */
  | { value: string }
  /** Text of a field of several lines. */
  | { text: string }
  /** The `checked` or `selected` attribute of a choice. */
  | { chosen: string; as: string; mark: 'checked' | 'selected' }
  /** The attributes of a control at fault: that it is, and the error that describes it beside what describes it anyway. */
  | { invalid: string; error: string; describedBy?: string; isGroup: boolean }
  /** An address. */
  | { href: string };

export type CutPage = (string | Slot)[];

export interface Filling {
  /** Text by place; a place without text is empty. */
  fill?: Readonly<Record<string, string>>;
  /** The parts shown. */
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

const contentOf = (slot: Slot, filling: Filling): string => {
  const { fill, show, values, invalid, href } = filling;
  if ('part' in slot) return show?.has(slot.part) ? fillPage(slot.pieces, filling) : '';
  if ('fill' in slot) return escapeHtml(fill?.[slot.fill] ?? '') || (slot.otherwise ?? '');
  if ('href' in slot) return escapeHtml(href?.[slot.href] ?? '');
  if ('invalid' in slot) {
    const isInvalid = invalid?.has(slot.invalid) === true;
    const describedBy = [slot.describedBy, isInvalid ? slot.error : undefined].filter(Boolean).join(' ');
    return (
      (isInvalid && !slot.isGroup ? ' aria-invalid="true"' : '') +
      (describedBy ? ` aria-describedby="${describedBy}"` : '')
    );
  }
  const name = 'value' in slot ? slot.value : 'text' in slot ? slot.text : slot.chosen;
  const given = [values?.[name] ?? []].flat();
  if ('chosen' in slot) return given.includes(slot.as) ? ` ${slot.mark}` : '';
  if ('value' in slot) return ` value="${escapeHtml(given[0] ?? '')}"`;
  // A line feed right after the tag would be swallowed (HTML, “textarea” start tag): one more keeps the first.
  return `\n${escapeHtml(given[0] ?? '')}`;
};

export const fillPage = (page: CutPage, filling: Filling): string =>
  page.map((piece) => (typeof piece === 'string' ? piece : contentOf(piece, filling))).join('');
