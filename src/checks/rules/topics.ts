/** A topic is a briefing: whole, short enough to read on a telephone, resting on what was tested, and in use. */
import { atField } from '../finding.ts';
import { groupsIn } from '../reading/values.ts';
import { entryRule, projectRule } from '../rule.ts';

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
  const { values, broken } = entry.frontmatter;
  if (entry.collection !== 'topics' || entry.isDraft) return;
  const isFilled = (field: string): boolean =>
    broken.has(field) || (Array.isArray(values[field]) ? values[field].length > 0 : field in values);
  const missing = parts.filter(([fields]) => !fields.some(isFilled));
  if (missing.length === 0) return;
  const named = missing.map(([fields, words]) => `${words} (${fields.map((name) => `“${name}:”`).join(' or ')})`);
  yield atField(entry, ['title'], {
    found: missing.length === parts.length ? 'the topic has no briefing' : `the topic does not say ${named.join(', ')}`,
    allowed: 'a topic on the site is a whole briefing',
    cure: 'write it, each step with the entry it rests on; until then write “status: draft” and a “draftReason:”',
  });
});

const least = 120;
const most = 250;

/** The parts whose words are counted, each with the field that holds them where an item is a group. */
const counted: Record<string, string | undefined> = {
  known: 'says',
  tonight: 'do',
  thisWeek: 'do',
  notExpect: 'says',
  unknown: undefined,
  send: undefined,
};

const wordsIn = (value: unknown): number => (typeof value === 'string' ? value.split(/\S+/).length - 1 : 0);

/** A briefing is read in two minutes, on a telephone. */
export const briefingLength = entryRule('briefing-length', 'warning', function* (entry) {
  const { values } = entry.frontmatter;
  if (entry.collection !== 'topics' || entry.isDraft) return;
  const words = Object.entries(counted).flatMap(([field, part]) => {
    const items: unknown[] = Array.isArray(values[field]) ? values[field] : [];
    return items.map((item) => wordsIn(part ? (item as Record<string, unknown> | null)?.[part] : item));
  });
  const count = words.reduce((sum, one) => sum + one, 0);
  // What is missing altogether is told elsewhere.
  if (count === 0 || (count >= least && count <= most)) return;
  yield atField(entry, ['known' in values ? 'known' : 'title'], {
    found: `the briefing has ${count} words`,
    allowed: `${least} to ${most} words in ${Object.keys(counted).join(', ')} together`,
    cure:
      count < least
        ? 'say more of what was found and what to do'
        : 'keep what a reader needs tonight; the rest stands in the entries it rests on',
  });
});

const comparing = new Set(['randomized-trial', 'matched-comparison', 'comparison-group']);

/** A step that is marked as tested rests on a project that compared: otherwise a site did it, and nothing more is known. */
export const testedSteps = entryRule('tested-steps', 'error', function* (entry, project) {
  for (const field of ['tonight', 'thisWeek'])
    for (const [index, { from, tested }] of groupsIn(entry.frontmatter.values[field])) {
      if (tested !== true || typeof from !== 'string' || !from.startsWith('program-profiles/')) continue;
      const profile = project.byKey.get(from);
      const studies: unknown = profile?.frontmatter.values['studies'] ?? [];
      // Studies that cannot be read are told where they stand.
      if (!profile || !Array.isArray(studies) || profile.frontmatter.broken.has('studies')) continue;
      if (profile.issues.some(({ path }) => path[0] === 'studies')) continue;
      if (!groupsIn(studies).some(([, { design }]) => comparing.has(String(design))))
        yield atField(entry, [field, index, 'tested'], {
          found: `the step is marked as tested, and ${from} has no study that compared`,
          allowed: 'true stands only where a study with a comparison tested the step',
          cure: 'write tested: false, or name the entry whose study tested it',
        });
    }
});

/** A topic that no page has is an empty list. */
export const unusedTopics = projectRule('unused-topics', 'warning', (project) => {
  const used = new Set(
    project.entries
      .filter(({ isDraft, collection }) => !isDraft && collection !== 'topics')
      .flatMap((entry) => entry.marked.flatMap(({ shape, value }) => (shape.references === 'topics' ? [value] : []))),
  );
  return project.entries
    .filter(({ collection, id, isDraft }) => collection === 'topics' && !isDraft && !used.has(id))
    .map((entry) =>
      atField(entry, ['title'], {
        found: 'no page has this topic, so nothing is listed under it',
        cure: `write ${entry.id} under “topics:” of the pages it belongs to, or make the topic a draft until there are some`,
      }),
    );
});
