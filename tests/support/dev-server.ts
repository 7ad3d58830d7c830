/** `npm run dev` of a copy of the project, on a free port. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface DevServer {
  /** Without a slash at its end. */
  address: string;
  stop: () => void;
}

/** Rejects with what the server said where it ends before it serves. */
export const startDevServer = (folder: string, environment: NodeJS.ProcessEnv = {}): Promise<DevServer> =>
  new Promise((resolve, reject) => {
    let output = '';
    const server = spawn(process.execPath, [join(folder, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', '0'], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    });
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      // With the slash: half a number may have come.
      const address = /(http:\/\/localhost:\d+)\//.exec(output)?.[1];
      if (address) resolve({ address, stop: () => server.kill('SIGKILL') });
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', () => reject(new Error(output)));
  });
