/** Sources are named; only the publisher’s own copy is linked, and each source once. */
import { groupsIn } from '../reading/values.ts';
import { at, atField, type Words } from '../finding.ts';
import { entryRule } from '../rule.ts';

/** Sites that keep copies of documents of others. A copy is named as a source, never linked. */
const copyHosts: readonly string[] = [
  'academia.edu chegg.com coursehero.com docplayer.net docsity.com docslib.org dokumen.pub dokumen.tips',
  'fliphtml5.com issuu.com lawsdocbox.com pdfcoffee.com pdfdrive.com pdffiller.com pdfslide.net',
  'scribd.com sci-hub.se silo.tips slideplayer.com slideserve.com slideshare.net studocu.com',
  'studylib.net vdocuments.net vdocuments.us yumpu.com zdoc.pub z-lib.org',
].flatMap((line) => line.split(' '));

const isCopy = (title: string): boolean => /third[ -]part(?:y|ies)(?:[’']s?)?[’']? cop(?:y|ies)/i.test(title);

/** A title that says nothing but what kind of thing it is: without an address it helps nobody. */
const bareTitle =
  /^(?:the )?(?:webinar )?(?:slides?|handouts?|presentation|recording|transcript|checklist|worksheet)$/i;

/** The site of other people’s documents that an address leads to, if it does. */
const copyHostOf = (url: string): string | undefined => {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return copyHosts.find((one) => host === one || host.endsWith(`.${one}`));
};

const leadsToCopy = (host: string, cure: string): Words => ({
  found: `a link to ${host}, which keeps copies of other people’s documents`,
  allowed: 'only the publisher’s own page or file is linked',
  cure,
});

export const sources = entryRule('sources', 'error', function* (entry) {
  const { sources, materials } = entry.frontmatter.values;
  const keys = new Set<unknown>();
  const seen = new Set<string>();
  for (const [index, { key, title = '', url, publisher = '' }] of groupsIn(sources)) {
    if (typeof url === 'string' && isCopy(String(title)))
      yield atField(entry, ['sources', index, 'url'], {
        found: 'a link to what the title calls a third party’s copy',
        allowed: 'someone else’s copy is named, not linked',
        cure: 'take the “url:” line out, or take the words out of the title where this is the publisher’s own page',
      });
    if (key !== undefined && keys.has(key))
      yield atField(entry, ['sources', index, 'key'], {
        found: `the key “${String(key)}” stands at two sources`,
        cure: 'give one of them another key',
      });
    keys.add(key);
    const same = [title, publisher, url ?? ''].join('|').toLowerCase();
    if (seen.has(same))
      yield atField(entry, ['sources', index, 'title'], {
        found: `the source “${String(title)}” stands here twice`,
        cure: 'take one of the two out',
      });
    seen.add(same);
  }
  for (const [index, { title, url, file }] of groupsIn(materials))
    if (typeof title === 'string' && url === undefined && file === undefined && bareTitle.test(title.trim()))
      yield atField(entry, ['materials', index, 'title'], {
        found: `“${title}” leads nowhere`,
        cure: 'write a line “url:” with its address, or “file:” with its path; or say in the title where it is offered',
      });
  for (const { shape, value, path } of entry.marked) {
    const host = shape.kind === 'web-address' ? copyHostOf(value) : undefined;
    if (host)
      yield atField(
        entry,
        path,
        leadsToCopy(
          host,
          'find the document at its publisher; if it is gone there, leave the link out and write under the source “note: Read in a copy that someone else keeps”',
        ),
      );
  }
  for (const { url, offset } of entry.body.links) {
    const host = copyHostOf(url);
    if (host) yield at(entry, offset, leadsToCopy(host, 'link to the publisher, or name the document without a link'));
  }
});
