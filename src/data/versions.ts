/** Which version of an entry this is, and what became of it. */
import { memo } from './memo.ts';
import { citedEntries, digestOf, type CitedCollection, type CitedEntry } from './citations.ts';
import { linkTo, publishedAt } from './entries.ts';
import { keyOf } from '../lib/entry-reference.ts';

const olderOf = ({ data }: CitedEntry) => ('supersedes' in data ? data.supersedes : undefined);

/** From the replaced entry to the one that replaces it. */
const newer = memo(
  async () =>
    new Map(
      (await citedEntries()).flatMap((entry) => {
        const older = olderOf(entry);
        return older ? [[keyOf(older), entry] as const] : [];
      }),
    ),
);

export const versionOf = async (entry: CitedEntry) => {
  const older = olderOf(entry);
  const supersedes = older && (await publishedAt<CitedCollection>(older));
  const supersededBy = (await newer()).get(keyOf(entry));
  return {
    digest: digestOf(entry),
    withdrawn: entry.data.withdrawn,
    supersedes: supersedes && linkTo(supersedes),
    supersededBy: supersededBy && linkTo(supersededBy),
  };
};

export type VersionView = Awaited<ReturnType<typeof versionOf>>;
