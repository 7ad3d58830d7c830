/** What a command costs: seconds on the clock, and the most memory that it and its children held at once. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Cost {
  seconds: number;
  /**
   * Peak memory of the whole family of processes in MB; 0 where the system has no /proc. What processes share, such as
   * the code of Node, counts once (“proportional set size”, proc(5)).
   */
  megabytes: number;
  status: number | null;
  output: string;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const childrenOf = (pid: number): number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
};

const family = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(family)];

const kilobytesOf = (pid: number): number => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

/** Milliseconds. Asked more often, the system’s own count of a large process slows that process down. */
const sampleEvery = 500;

export const costOf = (folder: string, command: string, ...args: string[]): Promise<Cost> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let peak = 0;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    const timer = setInterval(() => {
      if (child.pid)
        peak = Math.max(
          peak,
          family(child.pid).reduce((sum, pid) => sum + kilobytesOf(pid), 0),
        );
    }, sampleEvery);
    child.once('close', (status) => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - started) / 1000, megabytes: Math.round(peak / 1024), status, output });
    });
  });
