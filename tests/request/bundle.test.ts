/** The functions as they are deployed: what Netlify's own bundler reads out of the files that the build wrote. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundles = join(root, 'netlify/generated/functions');

test('addresses, schedules and the rate limit survive the bundling', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    const functions = new Map(
      (await zipFunctions(bundles, folder, { basePath: root, archiveFormat: 'none' })).map((item) => [item.name, item]),
    );
    assert.deepEqual([...functions.keys()].sort(), [
      'ta-request',
      'ta-request-canary',
      'ta-request-received',
      'ta-request-redeliver',
    ]);
    const patterns = (name: string) => functions.get(name)?.routes?.map(({ pattern }) => pattern);
    assert.deepEqual(patterns('ta-request'), ['/api/ta-request']);
    assert.ok(patterns('ta-request-received')?.includes('/technical-assistance/request/received'));
    assert.equal(functions.get('ta-request-redeliver')?.schedule, '*/5 * * * *');
    assert.equal(functions.get('ta-request-canary')?.schedule, '17 13 * * *');
    // Each visitor counted alone: a string instead of a list, and all would share one counter.
    assert.deepEqual(functions.get('ta-request')?.trafficRules, {
      action: {
        type: 'rate_limit',
        config: {
          rateLimitConfig: { algorithm: 'sliding_window', windowSize: 60, windowLimit: 30 },
          aggregate: { keys: [{ type: 'ip' }, { type: 'domain' }] },
        },
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('no test code and no setting of this machine is in them', () => {
  for (const file of readdirSync(bundles)) {
    const code = readFileSync(join(bundles, file), 'utf8');
    assert.doesNotMatch(code, /node:test|smtp-server|mailparser|fast-check/, file);
    for (const name of ['SMTP_URL', 'NETLIFY_AUTH_TOKEN'])
      assert.ok(!process.env[name] || !code.includes(process.env[name]), `${file} holds ${name}`);
  }
});
