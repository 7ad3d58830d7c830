/** `npm start`: serves the built site with everything it needs on this machine, until Ctrl-C. */
import { existsSync } from 'node:fs';
import { blockingProblems, readSettings } from '../settings.ts';
import { startLocalSite } from './server.ts';

// What is set already wins over the file.
if (existsSync('.env')) process.loadEnvFile();

/** Where a request for assistance goes from here, and which settings are at fault. */
const mailLine = (): string => {
  const settings = readSettings(process.env, 'dev');
  const { mode, smtp, provider, outbox, problems } = settings;
  const faults = problems.map(({ name, advice }) => `\n    ${name} should be ${advice}`).join('');
  if (blockingProblems(settings).length > 0)
    return `Requests for assistance are NOT taken until these settings are right:${faults}`;
  const also = faults && `\n  These settings are not right:${faults}`;
  if (mode === 'smtp')
    return `Requests for assistance are mailed to ${provider.join(', ')} through ${smtp?.host}:${smtp?.port}.${also}`;
  return `Requests for assistance are written as .eml files to ${outbox}/ (no SMTP_URL is set: nothing leaves this machine).${also}`;
};

const port = Number(process.env['PORT'] ?? 8888);

try {
  const site = await startLocalSite({ port });
  console.log(`\n  The site is at ${site.address}/\n  ${mailLine()}\n  Stop it with Ctrl-C.\n`);
  // Netlify runs this by its schedule; here it is called.
  setInterval(() => {
    site.run('ta-request-redeliver').catch(console.error);
  }, 5 * 60_000).unref();
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
