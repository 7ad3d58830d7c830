/** Pictures: there, ours, and described. */
import { dirname, posix } from 'node:path';
import type { Entry } from '../reading/entry.ts';
import { filesBeside, type Project } from '../reading/project.ts';
import { decodedPath, fileNameOf, slugOf } from '../../lib/text.ts';
import { at, type Words } from '../finding.ts';
import { entryRule } from '../rule.ts';
import { didYouMean } from '../../lib/nearest.ts';

/** An alt text that says nothing. */
const emptyWords =
  /^(image|picture|photo|photograph|graphic|figure|chart|logo|screenshot|img|untitled|alt|alt text|description|image of|picture of|photo of)?(?:[\s\d._:()-]|\b(?:at|am|pm)\b)*$/i;
/** What Word and PowerPoint guess of a picture. */
const guessed = /\bdescription automatically generated\b|\bai-generated content may be incorrect\b/i;
const imageEnding = /\.(webp|avif|png|jpe?g|svg|gif)$/i;

/** What is wrong with the description of a picture. */
const altFault = (alt: string, url: string, name: string, entry: Entry): Words | undefined => {
  if (emptyWords.test(alt.trim()))
    return {
      found: alt.trim()
        ? `the picture’s description is only “${alt.trim()}”`
        : `the picture ${name} has no description`,
      allowed: 'people who do not see it hear the description',
      cure: `say in a few words what it shows: ![Line chart: shootings fell from 2010 to 2012](${url || `./${entry.id}/chart.png`})`,
    };
  if (guessed.test(alt.replace(/\s+/g, ' ')))
    return {
      found: `the picture’s description is the guess of a program: “${alt.trim().replace(/\s+/g, ' ').slice(0, 60)}”`,
      cure: 'look at the picture, and say in a few words what it shows',
    };
  if (imageEnding.test(alt.trim()) || slugOf(alt) === slugOf(name.replace(imageEnding, '')))
    return {
      found: `the picture’s description is its file name, “${alt.trim()}”`,
      cure: 'say in a few words what it shows',
    };
  if (alt.length <= 250) return undefined;
  return {
    found: `the picture’s description has ${alt.length} characters`,
    allowed: 'at most 250',
    cure: 'say the main thing there, and the rest in the text below',
  };
};

/** What is wrong with the address of a picture, other than that no file lies there. */
const addressFault = (url: string, name: string, own: string, entry: Entry): Words | undefined => {
  const folder = `content/${entry.collection}/${entry.id}/`;
  if (url === '')
    return { found: 'a picture without a file', cure: `write the path of the file: ./${entry.id}/chart.png` };
  if (/^(https?:)?\/\//.test(url))
    return {
      found: `the picture is fetched from another site: ${url}`,
      allowed: 'readers’ browsers ask nobody else',
      cure: `save the file in ${folder} if we may use it, and write ./${entry.id}/${name}; else take the picture out`,
    };
  if (/^data:/.test(url))
    return { found: 'a picture pasted in as code', cure: `save it as a file in ${folder} and write its path` };
  if (/^[a-z]:|^\\\\|^file:/i.test(url))
    return { found: `a path of your own computer: ${url}`, cure: `upload the file to ${folder} and write ${own}` };
  if (/\\/.test(url)) return { found: `backslashes in the path of a picture: ${url}`, cure: `write ${own}` };
  if (/\.(?:pdf|docx?|pptx?|xlsx?|csv|vtt|mp4|mov)$/i.test(name))
    return {
      found: `${name} is no picture`,
      cure: /\.(?:mp4|mov)$/i.test(name)
        ? 'link to the video at its publisher: [the title of the video](the address)'
        : 'take the ! and the brackets out, and name the file among the fields: “materials:”, “- title: Slides”, “file: …”',
    };
  return undefined;
};

const fileFault = (url: string, name: string, own: string, entry: Entry, project: Project): Words | undefined => {
  const folder = `content/${entry.collection}/${entry.id}/`;
  if (url.startsWith('/'))
    return project.publicFiles.has(url)
      ? undefined
      : {
          found: `there is no file public${url}`,
          cure: didYouMean(url, project.publicFiles) || `put it in ${folder} and write ./${entry.id}/${name}`,
        };
  const path = posix.join(dirname(entry.file), decodedPath(url));
  if (project.files.some((file) => file.path === path))
    return /^\.{1,2}\//.test(url) ? undefined : { found: `a path without ./ in front: ${url}`, cure: `write ./${url}` };
  const near = filesBeside(project, entry);
  const inCapitals = near.find((one) => one.toLowerCase() === url.toLowerCase());
  return {
    found: `there is no file ${path}`,
    cure: inCapitals
      ? `capitals count: write ${inCapitals}`
      : didYouMean(url, near) || `upload the picture to ${folder} and write ${own}`,
  };
};

export const images = entryRule('images', 'error', function* (entry, project) {
  for (const { url, alt, offset } of entry.body.images) {
    const name = posix.basename(url.replace(/[?#].*$/, '').replaceAll('\\', '/'));
    const own = `./${entry.id}/${fileNameOf(name)}`;
    const faults = [
      altFault(alt, url, name, entry),
      addressFault(url, name, own, entry) ?? fileFault(url, name, own, entry, project),
    ];
    for (const words of faults) if (words) yield at(entry, offset, words);
  }
});
