/** Which version of an entry this is, and what became of it. */
import { memo } from './memo.ts';
import { citedEntries, digestOf, type CitedEntry } from './citations.ts';
import { linkTo } from './entries.ts';
import { type Reference, keyOf } from '../lib/entry-reference.ts';

const supersededOf = (entry: CitedEntry): Reference | undefined =>
  'supersedes' in entry.data ? entry.data.supersedes : undefined;

const chainOf = memo(async () => {
  const all = await citedEntries();
  const pairs = all.flatMap((entry) => {
    const older = supersededOf(entry);
    return older ? [[keyOf(older), entry] as const] : [];
  });
  return {
    entries: new Map(all.map((entry) => [keyOf(entry), entry])),
    /** From the replaced entry to the one that replaces it. */
    newer: new Map(pairs),
  };
});

export const versionOf = async (entry: CitedEntry) => {
  const { entries, newer } = await chainOf();
  const older = supersededOf(entry);
  const supersedes = older && entries.get(keyOf(older));
  const supersededBy = newer.get(keyOf(entry));
  return {
    digest: digestOf(entry),
    withdrawn: entry.data.withdrawn,
    supersedes: supersedes && linkTo(supersedes),
    supersededBy: supersededBy && linkTo(supersededBy),
  };
};

export type VersionView = Awaited<ReturnType<typeof versionOf>>;
