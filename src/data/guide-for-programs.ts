/** llms.txt (https://llmstxt.org/): what is here, in Markdown, for programs that read the site for someone. */
import { site } from '../site.ts';
import { type CitedCollection, absoluteAddress, citedCollections, fileBeside, summaryWithNotice } from './citations.ts';
import { published } from './entries.ts';
import { dataRoot } from './records.ts';
import { kinds } from '../kinds/index.ts';

/** Entries listed of a collection; the rest are in its data file. */
const listed = 500;

export const guideForPrograms = async (): Promise<string> => {
  const sections = await Promise.all(
    citedCollections.map(async (collection) => {
      const entries = await published<CitedCollection>(collection);
      const lines = entries
        .slice(0, listed)
        .map(
          (entry) =>
            `- [${entry.data.title.replaceAll(/[[\]]/g, '\\$&')}](${absoluteAddress(fileBeside(entry, 'md'))}): ${summaryWithNotice(entry)}`,
        );
      const rest = entries.length - lines.length;
      return [
        `## ${kinds[collection].many}`,
        '',
        ...lines,
        ...(rest > 0 ? [`- ${rest} more in ${absoluteAddress(`${dataRoot}${collection}.json`)}`] : []),
      ].join('\n');
    }),
  );
  return `${[
    `# ${site.name}`,
    `> ${site.description}`,
    `${site.notice.lead} ${site.notice.text} Quote a figure only with the study’s design and the caveats that stand on the same page. Cite as each page says.`,
    [
      '## Data',
      '',
      `- [Open data](${absoluteAddress('/data/')}): JSON and CSV of every collection, with schemas and license`,
      `- [Outcomes of the projects](${absoluteAddress(`${dataRoot}outcomes.csv`)}): one row a measured outcome, nulls and adverse ones included`,
      `- [Citations of the whole library](${absoluteAddress(`${dataRoot}library.csl.json`)}): CSL-JSON; RIS and BibTeX beside it`,
    ].join('\n'),
    ...sections,
  ].join('\n\n')}\n`;
};
