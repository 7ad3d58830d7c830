/** The words of a link say where it leads, read alone, as in a list of links. */
import { at } from '../finding.ts';
import { entryRule } from '../rule.ts';

/** Words that say nothing of where a link leads, parted by bars. */
const vague = new Set(
  [
    'a link|article|click|click here|click this|click this link|details|document|download|download here|file|find out more',
    'follow this link|for more information|full article|full report|full text|go|go here|here|info|information|learn more',
    'link|more|more details|more info|more information|online|page|pdf|read|read here|read more|read on|report|see|see here',
    'see more|site|source|the link|the page|the report|the site|the website|there|this|this article|this document|this link',
    'this page|this pdf|this report|this site|this website|url|view|view more|watch|watch here|web page|web site|webpage',
    'website',
  ].flatMap((line) => line.split('|')),
);

export const linkLabels = entryRule('link-labels', 'error', function* (entry) {
  for (const { label, url, offset } of entry.body.links) {
    const words = label
      .trim()
      .toLowerCase()
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    const cure = `say where it leads: [the name of the page or document](${url || 'its address'})`;
    if (words === '') yield at(entry, offset, { found: `a link without words, to ${url}`, cure });
    else if (vague.has(words))
      yield at(entry, offset, { found: `the link “${label.trim()}” does not say where it leads`, cure });
    // In angle brackets, or in a link that is not complete, it is told as such.
    else if (
      /^(https?:\/\/|www\.)\S+$/.test(label.trim()) &&
      !/(?:<|\]\(|HYPERLINK ")$/.test(entry.text.slice(0, offset))
    )
      yield at(entry, offset, { found: `a bare address as the words of a link: ${label.trim()}`, cure });
  }
});
