/** A topic is a briefing: what is known, what to do, what not to expect, what nobody knows, whom to ask, what to send. */
import { atField } from '../finding.ts';
import { entryRule } from '../rule.ts';

/** The parts that a briefing cannot do without; of several in a row one is enough. */
const parts: [readonly string[], string][] = [
  [['known', 'beyond'], 'what studies found'],
  [['tonight'], 'what to do tonight'],
  [['thisWeek'], 'what to do this week'],
  [['notExpect'], 'what not to expect'],
  [['unknown'], 'what is not known'],
  [['askExperts', 'askProjects'], 'whom to ask'],
  [['send'], 'what to send with a request'],
];

export const briefings = entryRule('briefings', 'error', function* (entry) {
  const { values, broken } = entry.frontmatter ?? {};
  if (entry.collection !== 'topics' || entry.isDraft || !values) return;
  const isFilled = (field: string): boolean =>
    broken?.has(field) === true || (Array.isArray(values[field]) ? values[field].length > 0 : field in values);
  const missing = parts.filter(([fields]) => !fields.some(isFilled));
  if (missing.length === 0) return;
  const named = missing.map(([fields, words]) => `${words} (${fields.map((name) => `“${name}:”`).join(' or ')})`);
  yield atField(entry, ['title'], {
    found: missing.length === parts.length ? 'the topic has no briefing' : `the topic does not say ${named.join(', ')}`,
    allowed: 'a topic on the site is a whole briefing',
    cure: 'write it, each step with the entry it rests on; until then write “status: draft” and a “draftReason:”',
  });
});
