/**
 * Asks addresses elsewhere whether they still answer: politely, one at a time for each host, and never in a pull request.
 * By hand, since linkinator keeps no pause between two questions to one host.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';

/** Hosts asked at the same time. */
const concurrency = 8;

/** Refusals of a robot are not deaths. */
const alive = new Set([401, 403, 405, 406, 429, 503, 999]);

/** Why an address is dead: “404”, “no answer in 20 s”; undefined where it answers. */
const ask = async (address: string, timeout: number): Promise<string | undefined> => {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(timeout),
      headers: { 'user-agent': 'Mozilla/5.0 (compatible; link check of a public library)' },
    });
    // The first line of the answer is enough.
    await response.body?.cancel();
    return response.ok || alive.has(response.status) ? undefined : String(response.status);
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return isLate ? `no answer in ${timeout / 1000} s` : 'no connection';
  }
};

/**
 * The addresses that do not answer, with the reason. Each is asked twice before it is called dead.
 * @param pause Milliseconds between two questions to one host.
 * @param timeout Milliseconds after which no answer is an answer.
 */
export const deadLinks = async (
  addresses: readonly string[],
  { pause = 1000, timeout = 20_000 } = {},
): Promise<Map<string, string>> => {
  const dead = new Map<string, string>();
  const hosts = Map.groupBy(
    addresses.filter((address) => URL.canParse(address)),
    (address) => new URL(address).host,
  );
  const askInTurn = async (queue: readonly string[]): Promise<void> => {
    for (const address of queue) {
      if ((await ask(address, timeout)) !== undefined) {
        await sleep(pause);
        const reason = await ask(address, timeout);
        if (reason !== undefined) dead.set(address, reason);
      }
      await sleep(pause);
    }
  };
  await pMap(hosts.values(), askInTurn, { concurrency });
  return dead;
};
