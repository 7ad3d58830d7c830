/** The functions as they are deployed: what Netlify's own build makes of the files that ours wrote, without a network. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundles = join(root, 'netlify/generated/functions');

interface Packed {
  name: string;
  routes?: { pattern: string }[];
  schedule?: string;
  invocationMode?: string;
  trafficRules?: unknown;
}

test('netlify build finds the five functions with their addresses, schedules and rate limit', () => {
  // A project of its own: the site is built already, and Netlify's build would build it once more.
  const folder = mkdtempSync(join(tmpdir(), 'netlify-build-'));
  try {
    const settings = readFileSync(join(root, 'netlify.toml'), 'utf8');
    assert.match(settings, /command = "npm run build"/);
    writeFileSync(join(folder, 'netlify.toml'), settings.replaceAll(/command = ".*"/g, 'command = "node --version"'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    cpSync(bundles, join(folder, 'netlify/generated/functions'), { recursive: true });
    cpSync(join(root, 'dist/404.html'), join(folder, 'dist/404.html'));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/netlify-cli/bin/run.js'), 'build', '--offline', '--context', 'production'],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, NETLIFY_TELEMETRY_DISABLED: '1', CI: '1' } },
    );
    assert.equal(status, 0, stdout + stderr);
    const { functions } = JSON.parse(readFileSync(join(folder, '.netlify/functions/manifest.json'), 'utf8')) as {
      functions: Packed[];
    };
    const found = new Map(functions.map((item) => [item.name, item]));
    assert.deepEqual([...found.keys()].sort(), [
      'ta-request',
      'ta-request-canary',
      'ta-request-received',
      'ta-request-redeliver',
      'ta-request-send',
    ]);
    const patterns = (name: string) => found.get(name)?.routes?.map(({ pattern }) => pattern);
    assert.deepEqual(patterns('ta-request'), ['/api/ta-request']);
    assert.ok(patterns('ta-request-received')?.includes('/technical-assistance/request/received'));
    assert.deepEqual(patterns('ta-request-send'), ['/api/ta-request/send']);
    assert.equal(found.get('ta-request-send')?.invocationMode, 'background');
    assert.equal(found.get('ta-request-redeliver')?.schedule, '*/5 * * * *');
    assert.equal(found.get('ta-request-canary')?.schedule, '17 13 * * *');
    // Each visitor counted alone: a string instead of a list, and all would share one counter.
    assert.deepEqual(found.get('ta-request')?.trafficRules, {
      action: {
        type: 'rate_limit',
        config: {
          rateLimitConfig: { algorithm: 'sliding_window', windowSize: 60, windowLimit: 100 },
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
    // Commands of the desk are not deployed.
    assert.doesNotMatch(code, /npm run requests -- export --all/, file);
    for (const name of ['SMTP_URL', 'NETLIFY_AUTH_TOKEN'])
      assert.ok(!process.env[name] || !code.includes(process.env[name]), `${file} holds ${name}`);
  }
});
