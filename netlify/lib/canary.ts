/** Once a day a request of our own goes the whole way, to a test address: silence must not pass for health. */
import { handle, type HandleTools } from './handle.ts';
import { codeOf } from './log.ts';
import { dayOf, digestOf, identityOf, keyOf } from './record.ts';
import { alarm } from './redeliver.ts';

const answersFor = ({ site, now }: HandleTools, address: string): Record<string, string> => ({
  name: 'Daily test',
  email: address,
  agency: 'This site',
  state: site.directory.vocabulary.states[0]?.value ?? '',
  topics: site.directory.vocabulary.topics[0]?.value ?? '',
  issue: `This is a test that the site sends to itself once a day, this one on ${dayOf(now())}. Nothing needs to be done.`,
});

/** As a browser posts the form. */
const postOf = (answers: Record<string, string>, address: string): Request =>
  new Request(`${address}/api/ta-request`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ ...answers, step: 'send' }).toString(),
  });

type Canary = 'no-address' | 'passed' | 'failed';

/** Posts the form, and finds the request in the store and the mark of the hand-over; then asks for the heartbeat address. */
export const canary = async (tools: HandleTools, beat: (address: string) => Promise<unknown>): Promise<Canary> => {
  const { settings, site, log, now, store } = tools;
  if (!settings.canary && settings.problems.length === 0) {
    log('warn', { event: 'canary-no-address' });
    return 'no-address';
  }
  const faulty = settings.problems.map(({ name }) => name);
  let stage = 'settings';
  try {
    if (!settings.canary || faulty.length > 0) throw new Error('a setting is missing or malformed');
    stage = 'answer';
    const answers = answersFor(tools, settings.canary);
    const identity = identityOf(
      digestOf(site.schema.parse({ ...answers, topics: [answers['topics']] })),
      dayOf(now()),
      true,
    );
    const response = await handle(postOf(answers, settings.address), { ...tools, ip: '', isCanary: true });
    if (response.status !== 303 || !response.headers.get('location')?.endsWith(identity.reference))
      throw new Error('not received');
    stage = 'store';
    if ((await store.read(keyOf.request(identity))) === undefined) throw new Error('not stored');
    stage = 'mail';
    if ((await store.read(keyOf.sent(identity, 'provider'))) === undefined) throw new Error('not handed over');
    await store.create(keyOf.canary(identity.day), { at: now() });
    log('info', { event: 'canary-passed', reference: identity.reference });
    if (settings.heartbeat)
      await beat(settings.heartbeat).catch((error: unknown) =>
        log('warn', { event: 'heartbeat-failed', code: codeOf(error) }),
      );
    return 'passed';
  } catch {
    log('error', { event: 'canary-failed', code: stage.toUpperCase(), settings: faulty });
    await alarm(tools, 'canary', 'the daily test failed', [
      `The daily test request failed at this step: ${stage}.`,
      ...(faulty.length > 0 ? [`These settings are missing or malformed: ${faulty.join(', ')}.`] : []),
      'Requests may not be arriving. The function’s log says more.',
    ]);
    return 'failed';
  }
};
