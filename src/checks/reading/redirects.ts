import { withoutConflicts } from './conflicts.ts';

/** `public/_redirects`, in the syntax of Netlify: from, to, status; `#` begins a comment. */
interface Redirect {
  from: string;
  to: string;
  status: string | undefined;
  /** 1-based. */
  line: number;
}

export const readRedirects = (text: string): Redirect[] =>
  withoutConflicts(text)
    .text.split(/\r?\n/)
    .flatMap((row, index) => {
      const [from = '', to = '', status] = row
        .replace(/(^|\s)#.*$/, '')
        .trim()
        .split(/\s+/);
      return from === '' ? [] : [{ from, to, status, line: index + 1 }];
    });

/** Whether a rule stands for more than one address. */
export const isPattern = ({ from, to }: Pick<Redirect, 'from' | 'to'>): boolean =>
  /[*:]/.test(from) || /:splat|\/:/.test(to);
