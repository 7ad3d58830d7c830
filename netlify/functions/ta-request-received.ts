/** The confirmation page, which says only what the store bears out. */
import type { Config } from '@netlify/functions';
import { liveContext, type FunctionContext } from '../live.ts';
import { confirm } from '../request/confirm.ts';

export default (request: Request, context: FunctionContext): Promise<Response> =>
  confirm(request, liveContext(context));

export const config: Config = {
  path: ['/technical-assistance/request/received', '/technical-assistance/request/received/'],
};
