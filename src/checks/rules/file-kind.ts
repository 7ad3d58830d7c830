/** What lies in content/ is an entry, or a picture or file in the folder of an entry. */
import type { Finding } from '../finding.ts';
import type { Project } from '../reading/project.ts';
import { isTemplate, isWrittenOver } from '../reading/templates.ts';
import type { Find, Rule } from '../rule.ts';
import { slugOf } from '../../lib/text.ts';
import { withoutUnseen } from '../../lib/unseen.ts';
import { nearest } from '../../lib/nearest.ts';
import { collectionNames } from '../../kinds/index.ts';

/** Files that may lie beside an entry. */
const mediaEndings = [
  '.webp',
  '.avif',
  '.png',
  '.jpg',
  '.jpeg',
  '.svg',
  '.vtt',
  '.pdf',
  '.docx',
  '.pptx',
  '.xlsx',
  '.csv',
];

export const isMedia = (name: string): boolean => mediaEndings.some((ending) => name.toLowerCase().endsWith(ending));

/** Files that people put beside an entry and that readers cannot use, and what to do with them. */
const otherKinds: [RegExp, string][] = [
  [/\.(?:srt|sbv|ttml)$/i, 'save the captions as WebVTT (.vtt), and write “transcript:” among the fields'],
  [/\.(?:zip|7z|rar)$/i, 'unpack it and upload the files in it one by one'],
  [
    /\.(?:mp4|mov|avi|wmv|m4v|mp3|m4a|wav)$/i,
    'put it where it is published, and write its address: recording: https://…',
  ],
  [
    /^~\$|^(?:Thumbs\.db|desktop\.ini|\.DS_Store)$|~$|\.(?:tmp|bak|lnk)$/i,
    'take it out: it is a file that a program left behind',
  ],
];

const inTemplates = (project: Project): Finding[] =>
  [...project.templates].flatMap(([path, text]): Finding[] => {
    const name = path.split('/').at(-1) ?? '';
    const at = { file: path, line: 1, column: 1 };
    const collection = isTemplate(path) ? name.slice(0, -'.mdx'.length) : 'webinars';
    if (!isTemplate(path))
      return [
        {
          ...at,
          found: 'a file among the templates, which are not shown',
          cure: `move a page into the folder of its kind, such as content/${collection}/${name}`,
        },
      ];
    if (!isWrittenOver(text)) return [];
    return [
      {
        ...at,
        found: 'the template is written over with a page',
        cure: `undo the change of this file (“npm run generate” writes the template again), and put the page into a new file in content/${collection}/`,
      },
    ];
  });

const find: Find = (project) => [...inTemplates(project), ...ofEntries(project)];

const ofEntries: Find = (project) =>
  project.files.flatMap(({ path }): Finding[] => {
    const [, folder = '', ...rest] = path.split('/');
    const name = rest.at(-1) ?? folder;
    const finding = (words: Pick<Finding, 'found' | 'allowed' | 'cure' | 'rename'>): Finding[] => [
      { file: path, line: 1, column: 1, ...words },
    ];
    if (rest.length === 0)
      return finding({
        found: 'a file at the top of content/',
        cure: `move it into the folder of its kind: ${collectionNames.join(', ')}`,
      });
    if (!(collectionNames as readonly string[]).includes(folder)) {
      const guess = nearest(folder, collectionNames, 1)[0];
      return finding({
        found: `there is no collection “${folder}”`,
        allowed: `the folders of content/ are ${collectionNames.join(', ')}`,
        cure: guess ? `move the file to content/${guess}/` : 'move the file into one of these',
        rename: guess ? `content/${[guess, ...rest].join('/')}` : undefined,
      });
    }
    const other = otherKinds.find(([pattern]) => pattern.test(name));
    if (other) return finding({ found: `a file of a kind that is not used here: ${name}`, cure: other[1] });
    if (rest.length === 1) {
      if (name.endsWith('.mdx')) return [];
      const bare = name.replace(/(\.mdx?)?\.(mdx?|markdown|txt|html?|docx?|rtf|odt|ya?ml)$/i, '');
      if (bare !== name) {
        const good = slugOf(withoutUnseen(bare));
        const isText = /\.(mdx?|markdown|txt)$/i.test(name);
        return finding({
          found: `the name ends in “${name.slice(bare.length)}”`,
          allowed: 'an entry is a text file that ends in “.mdx”',
          cure: isText
            ? `rename it to ${good}.mdx`
            : `copy the text into a new file ${good}.mdx that begins like content/templates/${folder}.mdx, and take this one out`,
          rename: isText ? `content/${folder}/${good}.mdx` : undefined,
        });
      }
      if (isMedia(name))
        return finding({
          found: 'a picture or file beside the entries',
          cure: `move it into a folder with the name of the entry it belongs to: content/${folder}/name-of-the-entry/${name}`,
        });
      return finding({
        found: `a file of a kind that is not used here: ${name}`,
        allowed: 'an entry ends in “.mdx”',
        cure: 'rename it, or take it out',
      });
    }
    const owner = rest[0] ?? '';
    if (name.toLowerCase().endsWith('.mdx') || name.toLowerCase().endsWith('.md'))
      return finding({
        found: `an entry in a folder inside content/${folder}/, where nobody looks for it`,
        cure: `move it to content/${folder}/${name}`,
        rename: `content/${folder}/${name}`,
      });
    if (!project.byKey.has(`${folder}/${owner}`)) {
      const guess = nearest(owner, project.idsOf.get(folder as (typeof collectionNames)[number]) ?? [], 1)[0];
      return finding({
        found: `the folder “${owner}” belongs to no entry: there is no content/${folder}/${owner}.mdx`,
        cure: guess
          ? `rename the folder to “${guess}”, or add the entry`
          : 'give the folder the name of its entry, without “.mdx”',
      });
    }
    if (!isMedia(name))
      return finding({
        found: `a file of a kind that is not used here: ${name}`,
        allowed: `beside an entry: ${mediaEndings.join(', ')}`,
        cure: 'save it as one of these (slides and documents as PDF), or link to it at its publisher',
      });
    return [];
  });

export const fileKind = { id: 'file-kind', severity: 'error', find } as const satisfies Rule;
