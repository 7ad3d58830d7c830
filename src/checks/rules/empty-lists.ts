/** Lists left empty on a published page. */
import { shapeOf } from '../../kinds/shape.ts';
import { atField } from '../finding.ts';
import { entryRule } from '../rule.ts';
import { evidenceCollections, type CollectionName } from '../../kinds/index.ts';

/** Collections whose pages are found by their topics. */
const needTopics: ReadonlySet<CollectionName> = new Set(evidenceCollections);

export const emptyLists = entryRule('empty-lists', 'warning', function* (entry) {
  const { frontmatter, collection, isDraft } = entry;
  if (isDraft) return;
  for (const [field, value] of Object.entries(frontmatter.values)) {
    // An empty list of sources is the schema’s affair; pages about the site itself have no topic.
    if (!Array.isArray(value) || value.length > 0 || field === 'sources') continue;
    if (field === 'topics') {
      if (needTopics.has(collection))
        yield atField(entry, [field], {
          found: 'no topic, so no list of topics leads to the page',
          cure: 'write the topics it is about: file names of content/topics/ without “.mdx”',
        });
      // A field that must be there may well be empty.
    } else if (!shapeOf(collection).required?.includes(field))
      yield atField(entry, [field], {
        found: `an empty list under “${field}”`,
        cure: 'write its items, or take the line out',
      });
  }
});
