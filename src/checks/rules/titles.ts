/** Titles, summaries and findings as they are read in lists. */
import { plainWords } from '../../lib/text.ts';
import { atField } from '../finding.ts';
import { entryRule, projectRule } from '../rule.ts';

const abbreviation = /\b(?:Inc|Jr|Sr|No|vol|etc|Ltd|Co|U\.S|D\.C|[A-Z])\.$/;

/** What browsers, Word and mail programs put beside a title. */
const notATitle =
  /^(?:untitled(?: document)?|document\s?\d*|presentation\s?\d*|new (?:page|entry|webinar|document))$|^(?:copy of|microsoft (?:word|powerpoint) -|re:|fwd?:|draft:) |\.(?:docx?|pdf|pptx?|xlsx?|mdx?|html?)$|\s(?:-|–|\|) (?:youtube|vimeo|google docs|google drive|microsoft word|powerpoint|zoom)$|^[a-z\d]+(?:(?:_[a-z\d]+)+|(?:-[a-z\d]+){4,})$/i;

/** “Fixture, J. B. (2016). A guide to …” */
const citation = /^\p{Lu}[\p{L}’'-]+, \p{Lu}\..*\((?:19|20)\d{2}[a-z]?\)[.,] /u;

export const titles = entryRule('titles', 'error', function* (entry) {
  const title = entry.title.trim();
  const letters = title.replace(/[^\p{L}]/gu, '');
  if (/[^.]\.$/.test(title) && !abbreviation.test(title) && !citation.test(title))
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
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(title))
    yield atField(entry, ['title'], {
      found: `an address in place of the title: ${title}`,
      cure: 'write the title of the page; its address has a field of its own',
    });
  const source = notATitle.exec(title)?.[0].trim();
  if (source)
    yield atField(entry, ['title'], {
      found: `“${source}” in the title: the name of a file, a message or another site came along with it`,
      cure: 'write the title alone, as it is printed on the first page or slide',
    });
  for (const { path, value } of entry.words)
    if (path.at(-1) === 'title' && citation.test(value))
      yield atField(entry, path, {
        found: `a whole citation in place of the title: ${value.slice(0, 60)}`,
        cure: 'write the title alone: authors, year and publisher have fields of their own',
      });
  const summary = entry.frontmatter.values['summary'];
  if (typeof summary !== 'string' || summary.trim() === '') return;
  if (summary.trim().toLowerCase().replace(/\W+$/, '') === title.toLowerCase().replace(/\W+$/, ''))
    yield atField(entry, ['summary'], {
      found: 'the summary says the same as the title',
      cure: 'say in one to three sentences what a reader will find',
    });
});

/** A project’s finding is read in lists: one line, no full stop, and something that the title does not say. */
export const findingLines = entryRule('finding-lines', 'error', function* (entry) {
  const finding = entry.frontmatter.values['finding'];
  if (typeof finding !== 'string' || finding.trim() === '') return;
  const line = finding.trim();
  const [said, title] = [plainWords(line), plainWords(entry.title)];
  if (/[^.]\.$/.test(line))
    yield atField(entry, ['finding'], {
      found: 'the finding ends with a full stop',
      allowed: 'it is read in lists, as a title is',
      cure: `write ${line.slice(0, -1)}`,
    });
  else if (title !== '' && (said === title || title.startsWith(said)))
    yield atField(entry, ['finding'], {
      found: 'the finding says the same as the title',
      cure: 'say what came of the project, in at most 90 characters: Shootings fell 12% against matched blocks',
    });
});

/** Two entries of a collection with one title cannot be told apart in a list. Both are told. */
export const duplicateTitles = projectRule('duplicate-titles', 'error', function* (project) {
  const named = project.entries.filter(({ title }) => plainWords(title) !== '');
  const groups = Map.groupBy(named, ({ collection, title }) => `${collection}/${plainWords(title)}`);
  for (const entries of groups.values())
    for (const entry of entries.length > 1 ? entries : []) {
      const others = entries.filter((other) => other !== entry).map(({ file }) => file);
      yield atField(entry, ['title'], {
        found: `“${entry.title}” is also the title of ${others.join(' and ')}`,
        cure: 'say in the title what tells them apart (a year, a place, an edition), or take out the one that is a copy',
      });
    }
});
