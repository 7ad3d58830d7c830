/** POST /api/ta-request: takes a request for assistance. */
import type { Config } from '@netlify/functions';
import { liveContext, type FunctionContext } from '../live.ts';
import { handle } from '../request/handle.ts';

export default (request: Request, context: FunctionContext): Promise<Response> => handle(request, liveContext(context));

export const config: Config = {
  path: '/api/ta-request',
  // An array: as a string, aggregateBy is ignored and all visitors share one counter.
  rateLimit: { windowSize: 60, windowLimit: 100, aggregateBy: ['ip', 'domain'] },
};
