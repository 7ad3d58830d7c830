/** Which version of an entry this is, and what became of it. */
import { memo } from './memo.ts';
import { citedEntries, digestOf, type CitedEntry } from './citations.ts';
import { type Reference, keyOf } from '../lib/entry-reference.ts';
import type { Withdrawal } from '../lib/sources.ts';
import { addressOf } from '../kinds/index.ts';

export interface VersionView {
  /** SHA-256 of the entry's file, in hexadecimal. */
  digest: string;
  withdrawn: Withdrawal | undefined;
  supersedes: { href: string; label: string } | undefined;
  supersededBy: { href: string; label: string } | undefined;
}

const supersededOf = (entry: CitedEntry): Reference | undefined =>
  'supersedes' in entry.data ? entry.data.supersedes : undefined;

interface Chain {
  entries: Map<string, CitedEntry>;
  /** From the replaced entry to the one that replaces it. */
  newer: Map<string, CitedEntry>;
}

const chainOf = memo(async (): Promise<Chain> => {
  const all = await citedEntries();
  return {
    entries: new Map(all.map((entry) => [keyOf(entry), entry])),
    newer: new Map(
      all.flatMap((entry) => {
        const older = supersededOf(entry);
        return older ? [[keyOf(older), entry] as const] : [];
      }),
    ),
  };
});

export const versionOf = async (entry: CitedEntry): Promise<VersionView> => {
  const { entries, newer } = await chainOf();
  const link = (other: CitedEntry | undefined) => other && { href: addressOf(other), label: other.data.title };
  const older = supersededOf(entry);
  return {
    digest: digestOf(entry),
    withdrawn: entry.data.withdrawn,
    supersedes: older && link(entries.get(keyOf(older))),
    supersededBy: link(newer.get(keyOf(entry))),
  };
};
