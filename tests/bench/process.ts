/** What a command costs: seconds on the clock, and the most memory that it and its children held at once. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface Cost {
  seconds: number;
  /**
   * Peak memory of the whole family of processes in MB; 0 where the system has no /proc. The code that processes of one
   * program share, such as Node’s, counts once.
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

interface Memory {
  program: string;
  /** In kB, as all of /proc. */
  own: number;
  code: number;
}

/**
 * From counters that the system keeps anyway (proc_pid_status(5)). Its exact answer, “proportional set size”, makes it
 * walk over every page of memory, which slowed the build that is measured by a twentieth.
 */
const memoryOf = (pid: number): Memory | undefined => {
  const status = read(`/proc/${pid}/status`);
  const counter = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  try {
    return {
      program: readlinkSync(`/proc/${pid}/exe`),
      own: counter('RssAnon') + counter('RssShmem'),
      code: counter('RssFile'),
    };
  } catch {
    return undefined;
  }
};

const kilobytesOf = (pids: readonly number[]): number => {
  const shared = new Map<string, number>();
  let own = 0;
  for (const memory of pids.map(memoryOf)) {
    if (!memory) continue;
    own += memory.own;
    shared.set(memory.program, Math.max(shared.get(memory.program) ?? 0, memory.code));
  }
  return own + [...shared.values()].reduce((sum, code) => sum + code, 0);
};

/** Milliseconds. */
const sampleEvery = 200;

export const costOf = (folder: string, command: string, ...args: string[]): Promise<Cost> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let peak = 0;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    const timer = setInterval(() => {
      if (child.pid) peak = Math.max(peak, kilobytesOf(family(child.pid)));
    }, sampleEvery);
    child.once('close', (status) => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - started) / 1000, megabytes: Math.round(peak / 1024), status, output });
    });
  });
