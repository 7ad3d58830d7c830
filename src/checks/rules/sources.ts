/** Sources are named; only the publisher’s own copy is linked, and each source once. */
import { visit, shapeOf } from '../../kinds/shape.ts';
import { at, atField, type Finding } from '../finding.ts';
import { copyHosts } from '../lists/copy-hosts.ts';
import type { Find, Rule } from '../rule.ts';

const isCopy = (title: string): boolean => /third[ -]part(?:y|ies)(?:[’']s?)?[’']? cop(?:y|ies)/i.test(title);

/** A title that says nothing but what kind of thing it is: without an address it helps nobody. */
const bareTitle =
  /^(?:the )?(?:webinar )?(?:slides?|handouts?|presentation|recording|transcript|checklist|worksheet)$/i;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] => {
    const found: Finding[] = [];
    const sources = entry.frontmatter?.values['sources'];
    const list: Record<string, unknown>[] = Array.isArray(sources)
      ? sources.filter((one) => typeof one === 'object' && one !== null)
      : [];
    const keys = new Set<unknown>();
    const seen = new Set<string>();
    list.forEach((source, index) => {
      const { key, title = '', url, publisher = '' } = source;
      if (typeof url === 'string' && isCopy(String(title)))
        found.push(
          atField(entry, ['sources', index, 'url'], {
            found: 'a link to what the title calls a third party’s copy',
            allowed: 'someone else’s copy is named, not linked',
            cure: 'take the “url:” line out, or take the words out of the title where this is the publisher’s own page',
          }),
        );
      if (key !== undefined && keys.has(key))
        found.push(
          atField(entry, ['sources', index, 'key'], {
            found: `the key “${String(key)}” stands at two sources`,
            cure: 'give one of them another key',
          }),
        );
      keys.add(key);
      const same = `${String(title).toLowerCase()}|${String(publisher).toLowerCase()}|${String(url ?? '')}`;
      if (seen.has(same))
        found.push(
          atField(entry, ['sources', index, 'title'], {
            found: `the source “${String(title)}” stands here twice`,
            cure: 'take one of the two out',
          }),
        );
      seen.add(same);
    });
    const materials = entry.frontmatter?.values['materials'];
    (Array.isArray(materials) ? materials : []).forEach((material: unknown, index) => {
      const { title, url, file } = (typeof material === 'object' && material !== null ? material : {}) as Record<
        string,
        unknown
      >;
      if (typeof title !== 'string' || url !== undefined || file !== undefined || !bareTitle.test(title.trim())) return;
      found.push(
        atField(entry, ['materials', index, 'title'], {
          found: `“${title}” leads nowhere`,
          cure: 'write a line “url:” with its address, or “file:” with its path; or say in the title where it is offered',
        }),
      );
    });
    visit(shapeOf(entry.collection), entry.frontmatter?.values, (shape, value, path) => {
      if (shape.kind !== 'web-address' || typeof value !== 'string') return;
      const host = hostOf(value);
      const copy = copyHosts.find((one) => host === one || host.endsWith(`.${one}`));
      if (copy)
        found.push(
          atField(entry, path, {
            found: `a link to ${copy}, which keeps copies of other people’s documents`,
            allowed: 'only the publisher’s own page or file is linked',
            cure: 'find the document at its publisher; if it is gone there, leave the link out and write under the source “note: Read in a copy that someone else keeps”',
          }),
        );
    });
    for (const { url, offset } of entry.body?.links ?? []) {
      const host = hostOf(url);
      const copy = copyHosts.find((one) => host === one || host.endsWith(`.${one}`));
      if (copy)
        found.push(
          at(entry, offset, {
            found: `a link to ${copy}, which keeps copies of other people’s documents`,
            allowed: 'only the publisher’s own page or file is linked',
            cure: 'link to the publisher, or name the document without a link',
          }),
        );
    }
    return found;
  });

export const sources = { id: 'sources', severity: 'error', find } as const satisfies Rule;
