/** A topic that no page has is an empty list. */
import { atField } from '../finding.ts';
import { projectRule } from '../rule.ts';

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
