/** Once a day a request of our own goes the whole way, to the provider: silence must not pass for health. */
import { setTimeout } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { alarm } from '../mail/notices.ts';
import { dayOf, keyOf, referenceOf } from '../store/keys.ts';
import { digestOf, identityOf } from '../store/record.ts';
import { handle } from './handle.ts';

const answersFor = ({ site, now }: Context, address: string): Record<string, string> => ({
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

/** That one request is not two rests on a store that writes a key only once: whether it does is tried where it matters. */
const proveStore = async ({ store, now }: Context): Promise<void> => {
  const key = keyOf.proof(dayOf(now()), crypto.randomUUID());
  const first = await store.create(key, { at: now() });
  const second = await store.create(key, { at: now() });
  if (first.state !== 'created' || second.state !== 'exists') throw new Error('a key was written twice');
  await store.remove(key);
};

const stages = {
  settings: 'A setting is missing or malformed.',
  once: 'The store did not keep a key from being written twice. A request may be mailed twice.',
  answer: 'The form did not answer that the request was received.',
  store: 'The request was not in the store.',
  mail: 'The mail server did not take the message to the provider over in good time.',
};

/** Posts the form, and finds the request in the store and the mark of the hand-over. */
export const canary = async (context: Context): Promise<'no-address' | 'passed' | 'failed'> => {
  const { settings, site, log, now, store } = context;
  if (!settings.canary && settings.problems.length === 0) {
    log('warn', { event: 'canary-no-address' });
    return 'no-address';
  }
  const faulty = settings.problems.map(({ name }) => name);
  let stage: keyof typeof stages = 'settings';
  try {
    if (!settings.canary || faulty.length > 0) throw new Error('a setting is missing or malformed');
    stage = 'once';
    await proveStore(context);
    stage = 'answer';
    const answers = answersFor(context, settings.canary);
    const identity = identityOf(
      digestOf(site.schema.parse({ ...answers, topics: [answers['topics']] })),
      dayOf(now()),
      true,
    );
    const reference = referenceOf(identity);
    const work: Promise<unknown>[] = [];
    const response = await handle(postOf(answers, settings.address), {
      ...context,
      ip: '',
      isCanary: true,
      // What a person would not wait for is waited for here: the mail itself.
      later: (milliseconds, task) => {
        if (milliseconds === 0) work.push(task());
        else context.later(milliseconds, task);
      },
    });
    if (!response.headers.get('location')?.endsWith(`=${reference}`)) throw new Error('not received');
    stage = 'store';
    if ((await store.read(keyOf.request(identity))) === undefined) throw new Error('not stored');
    stage = 'mail';
    await Promise.all(work);
    const isSent = async () => (await store.read(keyOf.sent(identity, 'provider'))) !== undefined;
    // In the background it takes a moment longer.
    for (let tries = 0; context.handOver && tries < 15 && !(await isSent()); tries += 1) await setTimeout(1000);
    if (!(await isSent())) throw new Error('not handed over');
    await store.create(keyOf.canary(identity.day), { at: now() });
    log('info', { event: 'canary-passed', reference });
    return 'passed';
  } catch {
    log('error', { event: 'canary-failed', code: stage.toUpperCase(), settings: faulty });
    await alarm(context, 'canary', 'the daily test failed', [
      `The daily test request failed. ${stages[stage]}`,
      ...(faulty.length > 0 ? [`These settings are missing or malformed: ${faulty.join(', ')}.`] : []),
      'Requests may not be arriving. The function’s log says more.',
    ]);
    return 'failed';
  }
};
