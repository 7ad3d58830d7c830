/** Titles and summaries as they are read in lists. */
import { atField } from '../finding.ts';
import { entryRule } from '../rule.ts';

const abbreviation = /\b(?:Inc|Jr|Sr|No|vol|etc|Ltd|Co|U\.S|D\.C|[A-Z])\.$/;

export const titles = entryRule('titles', 'error', function* (entry) {
  const title = entry.title.trim();
  const letters = title.replace(/[^\p{L}]/gu, '');
  if (/[^.]\.$/.test(title) && !abbreviation.test(title))
    yield atField(entry, ['title'], {
      found: 'the title ends with a full stop',
      cure: `write ${title.slice(0, -1)}`,
    });
  if (letters.length > 12 && letters === letters.toUpperCase())
    yield atField(entry, ['title'], {
      found: 'the title is all in capitals',
      allowed: 'capitals only where a word has them anyway',
      cure: 'write it as a sentence, with the names and acronyms as they are',
    });
  if (/^#{1,6}\s|\*\*|^<|\]\(/.test(entry.title))
    yield atField(entry, ['title'], {
      found: `marks of Markdown or HTML in the title: ${entry.title}`,
      cure: 'write the words alone',
    });
  const summary = entry.frontmatter.values['summary'];
  if (typeof summary !== 'string' || summary.trim() === '') return;
  if (summary.trim().toLowerCase().replace(/\W+$/, '') === title.toLowerCase().replace(/\W+$/, ''))
    yield atField(entry, ['summary'], {
      found: 'the summary says the same as the title',
      cure: 'say in one to three sentences what a reader will find',
    });
  if (/\]\(|\*\*|<\w+>/.test(summary))
    yield atField(entry, ['summary'], {
      found: 'marks of Markdown or HTML in the summary',
      allowed: 'the summary is plain text',
      cure: 'write the words alone; links go into the text below',
    });
});
