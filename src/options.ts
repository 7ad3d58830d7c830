/** The flags of a command: `--help` says what it does, and an unknown flag is told in plain words. */
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from './lib/nearest.ts';

/** Top of the repository, for commands that can be given another. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

type Options = NonNullable<ParseArgsConfig['options']>;

/** As `parseArgs`, with `--help`. `help` begins with the command: “npm run check …”, “npm run new -- webinars …”. */
export const readOptions = <const O extends Options>(help: string, options: O) => {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(help);
    process.exit();
  }
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    const flag = /'(-[^' ]*)/.exec(String(error))?.[1] ?? '';
    if (/ambiguous|argument missing/.test(String(error))) {
      const name = /--[\w-]+/.exec(flag)?.[0] ?? flag;
      console.error(
        /ambiguous/.test(String(error))
          ? `What stands behind “${name}” begins with a hyphen, as a flag does: write ${name}="…" with an equals sign.`
          : `“${name}” needs a value: ${name} "…"`,
      );
      process.exit(1);
    }
    const [command = '', collection] = /^npm run \w+( -- [\w-]+)?/.exec(help) ?? [];
    const near = didYouMean(
      flag,
      Object.keys(options).map((name) => `--${name}`),
    );
    console.error(
      `“${flag}” is no flag that can be used so${near ? `; ${near}` : '.'} “${command}${collection ? '' : ' --'} --help” lists them.`,
    );
    process.exit(1);
  }
};
