/** Lists left empty on a published page. */
import { shapeOf } from '../../lib/shape.ts';
import { evidenceCollections, type CollectionName } from '../../schemas/fields.ts';
import { atField, type Rule } from '../project.ts';

/** Collections whose pages are found by their topics. */
const needTopics: ReadonlySet<CollectionName> = new Set(evidenceCollections);

export const rule: Rule = (project) =>
  project.entries.flatMap((entry) => {
    const { frontmatter, collection, isDraft } = entry;
    if (!frontmatter || isDraft) return [];
    return Object.entries(frontmatter.values).flatMap(([field, value]) => {
      // An empty list of sources is the schema’s affair; pages about the site itself have no topic.
      if (!Array.isArray(value) || value.length > 0 || field === 'sources') return [];
      if (field === 'topics')
        return !needTopics.has(collection)
          ? []
          : atField(entry, [field], {
              found: 'no topic, so no list of topics leads to the page',
              cure: 'write the topics it is about: file names of content/topics/ without “.mdx”',
            });
      // A field that must be there may well be empty.
      if (shapeOf(collection).required?.includes(field)) return [];
      return atField(entry, [field], {
        found: `an empty list under “${field}”`,
        cure: 'write its items, or take the line out',
      });
    });
  });
