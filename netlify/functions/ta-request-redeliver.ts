/** Every five minutes: retries what was not delivered, purges what was answered long ago, raises the alarm. */
import type { Config, Context } from '@netlify/functions';
import { liveTools } from '../lib/live.ts';
import { redeliver } from '../lib/redeliver.ts';

export default async (_request: Request, context: Context): Promise<Response> => {
  const tools = liveTools(context);
  if (tools.settings.mode === 'silent') return new Response(null, { status: 204 });
  for (const { name } of tools.settings.problems) tools.log('error', { event: 'setting', settings: [name] });
  await redeliver(tools);
  return new Response(null, { status: 204 });
};

export const config: Config = { schedule: '*/5 * * * *' };
