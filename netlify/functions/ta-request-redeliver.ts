/** Every five minutes: retries what was not delivered, purges what was answered long ago, raises the alarm. */
import type { Config } from '@netlify/functions';
import { beat, liveContext, type FunctionContext } from '../live.ts';
import { redeliver } from '../mail/redeliver.ts';

export default async (_request: Request, netlify: FunctionContext): Promise<Response> => {
  const context = liveContext(netlify);
  const isDone = context.settings.mode === 'silent' || (await redeliver(context, beat)) !== undefined;
  return new Response(null, { status: isDone ? 204 : 500 });
};

export const config: Config = { schedule: '*/5 * * * *' };
