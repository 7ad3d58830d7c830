/** Every five minutes: retries what was not delivered, purges what was answered long ago, raises the alarm. */
import type { Config } from '@netlify/functions';
import { liveTools, type FunctionContext } from '../lib/live.ts';
import { redeliver } from '../lib/redeliver.ts';

export default async (_request: Request, context: FunctionContext): Promise<Response> => {
  const tools = liveTools(context);
  const isDone = tools.settings.mode === 'silent' || (await redeliver(tools)) !== undefined;
  return new Response(null, { status: isDone ? 204 : 500 });
};

export const config: Config = { schedule: '*/5 * * * *' };
