/**
 * `npm run observatory`, by hand: grades one page of each template with the analysis of Mozilla’s HTTP Observatory,
 * fed with the headers of the local server. The grader weighs 130 MB and its install script fetches lists from the
 * network, so it is no dependency: it is installed beside the project, without scripts, the first time.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startLocalSite } from '../../netlify/local/server.ts';
import { askedAs, builtPages, onePerTemplate, root } from '../support/pages.ts';

const version = '1.4.8';
const folder = process.env['OBSERVATORY'] ?? join(root, '.local', 'observatory');
const grader = join(folder, 'node_modules', '@mdn', 'mdn-http-observatory');
/** All that headers alone can reach in this version. The one online counts opener and embedder policies as well, 10 each: 150. */
const wanted = 130;

if (!existsSync(grader)) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  execFileSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `@mdn/mdn-http-observatory@${version}`],
    { cwd: folder, stdio: 'inherit' },
  );
  // The lists that its install script would fetch: preloaded hosts and top-level domains. None is ours.
  for (const [file, contents] of [
    ['hsts-preload.json', '{}'],
    ['tld-list.json', '[]'],
  ] as const)
    writeFileSync(join(grader, 'conf', file), contents);
}

interface Outcome {
  result: string;
}
interface Requests {
  responses: Record<string, unknown>;
  resources: { path: string };
  session: unknown;
}
const load = async <Module>(path: string): Promise<Module> =>
  (await import(pathToFileURL(join(grader, 'src', path)).href)) as Module;

const { Requests: RequestsOf } = await load<{ Requests: new (host: string) => Requests }>('types.js');
const { ALL_TESTS } = await load<{ ALL_TESTS: ((requests: Requests) => Outcome)[] }>('constants.js');
const { getGradeForScore, getScoreModifier } = await load<{
  getGradeForScore: (score: number) => { grade: string };
  getScoreModifier: (result: string) => number;
}>('grader/grader.js');
const { parseHttpEquivHeaders } = await load<{
  parseHttpEquivHeaders: (html: string, base: string) => Map<string, string[]>;
}>('retriever/utils.js');
const { AxiosHeaders } = (await import(pathToFileURL(join(folder, 'node_modules', 'axios', 'index.js')).href)) as {
  AxiosHeaders: new (headers: Record<string, string>) => unknown;
};

const site = await startLocalSite();
const scores: { path: string; score: number; grade: string }[] = [];
try {
  for (const { path } of onePerTemplate(builtPages())) {
    const answer = await fetch(site.address + askedAs(path));
    const html = await answer.text();
    const host = 'smart-policing.example';
    const requests = new RequestsOf(host);
    const response = {
      headers: new AxiosHeaders(Object.fromEntries(answer.headers)),
      status: 200,
      statusText: 'OK',
      verified: true,
      data: html,
      request: { responseURL: `https://${host}${path}` },
      httpEquiv: parseHttpEquivHeaders(html, `https://${host}${path}`),
    };
    // As the host does it: http leads to https, nothing else in between.
    const redirects = [
      { url: new URL(`http://${host}/`), status: 301 },
      { url: new URL(`https://${host}/`), status: 200 },
    ];
    Object.assign(requests.responses, {
      auto: response,
      cors: { ...response, request: { headers: {} } },
      http: response,
      https: response,
      httpRedirects: redirects,
      httpsRedirects: redirects.slice(1),
    });
    // Later versions ask for the site where this one asks for its name.
    Object.assign(requests, { site: new URL(`https://${host}${path}`) });
    requests.resources.path = html;
    requests.session = {
      jar: { getCookiesSync: () => [], serializeSync: () => ({ cookies: [] }) },
      redirectHistory: redirects,
      url: new URL(`https://${host}${path}`),
      response,
    };
    const modifiers = ALL_TESTS.map((judge) => {
      const { result } = judge(requests);
      return { result, modifier: getScoreModifier(result) };
    });
    const penalties = modifiers.reduce((sum, { modifier }) => sum + Math.min(0, modifier), 100);
    const score =
      penalties >= 90 ? modifiers.reduce((sum, { modifier }) => sum + Math.max(0, modifier), penalties) : penalties;
    scores.push({ path, score, grade: getGradeForScore(score).grade });
    if (process.argv.includes('--why'))
      for (const { result, modifier } of modifiers) console.log(`  ${path} ${result} ${modifier}`);
  }
} finally {
  await site.stop();
}
for (const { path, score, grade } of scores) console.log(`${String(score).padStart(4)} ${grade.padEnd(3)} ${path}`);
process.exitCode = scores.every(({ score }) => score >= wanted) ? 0 : 1;
