/** The confirmation page with its reference, which a static page could not show without script. */
import type { Config } from '@netlify/functions';
import { readReference } from '../../src/lib/reference.ts';
import { formPath, html, notAllowed, seeOther } from '../lib/answer.ts';
import { fillPage } from '../lib/page.ts';
import { site } from '../lib/site.ts';

export default (request: Request): Response => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed('GET, HEAD');
  const reference = readReference(new URL(request.url).searchParams.get('reference') ?? '');
  // “Received” is never said to someone who has no reference.
  return reference ? html(200, fillPage(site.received, { fill: { reference } })) : seeOther(formPath);
};

export const config: Config = {
  path: ['/technical-assistance/request/received', '/technical-assistance/request/received/'],
};
