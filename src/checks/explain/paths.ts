import type { Shape } from '../../kinds/shape.ts';
import { slugOf } from '../../lib/text.ts';
import { shown } from './shown.ts';
import type { Finding } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';

/** A path as it should be: in the folder of the entry’s name, small letters, no spaces. */
export const wrongPath = (typed: string, entry: Entry, shape: Shape): Pick<Finding, 'found' | 'allowed' | 'cure'> => {
  const name = typed.split(/[\\/]/).at(-1) ?? typed;
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot).toLowerCase();
  const isTranscript = shape.pattern?.includes('vtt') ?? false;
  const isRight = new RegExp(shape.pattern ?? '').test(`./x/y${ending}`);
  const path = `./${entry.id}/${slugOf(dot > 0 ? name.slice(0, dot) : name)}${isRight && dot > 0 ? ending : isTranscript ? '.vtt' : '.pdf'}`;
  const allowed = `the path of a file beside the entry begins with ./ and the name of the entry, in small letters, figures and hyphens${isTranscript ? ', and ends in .vtt' : ''}`;
  if (/^https?:\/\//i.test(typed))
    return {
      found: `${shown(typed)} is a web address, and a file beside the entry is wanted here`,
      cure: isTranscript ? `upload the transcript and write ${path}, or take the line out` : `write url: ${typed}`,
    };
  if (!isRight)
    return {
      found: shown(typed),
      allowed: isTranscript
        ? 'a transcript is a WebVTT file, which ends in .vtt'
        : 'a file ends in .pdf, .docx, .pptx, .xlsx or .csv',
      cure: `save it so, upload it to content/${entry.collection}/${entry.id}/ and write ${path}; or take the line out`,
    };
  return {
    found: `${shown(typed)} is not how a path is written`,
    allowed,
    cure: `write ${path}${name === path.split('/').at(-1) ? '' : ', and give the file that name'}`,
  };
};
