/** `npm run dev` of a copy of the project, on a free port. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface DevServer {
  /** Without a slash at its end. */
  address: string;
  /** Resolves when it has ended, and writes nothing any more into its folder. */
  stop: () => Promise<void>;
}

/** Rejects with what the server said where it ends before it serves. */
export const startDevServer = (folder: string, environment: NodeJS.ProcessEnv = {}): Promise<DevServer> =>
  new Promise((resolve, reject) => {
    let output = '';
    const server = spawn(process.execPath, [join(folder, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', '0'], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    });
    const ended = new Promise((close) => server.once('close', close));
    const stop = async (): Promise<void> => {
      server.kill('SIGKILL');
      await ended;
    };
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      // With the slash: half a number may have come.
      const address = /(http:\/\/localhost:\d+)\//.exec(output)?.[1];
      if (address) resolve({ address, stop });
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', reject);
    // Not “exit”, which may come before its last words.
    server.once('close', () => reject(new Error(output)));
  });
