/** A world whose mail server can be switched off, and the run of every five minutes. */
import type { Mail } from '../../../netlify/mail/mail.ts';
import { redeliver } from '../../../netlify/mail/redeliver.ts';
import { makeWorld, MemoryStore, noBeat, provider, toOf, type World } from './world.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const alarmAddress = 'alarm@tta.example';

interface Switched extends World {
  state: { isOn: boolean; mails: Mail[]; tries: number[] };
  raw: MemoryStore;
  run: (context?: World['context']) => ReturnType<typeof redeliver>;
  toProvider: () => Mail[];
  alarms: () => Mail[];
}

/** Off at first. */
export const setUp = (): Switched => {
  const state: Switched['state'] = { isOn: false, mails: [], tries: [] };
  const raw = new MemoryStore();
  const world = makeWorld({
    raw,
    mailer: {
      send: (mail: Mail) => {
        if (toOf(mail) === provider) state.tries.push(world.clock.time);
        if (!state.isOn) return Promise.reject(Object.assign(new Error('off'), { code: 'ECONNREFUSED' }));
        state.mails.push(mail);
        return Promise.resolve();
      },
    },
  });
  return {
    ...world,
    state,
    raw,
    run: (context = world.context) => redeliver(context, noBeat),
    toProvider: () => state.mails.filter((mail) => toOf(mail) === provider),
    alarms: () => state.mails.filter((mail) => toOf(mail) === alarmAddress),
  };
};

/** What keeps the provider's mail from going out, while alarms do. */
export const providerOff = ({ context, state }: Switched): World['context'] => ({
  ...context,
  mailer: {
    send: (mail: Mail) => {
      if (toOf(mail) === provider) return Promise.reject(new Error('off'));
      state.mails.push(mail);
      return Promise.resolve({ refused: [] });
    },
  },
});
