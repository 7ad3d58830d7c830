/** In the background, for up to 15 minutes: sends what our own site hands over. */
import type { Config } from '@netlify/functions';
import { liveContext, type FunctionContext } from '../live.ts';
import { handedOver } from '../mail/background.ts';
import { sendWaiting } from '../mail/redeliver.ts';

export default async (request: Request, netlify: FunctionContext): Promise<Response> => {
  const context = liveContext(netlify);
  const items = await handedOver(request, context.settings);
  if (items) await sendWaiting(context, items);
  return new Response(null, { status: 204 });
};

// Netlify reads this without running it: the address stands here, and again in background.ts.
export const config: Config = { path: '/api/ta-request/send', method: 'POST', background: true };
