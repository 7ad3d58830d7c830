/** When an entry last changed in anything that is shown: programs that subscribed ignore a change without a newer stamp. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import type { CitedEntry } from './citations.ts';
import { memo } from './memo.ts';

interface History {
  /** The last commit of each file, by path from the top of the project. */
  committed: ReadonlyMap<string, Date>;
  /** Files that differ from their last commit, or have none. */
  uncommitted: ReadonlySet<string>;
}

const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] });

/** Nothing where the project is no checkout. */
const historyOf = memo((): History => {
  try {
    const committed = new Map<string, Date>();
    for (const commit of git('log', '--format=%x01%cI', '--name-only', '-z', '--', 'content').split('\u0001')) {
      const [time = '', ...files] = commit.split(/[\0\n]+/).filter(Boolean);
      for (const file of files) if (!committed.has(file)) committed.set(file, new Date(time));
    }
    const uncommitted = git('status', '--porcelain', '-z', '--untracked-files=all', '--', 'content')
      .split('\0')
      .map((line) => line.slice(3));
    return { committed, uncommitted: new Set(uncommitted) };
  } catch {
    return { committed: new Map(), uncommitted: new Set() };
  }
});

const timeOf = (file: string): Date => {
  const { committed, uncommitted } = historyOf();
  const commit = uncommitted.has(file) ? undefined : committed.get(file);
  return commit ?? statSync(file).mtime;
};

/** The latest of: its file, the day it was checked, the day it was withdrawn. */
export const changedAt = (entry: CitedEntry): Date => {
  const days = [entry.data.reviewed, entry.data.withdrawn?.date].flatMap((day) => (day ? new Date(day) : []));
  const files = entry.filePath ? [timeOf(entry.filePath)] : [];
  return [...days, ...files].reduce((last, time) => (time > last ? time : last));
};
