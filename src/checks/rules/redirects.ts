/** An address once published never dies: it answers, or a redirect leads on, in one step, to a page that does. */
import { fateOf } from '../reading/fate.ts';
import type { Finding } from '../finding.ts';
import type { Project } from '../reading/project.ts';
import { isPattern, readRedirects } from '../reading/redirects.ts';
import { projectRule } from '../rule.ts';
import { isOtherThing, nearest } from '../../lib/nearest.ts';
import { addressOf } from '../../kinds/index.ts';

/** Every address that answers by itself. */
export const publishedAddresses = (project: Project): Set<string> =>
  new Set([
    ...[...project.routes].filter((route) => route !== '/404/'),
    ...project.promised,
    ...project.entries.filter(({ isDraft }) => !isDraft).map((entry) => addressOf(entry)),
  ]);

/** What is said of an address that was published and answers no more. Never another thing’s address. */
const goneFinding = (project: Project, address: string, line: number, isDraft: boolean): Finding => {
  const takenBack = 'if it was taken back, let the page stand and write “withdrawn:” with the date and the reason';
  const line301 = (to: string) => `add a line to ${project.redirects.file}: ${address} ${to} 301`;
  const now = isDraft ? undefined : fateOf(project, address)?.now;
  const [fate, cure] = isDraft
    ? ['is now a draft', `publish it again; ${takenBack}`]
    : now?.isDraft === false
      ? [`is now ${addressOf(now)}`, line301(addressOf(now))]
      : [
          'is gone',
          `bring the file back; ${takenBack}; if the same thing stands elsewhere now, ${line301('/the-new-address/')}`,
        ];
  return {
    file: project.published.file,
    line,
    column: 1,
    found: `${address} was published and ${fate}`,
    allowed: 'an address once published never dies: others link to it',
    cure,
  };
};

const matches = (pattern: string, address: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\/\*$/, '(/*)?')
      .replace(/\*+/g, '.*')
      .replace(/:\w+/g, '[^/]+')}/?$`,
  ).test(address);

export const redirects = projectRule('redirects', 'error', (project) => {
  const found: Finding[] = [];
  const live = publishedAddresses(project);
  const drafts = new Set(project.entries.filter(({ isDraft }) => isDraft).map((entry) => addressOf(entry)));
  const redirects = readRedirects(project.redirects.text);
  const byFrom = new Map<string, (typeof redirects)[number]>();

  for (const redirect of redirects) {
    const { from, to, status, line } = redirect;
    const say = (cure: string, text: string, allowed?: string) =>
      found.push({ file: project.redirects.file, line, column: 1, found: text, allowed, cure });
    const bare = (address: string): string => address.replace(/^["'“‘<]+|["'”’>,;]+$/g, '');
    if (/^\d{3}$/.test(from) || [from, to].some((address) => /\w/.test(address) && bare(address) !== address)) {
      const addresses = [from, to, status ?? ''].map(bare).filter((part) => /^(?:\/|https?:)/.test(part));
      say(
        addresses.length > 1
          ? `write ${addresses.slice(0, 2).join(' ')} 301`
          : 'write the old address, a space, the new address, a space, 301',
        /^\d{3}$/.test(from) ? `“${from}” where the old address belongs` : `signs around an address: ${from} ${to}`,
      );
      continue;
    }
    if (to === '') {
      say('write the old address, a space, the new address, a space, 301', `a redirect with one address: ${from}`);
      continue;
    }
    if (!/^\/|^https?:/.test(to)) {
      say(
        'write the old address, a space, the new address, a space, 301; a space within an address is written %20',
        `“${to}” where the new address belongs`,
      );
      continue;
    }
    if (!from.startsWith('/'))
      say(
        `write ${URL.canParse(from) ? new URL(from).pathname : `/${from}`}`,
        `the old address does not begin with /: ${from}`,
      );
    if (status !== undefined && !/^(200|301|302|303|307|308|404|410)!?$/.test(status))
      say(
        'write 301 for a page that has moved for good',
        `“${status}” is no status of a redirect`,
        'allowed: 301, 302, 307, 308, 200, 404, 410',
      );
    if (/^\/\*+$/.test(from) && status !== undefined && /^[23]/.test(status))
      say(
        'take the line out, and write one for each page that moved',
        `${from}, which leads every address that is not there to ${to}`,
        'who follows an old link is told that the page is gone, or finds the same thing',
      );
    const earlier = byFrom.get(from);
    if (earlier) say('keep one of the two lines', `${from} is redirected twice, here and on line ${earlier.line}`);
    else byFrom.set(from, redirect);
    if (isPattern(redirect) || status?.startsWith('200') || status?.startsWith('4')) continue;
    if (live.has(from) && from !== to)
      say(
        'take the line out, or move the page',
        `${from} is a page of the site, so the redirect would hide it or never be used`,
      );
    const target = to.replace(/[?#].*$/, '');
    if (/^https?:\/\//.test(to)) continue;
    const steps = [from];
    let next: string | undefined = target;
    while (next !== undefined && !steps.includes(next)) {
      steps.push(next);
      next = redirects.find((one) => one.from === next && !isPattern(one))?.to.replace(/[?#].*$/, '');
    }
    if (next !== undefined) say('let one of them lead to the page itself', `a loop: ${[...steps, next].join(' → ')}`);
    else if (steps.length > 2)
      say(`write ${from} ${steps.at(-1)} 301`, `a redirect that leads to another: ${steps.join(' → ')}`);
    else if (drafts.has(target))
      say('publish the draft, or lead elsewhere', `${target} is a draft, so the redirect leads nowhere`);
    else if (!live.has(target) && !project.publicFiles.has(target)) {
      const tidy = `${target.toLowerCase().replace(/\/+$/, '')}/`;
      const guess = live.has(tidy) ? tidy : nearest(target, live, 1)[0];
      say(
        guess && guess !== '/' && !isOtherThing(target, guess) && target !== '/the-new-address/'
          ? `did you mean ${guess}?`
          : 'write the address at which the same thing is told now',
        `a redirect to a page that does not exist: ${target}`,
      );
    }
  }

  project.published.text.split(/\r?\n/).forEach((row, index) => {
    const address = row.trim();
    if (address === '' || address.startsWith('#') || live.has(address)) return;
    if (redirects.some(({ from }) => matches(from, address))) return;
    found.push(goneFinding(project, address, index + 1, drafts.has(address)));
  });
  return found;
});
