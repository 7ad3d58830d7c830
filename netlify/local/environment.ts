/** Settings of this machine: the file .env where there is one, and the folder of the local outbox. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** What is set already wins over the file. */
export const loadEnvironment = (): void => {
  const file = fileURLToPath(new URL('.env', root));
  if (existsSync(file)) process.loadEnvFile(file);
};

/** Where mail goes while no SMTP_URL is set. */
export const outboxFolder = (): string => process.env['TA_OUTBOX'] ?? fileURLToPath(new URL('.local/outbox', root));
