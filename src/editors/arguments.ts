/** What `npm run new` was given: a collection, flags, and answers by the name of their field. */
import { fileURLToPath } from 'node:url';

/** Ends the command with a message. */
export const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

interface Arguments {
  collection: string | undefined;
  root: string;
  id: string | undefined;
  /** Nothing is asked: what is not given is left blank. */
  isQuiet: boolean;
  isHelp: boolean;
  fields: Map<string, string>;
}

/** A flag that is none of its own answers the field of its name. Ends the command where a flag has nothing after it. */
export const readArguments = (words: readonly string[]): Arguments => {
  const result: Arguments = {
    collection: undefined,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    id: undefined,
    isQuiet: false,
    isHelp: false,
    fields: new Map(),
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '-h' || word === 'help') result.isHelp = true;
    else if (!word.startsWith('--')) result.collection = result.collection ? `${result.collection} ${word}` : word;
    else {
      const [name = '', ...rest] = word.slice(2).split('=');
      if (name === 'help') result.isHelp = true;
      else if (name === 'yes') result.isQuiet = true;
      else {
        const next = words[index + 1];
        const value = rest.length > 0 ? rest.join('=') : next;
        if (value === undefined || (rest.length === 0 && value.startsWith('--')))
          stop(`“--${name}” has nothing after it. Write --${name} "…", or leave it out.`);
        else {
          if (rest.length === 0) index += 1;
          if (name === 'root') result.root = value;
          else if (name === 'id') result.id = value;
          else result.fields.set(name, value);
        }
      }
    }
  }
  return result;
};
