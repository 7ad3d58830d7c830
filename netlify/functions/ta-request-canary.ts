/** Once a day: a test request that goes the whole way. A failure ends in an error, so that the platform's log shows it too. */
import type { Config } from '@netlify/functions';
import { canary } from '../lib/canary.ts';
import { liveTools, type FunctionContext } from '../lib/live.ts';

export default async (_request: Request, context: FunctionContext): Promise<Response> => {
  const tools = liveTools(context);
  if (tools.settings.mode === 'silent') return new Response(null, { status: 204 });
  const outcome = await canary(tools, (address) => fetch(address, { signal: AbortSignal.timeout(5000) }));
  return new Response(null, { status: outcome === 'failed' ? 500 : 204 });
};

export const config: Config = { schedule: '17 13 * * *' };
