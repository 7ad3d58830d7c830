/**
 * `npm run lighthouse`, by hand: one page of each template through Google's Lighthouse with its mobile preset (a slow
 * telephone on slow 4G), compressed on the way as the host does it. Words choose pages by address. Lighthouse brings two
 * hundred packages, so it is no dependency: it is installed beside the project the first time.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { startLocalSite } from '../../netlify/local/server.ts';
import { ensureChromium } from '../support/chromium.ts';
import { askedAs, builtPages, onePerTemplate, root } from '../support/pages.ts';

const version = '12.8.2';
const folder = process.env['LIGHTHOUSE'] ?? join(root, '.local', 'lighthouse');
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
/** Chrome's door for tools, on this machine only. */
const port = 9223;

if (!existsSync(join(folder, 'node_modules', 'lighthouse'))) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `lighthouse@${version}`], {
    cwd: folder,
    stdio: 'inherit',
  });
}

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { score: number | null; scoreDisplayMode: string; displayValue?: string }>;
}
const { default: lighthouse } = (await import(
  pathToFileURL(join(folder, 'node_modules', 'lighthouse', 'core', 'index.js')).href
)) as {
  default: (address: string, flags: object) => Promise<{ lhr: Report }>;
};

const site = await startLocalSite();
const compressing = createServer((request, response) => {
  const answer = async () => {
    const { status, headers, body } = await fetch(site.address + (request.url ?? '/'), { redirect: 'manual' }).then(
      async (from) => ({ status: from.status, headers: from.headers, body: Buffer.from(await from.arrayBuffer()) }),
    );
    const isText = /^text\/|json|javascript|svg|xml/.test(headers.get('content-type') ?? '');
    const sent = isText ? brotliCompressSync(body) : body;
    response.writeHead(status, {
      ...Object.fromEntries(headers),
      'content-length': sent.length,
      ...(isText && { 'content-encoding': 'br' }),
    });
    response.end(sent);
  };
  answer().catch(() => response.destroy());
});
await new Promise<void>((resolve) => compressing.listen(0, '127.0.0.1', resolve));
const address = `http://localhost:${(compressing.address() as AddressInfo).port}`;

const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const chrome = spawn(
  ensureChromium(),
  ['--headless=new', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`],
  { stdio: 'ignore' },
);
const words = process.argv.slice(2);
let isPerfect = true;
try {
  for (const { path, html } of onePerTemplate(builtPages())) {
    // A page that says “not found” is rightly no good to anyone who measures pages.
    if (path === '/404.html' || (words.length > 0 && !words.some((word) => path.includes(word)))) continue;
    // One that asks not to be found, such as the confirmation, is rightly no good for search engines.
    const asked = html.includes('content="noindex"') ? categories.filter((name) => name !== 'seo') : categories;
    const { lhr } = await lighthouse(address + askedAs(path), { port, onlyCategories: asked, logLevel: 'silent' });
    const scores = asked.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100));
    const isFull = scores.every((score) => score === 100);
    isPerfect &&= isFull;
    const lacking = Object.entries(lhr.audits).flatMap(([name, { score, scoreDisplayMode, displayValue = '' }]) =>
      score !== null && score < 1 && ['binary', 'numeric'].includes(scoreDisplayMode) ? `${name} ${displayValue}` : [],
    );
    console.log(scores.map((score) => String(score).padStart(4)).join(''), path, isFull ? '' : lacking.join(', '));
  }
} finally {
  chrome.kill();
  compressing.closeAllConnections();
  compressing.close();
  await site.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
process.exitCode = isPerfect ? 0 : 1;
