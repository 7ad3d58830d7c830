/** Pictures: there, ours, and described. */
import { dirname, posix } from 'node:path';
import { slugOf } from '../../lib/text.ts';
import { at, type Finding } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';
import { didYouMean } from '../../lib/nearest.ts';

/** An alt text that says nothing. */
const emptyWords =
  /^(image|picture|photo|photograph|graphic|figure|chart|logo|screenshot|img|untitled|alt|alt text|description|image of|picture of|photo of)?[\s\d._-]*$/i;
const imageEnding = /\.(webp|avif|png|jpe?g|svg|gif)$/i;

/** The address as a path; as it stands where its percent signs mean nothing. */
const decoded = (url: string): string => {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
};

const find: Find = (project) => {
  const paths = new Set(project.files.map(({ path }) => path));
  return project.entries.flatMap((entry): Finding[] =>
    (entry.body?.images ?? []).flatMap(({ url, alt, offset }): Finding[] => {
      const found: Finding[] = [];
      const say = (words: Pick<Finding, 'found' | 'allowed' | 'cure'>) => found.push(at(entry, offset, words));
      const name = posix.basename(url.replace(/[?#].*$/, '').replaceAll('\\', '/'));
      const dot = name.lastIndexOf('.');
      const own = `./${entry.id}/${dot > 0 ? `${slugOf(name.slice(0, dot))}${name.slice(dot).toLowerCase()}` : slugOf(name)}`;
      if (emptyWords.test(alt.trim()))
        say({
          found: alt.trim()
            ? `the picture’s description is only “${alt.trim()}”`
            : `the picture ${name} has no description`,
          allowed: 'people who do not see it hear the description',
          cure: `say in a few words what it shows: ![Line chart: shootings fell from 2010 to 2012](${url || `./${entry.id}/chart.png`})`,
        });
      else if (imageEnding.test(alt.trim()) || slugOf(alt) === slugOf(name.replace(imageEnding, '')))
        say({
          found: `the picture’s description is its file name, “${alt.trim()}”`,
          cure: 'say in a few words what it shows',
        });
      else if (alt.length > 250)
        say({
          found: `the picture’s description has ${alt.length} characters`,
          allowed: 'at most 250',
          cure: 'say the main thing there, and the rest in the text below',
        });
      if (url === '')
        say({ found: 'a picture without a file', cure: `write the path of the file: ./${entry.id}/chart.png` });
      else if (/^(https?:)?\/\//.test(url))
        say({
          found: `the picture is fetched from another site: ${url}`,
          allowed: 'readers’ browsers ask nobody else',
          cure: `save the file in content/${entry.collection}/${entry.id}/ if we may use it, and write ./${entry.id}/${name}; else take the picture out`,
        });
      else if (/^data:/.test(url))
        say({
          found: 'a picture pasted in as code',
          cure: `save it as a file in content/${entry.collection}/${entry.id}/ and write its path`,
        });
      else if (/\\/.test(url) && !/^[a-z]:|^\\\\|^file:/i.test(url))
        say({ found: `backslashes in the path of a picture: ${url}`, cure: `write ${own}` });
      else if (/^[a-z]:|^\\\\|^file:/i.test(url))
        say({
          found: `a path of your own computer: ${url}`,
          cure: `upload the file to content/${entry.collection}/${entry.id}/ and write ${own}`,
        });
      else if (/\.(?:pdf|docx?|pptx?|xlsx?|csv|vtt|mp4|mov)$/i.test(name))
        say({
          found: `${name} is no picture`,
          cure: /\.(?:mp4|mov)$/i.test(name)
            ? 'link to the video at its publisher: [the title of the video](the address)'
            : 'take the ! and the brackets out, and name the file among the fields: “materials:”, “- title: Slides”, “file: …”',
        });
      else if (url.startsWith('/')) {
        if (!project.publicFiles.has(url))
          say({
            found: `there is no file public${url}`,
            cure:
              didYouMean(url, project.publicFiles) ||
              `put it in content/${entry.collection}/${entry.id}/ and write ./${entry.id}/${name}`,
          });
      } else {
        const path = posix.join(dirname(entry.file), decoded(url));
        if (paths.has(path) && !/^\.{1,2}\//.test(url))
          say({ found: `a path without ./ in front: ${url}`, cure: `write ./${url}` });
        if (!paths.has(path)) {
          const near = [...paths]
            .filter((one) => one.startsWith(`content/${entry.collection}/${entry.id}/`))
            .map((one) => `./${posix.relative(`content/${entry.collection}`, one)}`);
          const inCapitals = near.find((one) => one.toLowerCase() === url.toLowerCase());
          say({
            found: `there is no file ${path}`,
            cure: inCapitals
              ? `capitals count: write ${inCapitals}`
              : didYouMean(url, near) ||
                `upload the picture to content/${entry.collection}/${entry.id}/ and write ${own}`,
          });
        }
      }
      return found;
    }),
  );
};

export const images = { id: 'images', severity: 'error', find } as const satisfies Rule;
