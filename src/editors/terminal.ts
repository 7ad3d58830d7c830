/** Questions in a terminal. Lines that come faster than they are asked for (a pasted list) wait for their turn. */
import { createInterface } from 'node:readline';

/** Thrown where the editor wants the question before. */
export class Back extends Error {}

export interface Terminal {
  /** One line; throws Back for “back”. */
  ask: (prompt: string) => Promise<string>;
  close: () => void;
}

export const openTerminal = (onEnd: () => void): Terminal => {
  const lines: string[] = [];
  let waiting: ((line: string) => void) | undefined;
  let isOpen = true;
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  reader.on('line', (line) => {
    if (!waiting) return void lines.push(line);
    const take = waiting;
    waiting = undefined;
    take(line);
  });
  reader.on('close', () => {
    if (isOpen) onEnd();
  });
  return {
    ask: async (prompt) => {
      reader.setPrompt(prompt);
      reader.prompt();
      const line = lines.shift() ?? (await new Promise<string>((resolve) => (waiting = resolve)));
      const typed = line.trim();
      if (/^(?:back|<)$/i.test(typed)) throw new Back();
      return typed;
    },
    close: () => {
      isOpen = false;
      reader.close();
    },
  };
};
