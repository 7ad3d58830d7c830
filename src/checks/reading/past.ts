/** What git knows of a file that is gone. */
import { execFileSync } from 'node:child_process';

/** The last text of a file that is not there any more; undefined where git is missing or never had it. */
export type Past = (path: string) => string | undefined;

/** What git answers in a folder; undefined where it is missing, or has no answer. */
export const gitIn =
  (root: string) =>
  (...words: string[]): string | undefined => {
    try {
      return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      return undefined;
    }
  };

export const pastIn = (root: string): Past => {
  const known = new Map<string, string | undefined>();
  const git = gitIn(root);
  const read = (path: string): string | undefined => {
    const here = git('show', `HEAD:./${path}`);
    if (here !== undefined) return here;
    // The commit that took it away, and the one before.
    const last = git('log', '-1', '--format=%H', '--', path)?.trim();
    return last ? git('show', `${last}^:./${path}`) : undefined;
  };
  return (path) => {
    if (!known.has(path)) known.set(path, read(path));
    return known.get(path);
  };
};
