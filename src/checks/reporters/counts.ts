/** What will be published, by collection, and why each draft is not. */
import type { Project } from '../reading/project.ts';
import { collectionNames } from '../../kinds/index.ts';

export const countsReport = (project: Project): string => {
  const rows = collectionNames.map((name) => {
    const entries = project.entries.filter(({ collection }) => collection === name);
    const drafts = entries.filter(({ isDraft }) => isDraft).length;
    return { name, published: entries.length - drafts, drafts };
  });
  const width = Math.max(...rows.map(({ name }) => name.length));
  const row = (name: string, published: string, drafts: string): string =>
    `  ${name.padEnd(width)}  ${published.padStart(9)}  ${drafts.padStart(6)}`;
  const drafts = project.entries.filter(({ isDraft }) => isDraft);
  const total = { name: 'all', published: project.entries.length - drafts.length, drafts: drafts.length };
  const reasonOf = (value: unknown): string => (typeof value === 'string' ? value : 'no reason given');
  return [
    row('', 'published', 'drafts'),
    ...[...rows, total].map((one) => row(one.name, String(one.published), String(one.drafts))),
    ...(drafts.length > 0 ? ['', 'Drafts, which are checked but not published:'] : []),
    ...drafts.map(({ file, frontmatter }) => `  ${file}: ${reasonOf(frontmatter.values['draftReason'])}`),
  ].join('\n');
};
