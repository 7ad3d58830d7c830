/** Titles and summaries as they are read in lists. */
import { atField, type Finding } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const abbreviation = /\b(?:Inc|Jr|Sr|No|vol|etc|Ltd|Co|U\.S|D\.C|[A-Z])\.$/;

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] => {
    const { title } = entry;
    const found: Finding[] = [];
    const say = (words: Pick<Finding, 'found' | 'allowed' | 'cure'>) => found.push(atField(entry, ['title'], words));
    const letters = title.replace(/[^\p{L}]/gu, '');
    if (/[^.]\.$/.test(title.trim()) && !abbreviation.test(title.trim()))
      say({ found: 'the title ends with a full stop', cure: `write ${title.trim().slice(0, -1)}` });
    if (letters.length > 12 && letters === letters.toUpperCase())
      say({
        found: 'the title is all in capitals',
        allowed: 'capitals only where a word has them anyway',
        cure: 'write it as a sentence, with the names and acronyms as they are',
      });
    if (/^#{1,6}\s|\*\*|^<|\]\(/.test(title))
      say({ found: `marks of Markdown or HTML in the title: ${title}`, cure: 'write the words alone' });
    const summary = entry.frontmatter?.values['summary'];
    if (typeof summary === 'string' && summary.trim() !== '') {
      if (summary.trim().toLowerCase().replace(/\W+$/, '') === title.trim().toLowerCase().replace(/\W+$/, ''))
        found.push(
          atField(entry, ['summary'], {
            found: 'the summary says the same as the title',
            cure: 'say in one to three sentences what a reader will find',
          }),
        );
      if (/\]\(|\*\*|<\w+>/.test(summary))
        found.push(
          atField(entry, ['summary'], {
            found: 'marks of Markdown or HTML in the summary',
            allowed: 'the summary is plain text',
            cure: 'write the words alone; links go into the text below',
          }),
        );
    }
    return found;
  });

export const titles = { id: 'titles', severity: 'error', find } as const satisfies Rule;
