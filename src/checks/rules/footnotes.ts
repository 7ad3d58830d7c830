/** A footnote is called in the text and written below; one without the other is lost or printed as it stands. */
import { at } from '../finding.ts';
import { entryRule } from '../rule.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raisedFigure = new RegExp(`(?:(?<=[.,;:!?”’)])[${raised}]+|(?<=\\p{L}{4})[${raised}]+)`, 'u');
const plain = (signs: string): string => signs.replace(/\D/g, (sign) => String(raised.indexOf(sign)));

const asFootnote = (id: string): string =>
  `write [^${id}] there, and at the end of the text a line [^${id}]: the words of the footnote; or take it out`;

/** “fell by 12 percent.1 The”: Word’s raised figure, flattened by pasting as plain text. “No.1” and “vol.2” are none. */
const flattened = /(?<=\p{Ll}{4}[.,;:!?”’)]*[.,;:!?”’])\d{1,2}(?=\s+\p{Lu}|\s*$)/u;

export const footnotes = entryRule('footnotes', 'error', function* (entry) {
  const { texts, parts, nodes } = entry.body;
  const called = new Set(nodes('footnoteReference').map(({ identifier }) => identifier));
  const written = new Set<string | undefined>();
  for (const { identifier: id, offset } of nodes('footnoteDefinition')) {
    if (written.has(id))
      yield at(entry, offset, {
        found: `the footnote [^${id}] is written twice, and only the first is shown`,
        cure: `give this one a number of its own, here and where it is called, or take it out`,
      });
    else if (!called.has(id))
      yield at(entry, offset, {
        found: `the footnote [^${id}] is not shown, since nothing in the text calls it`,
        cure: `write [^${id}] in the text where it belongs, or take the footnote out`,
      });
    written.add(id);
  }
  // “[^1] Its words.” at the head of a line was meant as the footnote itself.
  const meant = new Set(
    texts.flatMap(({ value }) => [...value.matchAll(/^\[\^([^\]\s]+)\](?=[ \t]+\S)/gm)].map(([, id]) => id)),
  );
  for (const { name, offset } of parts) {
    const id = name === 'sup' ? /^<sup>\[?(\d{1,2})\]?<\/sup>/.exec(entry.text.slice(offset))?.[1] : undefined;
    if (id && /(?:[.,;:!?”’)]|\p{L}{4})$/u.test(entry.text.slice(0, offset)))
      yield at(entry, offset, {
        found: `<sup>${id}</sup>, a raised figure, leads to no footnote`,
        cure: asFootnote(id),
      });
  }
  for (const { value, offset } of texts) {
    for (const { 1: id = '', index } of value.matchAll(/\[\^([^\]\n]{1,40})\]/g)) {
      const isNote = meant.has(id) && /(?:^|\n)$/.test(value.slice(0, index));
      if (/\s/.test(id))
        yield at(entry, offset + index, {
          found: `[^${id}], a footnote with a space in its name`,
          cure: `write [^${id.trim().replace(/\s+/g, '-')}], where it is called and where it is written`,
        });
      else if (isNote)
        yield at(entry, offset + index, {
          found: `no colon after [^${id}], which makes no footnote of the line`,
          cure: `write [^${id}]: and its words`,
        });
      else if (!meant.has(id))
        yield at(entry, offset + index, {
          found: `[^${id}] calls a footnote that is not written`,
          cure: `write a line at the end of the text: [^${id}]: the words of the footnote`,
        });
    }
    const inBrackets = /(?<=[\p{L}.,;:!?”’)])\[(\d{1,2})\](?![[(])/u.exec(value);
    if (inBrackets)
      yield at(entry, offset + inBrackets.index, {
        found: `${inBrackets[0]}, a footnote as in Word, leads nowhere`,
        cure: asFootnote(inBrackets[1] ?? ''),
      });
    const figure = raisedFigure.exec(value) ?? flattened.exec(value);
    if (figure)
      yield at(entry, offset + figure.index, {
        found: `${figure[0]}, ${/\d/.test(figure[0]) ? 'a figure right behind a sentence, as of a footnote,' : 'a raised figure,'} leads to no footnote`,
        cure: asFootnote(plain(figure[0])),
      });
  }
});
