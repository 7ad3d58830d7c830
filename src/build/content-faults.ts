/**
 * While somebody writes (`npm run dev`): the faults of the content at the foot of every page, in the same words as in
 * the terminal. The page above works where it can. The notice comes and goes by itself as files are saved.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { findFaults } from '../checks/find.ts';
import { terminalReport, totals, worstFirst } from '../checks/reporters/terminal.ts';
import { saidOf, placeOf, type Fault } from '../checks/finding.ts';
import { readProject } from '../checks/reading/project.ts';

/** Milliseconds to wait for the next change of a file before checking: editors save in bursts. */
const checkDelay = 150;

/** What the browser shows: `content-faults-notice.ts` draws it. */
export interface DevFaults {
  totals: string;
  lines: { place: string; severity: Fault['severity']; message: string }[];
}

const forBrowser = (faults: readonly Fault[]): DevFaults => ({
  totals: totals(faults),
  lines: worstFirst(faults).flatMap(([, list]) =>
    list.map((fault) => ({
      place: placeOf(fault),
      severity: fault.severity,
      message: saidOf(fault),
    })),
  ),
});

export const contentFaultsWhileWriting = (): AstroIntegration => ({
  name: 'content-faults',
  hooks: {
    'astro:config:setup': ({ command, injectScript }) => {
      if (command === 'dev')
        injectScript(
          'page',
          `import ${JSON.stringify(fileURLToPath(new URL('content-faults-notice.ts', import.meta.url)))};`,
        );
    },
    'astro:server:setup': ({ server, logger }) => {
      const root = `${server.config.root.replace(/\/$/, '')}/`;
      let faults: Fault[] = [];
      let timer: NodeJS.Timeout | undefined;

      const look = (): void => {
        const begin = performance.now();
        const project = readProject(root);
        const had = faults.length > 0;
        faults = findFaults(project);
        if (faults.length > 0 || had)
          logger.info(
            `\n${terminalReport(faults, { color: process.stdout.isTTY, entries: project.entries.length, seconds: (performance.now() - begin) / 1000 })}`,
          );
        server.ws.send('content-faults', forBrowser(faults));
      };

      /** A folder may go while it is read: its files are told as gone a moment later, and all is read again. */
      const check = (): void => {
        try {
          look();
        } catch (error) {
          logger.warn(
            `The content could not be read, and will be again at its next change (${error instanceof Error ? error.message : String(error)}).`,
          );
        }
      };

      const soon = (path: string): void => {
        if (!/[\\/](content|public)[\\/]/.test(path)) return;
        clearTimeout(timer);
        timer = setTimeout(check, checkDelay);
      };
      server.watcher.on('add', soon).on('change', soon).on('unlink', soon);
      server.ws.on('content-faults:ask', (_data, client) => client.send('content-faults', forBrowser(faults)));
      server.httpServer?.once('listening', check);
    },
  },
});
