/**
 * Asks addresses elsewhere whether they still answer: politely, one at a time for each host, and never in a pull request.
 * By hand, since linkinator keeps no pause between two questions to one host.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';

interface LinkOptions {
  fetch?: typeof globalThis.fetch;
  /** Milliseconds between two questions to one host. */
  pause?: number;
  /** Milliseconds after which no answer is an answer. */
  timeout?: number;
  /** Hosts asked at the same time. */
  concurrency?: number;
}

/** Refusals of a robot are not deaths. */
const alive = new Set([401, 403, 405, 406, 429, 503, 999]);

/** Why an address is dead: “404”, “no answer in 20 s”; undefined where it answers. */
const ask = async (address: string, { fetch = globalThis.fetch, timeout = 20_000 }: LinkOptions) => {
  const request = async (method: string): Promise<string | undefined> => {
    try {
      const response = await fetch(address, {
        method,
        redirect: 'follow',
        signal: AbortSignal.timeout(timeout),
        headers: { 'user-agent': 'Mozilla/5.0 (compatible; link check of a public library)' },
      });
      await response.body?.cancel();
      return response.ok || alive.has(response.status) ? undefined : String(response.status);
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      return isLate ? `no answer in ${timeout / 1000} s` : 'no connection';
    }
  };
  return (await request('HEAD')) === undefined ? undefined : request('GET');
};

/** The addresses that do not answer, with the reason. Each is asked twice before it is called dead. */
export const deadLinks = async (
  addresses: readonly string[],
  options: LinkOptions = {},
): Promise<Map<string, string>> => {
  const { pause = 1000, concurrency = 8 } = options;
  const dead = new Map<string, string>();
  const wait = () => sleep(pause);
  const hosts = Map.groupBy(
    addresses.filter((address) => URL.canParse(address)),
    (address) => new URL(address).host,
  );
  const askInTurn = async (queue: readonly string[]): Promise<void> => {
    for (const address of queue) {
      if ((await ask(address, options)) !== undefined) {
        await wait();
        const reason = await ask(address, options);
        if (reason !== undefined) dead.set(address, reason);
      }
      await wait();
    }
  };
  await pMap(hosts.values(), askInTurn, { concurrency });
  return dead;
};
