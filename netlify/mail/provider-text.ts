/** The provider's mail as plain text. */
import { answersAsText } from '../../src/lib/answers.ts';
import { answerLine } from '../../src/lib/mailto.ts';
import type { Suggestion } from '../../src/lib/suggest.ts';
import { headings, type View } from './view.ts';

const rule = '-'.repeat(40);

const suggestionLines = (title: string, list: readonly Suggestion[], address: string): string =>
  list.length === 0
    ? ''
    : `\n\n${title}\n\n${list.map(({ label, href, reason }) => `- ${label}: ${reason}\n  ${address}${href}`).join('\n')}`;

export const textOf = (view: View, address: string): string =>
  [
    view.summary.map(([label, words]) => `${label}: ${words}`).join('\n'),
    `\n\n${rule}\n\n`,
    answersAsText(view.list, { headings, by: 'short' }),
    view.unasked.length > 0
      ? `\n\nNO LONGER ASKED\n\n${view.unasked
          .map(([name, text]) => answerLine(name, text))
          .join('')
          .trimEnd()}`
      : '',
    suggestionLines('EXPERTS WHO COULD HELP', view.experts, address),
    suggestionLines('PROJECTS THAT WORKED ON THIS', view.projects, address),
    `\n\n${rule}\n${view.closing}`,
  ].join('');
