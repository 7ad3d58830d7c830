/** Signs of spam. They tag a request and hold back the automatic answer; they never drop it. */
import type { Answers } from '../../src/request/schema.ts';
import type { Origin } from './origin.ts';
import type { Submission } from './parse.ts';

export const spamSignals = (
  answers: Answers,
  { honeypot, seconds }: Pick<Submission, 'honeypot' | 'seconds'>,
  origin: Origin,
): string[] => {
  const texts = [answers.issue, answers.tried, answers.outcome, answers.name, answers.agency].join('\n');
  return [
    ...(honeypot ? ['a field that no person sees was filled in'] : []),
    ...(seconds !== undefined && seconds < 4 ? ['filled in within four seconds'] : []),
    ...((texts.match(/https?:\/\//gi) ?? []).length > 3 ? ['more than three web addresses'] : []),
    ...(/https?:\/\//i.test(answers.name + answers.agency) ? ['a web address in a name'] : []),
    ...(origin === 'unknown' ? ['not known to come from this site’s own form'] : []),
  ];
};
