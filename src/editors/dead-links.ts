/** Asks addresses elsewhere whether they still answer: politely, one at a time for each host, and never in a pull request. */

export interface DeadLink {
  /** “404”, “no such host”, “no answer in 20 s”. */
  reason: string;
}

interface LinkOptions {
  fetch?: typeof globalThis.fetch;
  /** Milliseconds between two questions to one host. */
  pause?: number;
  /** Milliseconds after which no answer is an answer. */
  patience?: number;
  /** Hosts asked at the same time. */
  hosts?: number;
}

/** Refusals of a robot are not deaths. */
const alive = new Set([401, 403, 405, 406, 429, 503, 999]);

const ask = async (
  address: string,
  { fetch = globalThis.fetch, patience = 20_000 }: LinkOptions,
): Promise<string | undefined> => {
  for (const method of ['HEAD', 'GET']) {
    try {
      const response = await fetch(address, {
        method,
        redirect: 'follow',
        signal: AbortSignal.timeout(patience),
        headers: { 'user-agent': 'Mozilla/5.0 (compatible; link check of a public library)' },
      });
      await response.body?.cancel();
      if (response.ok || alive.has(response.status)) return undefined;
      if (method === 'GET') return String(response.status);
    } catch (error) {
      if (method === 'GET')
        return error instanceof Error && error.name === 'TimeoutError'
          ? `no answer in ${patience / 1000} s`
          : 'no connection';
    }
  }
  return undefined;
};

/** The addresses that do not answer, with the reason. Each is asked twice before it is called dead. */
export const deadLinks = async (
  addresses: readonly string[],
  options: LinkOptions = {},
): Promise<Map<string, DeadLink>> => {
  const { pause = 1000, hosts = 8 } = options;
  const dead = new Map<string, DeadLink>();
  const byHost = Map.groupBy(
    addresses.filter((address) => URL.canParse(address)),
    (address) => new URL(address).host,
  );
  const queues = [...byHost.values()];
  const worker = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const address of queue) {
        const first = await ask(address, options);
        if (first !== undefined) {
          await new Promise((resolve) => setTimeout(resolve, pause));
          const second = await ask(address, options);
          if (second !== undefined) dead.set(address, { reason: second });
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
  };
  await Promise.all(Array.from({ length: hosts }, worker));
  return dead;
};
