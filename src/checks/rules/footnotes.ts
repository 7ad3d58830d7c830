/** A footnote is called in the text and written below; one without the other is lost or printed as it stands. */
import { at, type Finding } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raisedFigure = new RegExp(`(?:(?<=[.,;:!?”’)])[${raised}]+|(?<=\\p{L}{4})[${raised}]+)`, 'gu');
const plain = (signs: string): string => [...signs].map((sign) => raised.indexOf(sign)).join('');

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] => {
    const { texts = [], footnotes = [] } = entry.body ?? {};
    const called = new Set(footnotes.filter(({ isNote }) => !isNote).map(({ id }) => id));
    return [
      ...footnotes
        .filter(({ id, isNote }) => isNote && !called.has(id))
        .map(({ id, offset }) =>
          at(entry, offset, {
            found: `the footnote [^${id}] is not shown, since nothing in the text calls it`,
            cure: `write [^${id}] in the text where it belongs, or take the footnote out`,
          }),
        ),
      ...texts.flatMap(({ value, offset }) => [
        ...[...value.matchAll(/\[\^([^\]\s]+)\]/g)].map(({ 1: id = '', index }) =>
          at(entry, offset + index, {
            found: `[^${id}] calls a footnote that is not written`,
            cure: `write a line at the end of the text: [^${id}]: the words of the footnote`,
          }),
        ),
        ...[...value.matchAll(/(?<=[\p{L}.,;:!?”’)])\[(\d{1,2})\](?![[(])/gu)]
          .slice(0, 1)
          .map(({ 0: all, 1: id = '', index }) =>
            at(entry, offset + index, {
              found: `${all}, a footnote as in Word, leads nowhere`,
              cure: `write [^${id}] there, and at the end of the text a line [^${id}]: the words of the footnote; or take it out`,
            }),
          ),
        ...[...value.matchAll(raisedFigure)].slice(0, 1).map(({ 0: signs, index }) =>
          at(entry, offset + index, {
            found: `${signs}, a raised figure, leads to no footnote`,
            cure: `write [^${plain(signs)}] there, and at the end of the text a line [^${plain(signs)}]: the words of the footnote; or take it out`,
          }),
        ),
      ]),
    ];
  });

export const footnotes = { id: 'footnotes', severity: 'error', find } as const satisfies Rule;
