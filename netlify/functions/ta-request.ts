/** POST /api/ta-request: takes a request for assistance. */
import type { Config } from '@netlify/functions';
import { handle } from '../lib/handle.ts';
import { liveTools, type FunctionContext } from '../lib/live.ts';

export default (request: Request, context: FunctionContext): Promise<Response> => handle(request, liveTools(context));

export const config: Config = {
  path: '/api/ta-request',
  // An array: as a string, aggregateBy is ignored and all visitors share one counter.
  rateLimit: { windowSize: 60, windowLimit: 30, aggregateBy: ['ip', 'domain'] },
};
