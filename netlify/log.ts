/**
 * One JSON object a line, UTC. Only what is listed here can be logged: references, states, codes and counts.
 * Nothing that a person typed has a way in, not even inside an error's message.
 */
export interface LogLine {
  event: string;
  reference?: string;
  /** Which message of a request. */
  message?: string;
  /** A code such as ECONNREFUSED or 451; never an error's text. */
  code?: string;
  /** Names of settings at fault. */
  settings?: string[];
  count?: number;
  seconds?: number;
}

export type Log = (level: 'info' | 'warn' | 'error', line: LogLine) => void;

export const consoleLog: Log = (level, line) => {
  console[level](JSON.stringify({ at: new Date().toISOString(), level, ...line }));
};

/** A short code for any fault: the system's or the mail server's number, or the name of the error's class. */
export const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const number = typeof responseCode === 'number' ? String(responseCode) : undefined;
  const name = typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : undefined;
  return (
    [name, number].filter(Boolean).join(' ') ||
    (error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'unknown')
  );
};
