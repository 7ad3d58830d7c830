/** What lies in content/ is an entry, or a picture or file in the folder of an entry. */
import { atFile, type Words } from '../finding.ts';
import { synonymsFile, type Project } from '../reading/project.ts';
import { isTemplate, isWrittenOver, templatesFolder } from '../reading/templates.ts';
import { projectRule } from '../rule.ts';
import { slugOf } from '../../lib/text.ts';
import { withoutUnseen } from '../../lib/unseen.ts';
import { nearest } from '../../lib/nearest.ts';
import { collectionNames, isCollection, type CollectionName } from '../../kinds/index.ts';
import { posix } from 'node:path';

/** Files that may lie beside an entry. */
const mediaEndings = '.webp .avif .png .jpg .jpeg .svg .vtt .pdf .docx .pptx .xlsx .csv'.split(' ');

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

const ofTemplate = (path: string, text: string): Words | undefined => {
  const name = posix.basename(path);
  if (!isTemplate(path))
    return {
      found: 'a file among the templates, which are not shown',
      cure: `move a page into the folder of its kind, such as content/webinars/${name}`,
    };
  if (!isWrittenOver(text)) return undefined;
  return {
    found: 'the template is written over with a page',
    cure: `undo the change of this file (“npm run generate” writes the template again), and put the page into a new file in content/${name.slice(0, -'.mdx'.length)}/`,
  };
};

/** What lies in the folder of a collection itself: entries. */
const ofEntry = (folder: string, name: string): Words | undefined => {
  if (name.endsWith('.mdx')) return undefined;
  const bare = name.replace(/(\.mdx?)?\.(mdx?|markdown|txt|html?|docx?|rtf|odt|ya?ml)$/i, '');
  if (bare !== name) {
    const good = slugOf(withoutUnseen(bare));
    const isText = /\.(mdx?|markdown|txt)$/i.test(name);
    return {
      found: `the name ends in “${name.slice(bare.length)}”`,
      allowed: 'an entry is a text file that ends in “.mdx”',
      cure: isText
        ? `rename it to ${good}.mdx`
        : `copy the text into a new file ${good}.mdx that begins like content/templates/${folder}.mdx, and take this one out`,
      rename: isText ? `content/${folder}/${good}.mdx` : undefined,
    };
  }
  if (isMedia(name))
    return {
      found: 'a picture or file beside the entries',
      cure: `move it into a folder with the name of the entry it belongs to: content/${folder}/name-of-the-entry/${name}`,
    };
  return {
    found: `a file of a kind that is not used here: ${name}`,
    allowed: 'an entry ends in “.mdx”',
    cure: 'rename it, or take it out',
  };
};

/** What lies in the folder of an entry: pictures and files. */
const ofMedia = (project: Project, folder: CollectionName, owner: string, name: string): Words | undefined => {
  if (/\.mdx?$/i.test(name)) {
    // As other programs have it: the folder names the page.
    const to = `content/${folder}/${/^index\.mdx?$/i.test(name) ? `${owner}.mdx` : name}`;
    const isTaken = project.byKey.has(to.slice('content/'.length, -'.mdx'.length));
    return {
      found: `an entry in a folder inside content/${folder}/, where nobody looks for it`,
      cure: isTaken ? `there is ${to} already: take the one out that is the copy` : `move it to ${to}`,
      rename: isTaken ? undefined : to,
    };
  }
  if (!project.byKey.has(`${folder}/${owner}`)) {
    const [guess] = nearest(owner, project.idsOf.get(folder) ?? [], 1);
    return {
      found: `the folder “${owner}” belongs to no entry: there is no content/${folder}/${owner}.mdx`,
      cure: guess
        ? `rename the folder to “${guess}”, or add the entry`
        : 'give the folder the name of its entry, without “.mdx”',
    };
  }
  if (isMedia(name)) return undefined;
  return {
    found: `a file of a kind that is not used here: ${name}`,
    allowed: `beside an entry: ${mediaEndings.join(', ')}`,
    cure: 'save it as one of these (slides and documents as PDF), or link to it at its publisher',
  };
};

const ofFile = (project: Project, path: string): Words | undefined => {
  const [, folder = '', ...rest] = path.split('/');
  const [owner] = rest;
  const name = posix.basename(path);
  if (path === `${synonymsFile.slice(0, -'.yaml'.length)}.yml`)
    return { found: 'the name ends in “.yml”', cure: `move what is new into ${synonymsFile}, and take this file out` };
  if (owner === undefined)
    return {
      found: 'a file at the top of content/',
      cure: `move it into the folder of its kind: ${collectionNames.join(', ')}`,
    };
  if (!isCollection(folder)) {
    const [guess] = nearest(folder, collectionNames, 1);
    return {
      found: `there is no collection “${folder}”`,
      allowed: `the folders of content/ are ${collectionNames.join(', ')}`,
      cure: guess ? `move the file to content/${guess}/` : 'move the file into one of these',
      rename: guess ? `content/${[guess, ...rest].join('/')}` : undefined,
    };
  }
  const other = otherKinds.find(([pattern]) => pattern.test(name));
  if (other) return { found: `a file of a kind that is not used here: ${name}`, cure: other[1] };
  return rest.length === 1 ? ofEntry(folder, name) : ofMedia(project, folder, owner, name);
};

export const fileKind = projectRule('file-kind', 'error', function* (project) {
  for (const [path, text] of project.templates) {
    const words = ofTemplate(path, text);
    if (words) yield atFile(path, words);
  }
  for (const path of collectionNames.map((name) => `${templatesFolder}${name}.mdx`))
    if (!project.templates.has(path))
      yield atFile(path, { found: 'the template is gone', cure: 'bring the file back, or run “npm run generate”' });
  for (const { path } of project.files) {
    const words = ofFile(project, path);
    if (words) yield atFile(path, words);
  }
});

/** A page laid where nobody looks for it is never shown, and nothing says so. */
export const strays = projectRule('strays', 'error', (project) =>
  project.strays.map((path) => {
    const [name = '', ...folders] = path.split('/').reverse();
    const folder = collectionNames.find((one) => folders.includes(one));
    const bare = name.replace(/(?:\.(?:mdx?|markdown|docx?|rtf|odt))+$/i, '');
    return atFile(path, {
      found: `a page outside of content/, where nobody looks for it`,
      allowed: `pages lie in content/, each in the folder of its kind: ${collectionNames.join(', ')}`,
      cure: `move it to content/${folder ?? 'webinars'}/${bare}.mdx${folder ? '' : ', if it is a webinar; else into the folder of its kind'} (on GitHub: “Edit”, and type the folders in front of the name)`,
    });
  }),
);
