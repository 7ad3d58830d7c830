/** `npm start`: serves the built site with everything it needs on this machine, until Ctrl-C. */
import { startLocalSite } from './server.ts';

const port = Number(process.env['PORT'] ?? 8888);

try {
  const site = await startLocalSite({ port });
  console.log(`\n  The site is at ${site.address}/\n  Stop it with Ctrl-C.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void site.stop().then(() => process.exit(0));
    });
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${port} is in use. Choose another: PORT=8890 npm start` : error);
  process.exitCode = 1;
  process.exit();
}
