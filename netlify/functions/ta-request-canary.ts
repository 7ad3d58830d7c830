/** Once a day: a test request that goes the whole way. A failure ends in an error, so that the platform's log shows it too. */
import type { Config } from '@netlify/functions';
import { liveContext, type FunctionContext } from '../live.ts';
import { canary } from '../request/canary.ts';

export default async (_request: Request, netlify: FunctionContext): Promise<Response> => {
  const context = liveContext(netlify);
  const isWell = context.settings.mode === 'silent' || (await canary(context)) !== 'failed';
  return new Response(null, { status: isWell ? 204 : 500 });
};

export const config: Config = { schedule: '17 13 * * *' };
