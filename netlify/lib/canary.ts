/** Once a day a request of our own goes the whole way, to a test address: silence must not pass for health. */
import { accept, type AcceptTools } from './accept.ts';
import { alarm } from './redeliver.ts';
import { keyOf } from './record.ts';
import { codeOf } from './log.ts';

const answersFor = (tools: AcceptTools, address: string): unknown => ({
  name: 'Daily test',
  email: address,
  agency: 'This site',
  state: tools.site.directory.vocabulary.states[0]?.value,
  topics: tools.site.directory.vocabulary.topics.slice(0, 1).map(({ value }) => value),
  issue: 'This is a test that the site sends to itself once a day. Nothing needs to be done.',
});

export type Canary = 'no-address' | 'passed' | 'failed';

/** Checks, stores, reads back, mails and finds the mark of the hand-over; then asks for the heartbeat address. */
export const canary = async (tools: AcceptTools, beat: (address: string) => Promise<unknown>): Promise<Canary> => {
  const { settings, site, log, now, store } = tools;
  if (!settings.canary) {
    log('warn', { event: 'canary-no-address' });
    return 'no-address';
  }
  let stage = 'schema';
  try {
    const answers = site.schema.parse(answersFor(tools, settings.canary));
    stage = 'accept';
    const result = await accept(
      { answers, key: `canary-${new Date(now()).toISOString().slice(0, 10)}`, signals: [], isCanary: true },
      tools,
    );
    stage = 'store';
    const record = 'record' in result ? result.record : undefined;
    if (result.outcome !== 'received' || !record || (await store.read(keyOf.request(record))) === undefined)
      throw new Error('not stored');
    stage = 'mail';
    if ((await store.read(keyOf.sent(record, 'provider'))) === undefined) throw new Error('not handed over');
    log('info', { event: 'canary-passed', reference: result.reference });
    if (settings.heartbeat)
      await beat(settings.heartbeat).catch((error: unknown) =>
        log('warn', { event: 'heartbeat-failed', code: codeOf(error) }),
      );
    return 'passed';
  } catch (error) {
    log('error', { event: 'canary-failed', code: stage.toUpperCase() });
    if (error instanceof Error)
      await alarm(tools, 'canary', 'the daily test failed', [
        `The daily test request failed at this step: ${stage}.`,
        'Requests may not be arriving. The function’s log says more.',
      ]);
    return 'failed';
  }
};
