/** A real terminal for the tests: tmux, from Debian’s packages where it is missing. */
import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** How many this process has opened: each has a server of its own, since one that is just ending takes no other session. */
let opened = 0;

const works = (): boolean => spawnSync('tmux', ['-V']).status === 0;

/** Throws where tmux can neither be found nor installed. */
const ensureTmux = (): void => {
  if (works()) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  const apt = (...words: string[]) => {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...words];
    return spawnSync(command, rest, { stdio: 'inherit' }).status === 0;
  };
  if (!(apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'tmux') && works()))
    throw new Error('tmux could not be installed; install it to test in a terminal.');
};

export interface Terminal {
  /** Waits until the screen (with what scrolled away) holds the words; fails after 60 s. Questions are drawn anew, so that places on it move. */
  waitFor: (words: string) => Promise<void>;
  type: (line: string) => void;
  /** A key by tmux’s name for it: `C-c`. */
  press: (key: string) => void;
  screen: () => string;
  close: () => void;
}

/** Runs a command in a terminal of its own, 110 columns wide. */
export const openTerminal = (command: string, cwd: string): Terminal => {
  ensureTmux();
  opened += 1;
  const socket = `terminal-${process.pid}-${opened}`;
  const tmux = (...words: string[]): string => {
    // “-u”: the screen is read as UTF-8, whichever language the machine speaks.
    const { status, stdout, stderr } = spawnSync('tmux', ['-u', '-L', socket, ...words], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tmux ${words[0] ?? ''}: ${stderr}`);
    return stdout;
  };
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-x',
    '110',
    '-y',
    '50',
    '-c',
    cwd,
    `${command}; code=$?; echo; echo "(ended: $code)"; exec cat`,
  );
  const screen = (): string => tmux('capture-pane', '-p', '-J', '-S', '-');
  return {
    screen,
    type: (line) => {
      if (line) tmux('send-keys', '-l', '--', line);
      tmux('send-keys', 'Enter');
    },
    press: (key) => void tmux('send-keys', key),
    waitFor: async (words) => {
      const end = Date.now() + 60_000;
      for (;;) {
        if (screen().includes(words)) return;
        if (Date.now() > end) throw new Error(`“${words}” did not come up in the terminal:\n${screen()}`);
        await wait(50);
      }
    },
    close: () => void tmux('kill-server'),
  };
};
