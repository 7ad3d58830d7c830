/** Pages, redirects and headers as Netlify serves them, by the packages with which Netlify's own tools do so. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { HeadersHandler } from '@netlify/headers';
import { RedirectsHandler } from '@netlify/redirects';
import { StaticHandler } from '@netlify/static';

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });

/** Whether an address can name a page at all. */
const faultIn = ({ pathname }: URL): Response | undefined => {
  try {
    decodeURIComponent(pathname);
  } catch {
    return plain(400, 'This address is not well formed.');
  }
  return undefined;
};

/** Answers from the folder `dist` of a project. `functions` may take what a redirect leads to. */
export const staticSite = (projectRoot: string): ((request: Request) => Promise<Response>) => {
  const dist = join(projectRoot, 'dist');
  const files = new StaticHandler({ directory: dist });
  const rules = new HeadersHandler({
    projectDir: projectRoot,
    publishDir: 'dist',
    logger: { log: console.log, warn: console.warn, error: console.error },
  });
  const fileFor = async (request: Request) => {
    const match = await files.match(request);
    return (
      match &&
      (async () => {
        const response = await match.handle();
        await rules.apply(request, response);
        return response;
      })
    );
  };
  /** Read anew once a rebuild has put other pages in place. */
  let redirects: { version: number | undefined; handler: RedirectsHandler } | undefined;
  const redirectsNow = (): RedirectsHandler => {
    const version = statSync(join(dist, '_redirects'), { throwIfNoEntry: false })?.mtimeMs;
    if (redirects?.version !== version || !redirects)
      redirects = {
        version,
        handler: new RedirectsHandler({
          configPath: join(projectRoot, 'netlify.toml'),
          configRedirects: [],
          jwtRoleClaim: '',
          jwtSecret: '',
          projectDir: projectRoot,
          publicDir: dist,
        }),
      };
    return redirects.handler;
  };

  return async (request) => {
    const url = new URL(request.url);
    const fault = faultIn(url);
    if (fault) return fault;
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(405, 'Pages are read with GET.', { allow: 'GET, HEAD' });
    if (!url.pathname.includes('//')) {
      const handler = redirectsNow();
      const match = await handler.match(request);
      const redirected = match && (await handler.handle(request, match, fileFor));
      const found = redirected ?? (await (await fileFor(request))?.());
      if (found) return found;
    }
    const notFound = await (await fileFor(new Request(new URL('/404.html', url))))?.();
    return notFound ? new Response(notFound.body, { status: 404, headers: notFound.headers }) : plain(404, 'Not found');
  };
};
