/** Answers that hold through a rebuild. */
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** What is being served: another number once a rebuild has put its pages in place, undefined in the instant between. */
const editionOf = (folder: string): number | undefined => statSync(folder, { throwIfNoEntry: false })?.ino;

/** Statuses whose answers have no body. */
const withoutBody = new Set([101, 204, 205, 304]);

const longestSwap = 5;

/**
 * A whole answer, from one edition of the folder alone. `npm run build` renames its pages into place; what falls
 * into that instant would be half of each, so it is asked again. Only for requests that may be asked twice.
 */
export const settled = async (folder: string, ask: () => Promise<Response>): Promise<Response> => {
  for (let tries = 1; ; tries += 1) {
    const edition = editionOf(folder);
    const isTorn = () => tries <= longestSwap && (edition === undefined || editionOf(folder) !== edition);
    try {
      const response = await ask();
      const whole = new Response(withoutBody.has(response.status) ? null : await response.arrayBuffer(), response);
      if (!isTorn()) return whole;
    } catch (error) {
      if (!isTorn()) throw error;
    }
    await setTimeout(20);
  }
};
