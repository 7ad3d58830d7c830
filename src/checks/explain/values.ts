/** The kind of value is right, and what it says is not: a word that is not in the list, too long, no web address, no such entry. */
import { stateNames } from '../../lib/states.ts';
import { counted, fileNameOf, slugOf } from '../../lib/text.ts';
import { idsFor, type Complaint, type IssueOf } from './complaint.ts';
import { shown } from './examples.ts';
import { fieldName, type Words } from '../finding.ts';
import { replaceScalar } from '../reading/positions.ts';
import { didYouMean } from '../../lib/nearest.ts';

/** So many words are not listed; they are the states. */
const mostListed = 20;

export const notInList = (issue: IssueOf<'invalid_value'>, complaint: Complaint): Words => {
  const { value, shape, path, isNeeded, entry } = complaint;
  const values = issue.values.map(String);
  const isState = values.length > mostListed;
  const aState = 'the postal code of a state, two capital letters';
  const typed = String(value ?? '');
  if (typed.trim() === '')
    return {
      found: `“${fieldName(path)}:” is empty`,
      allowed: isState ? aState : `one of ${values.join(', ')}`,
      cure: isNeeded ? 'write one of these' : 'write one of these, or take the line out',
    };
  const stateCode = shape?.enum?.includes('AL')
    ? Object.entries(stateNames).find(([, name]) => name.toLowerCase() === typed.toLowerCase().replace(/\.$/, ''))?.[0]
    : undefined;
  const same =
    values.find((one) => one === slugOf(typed)) ??
    values.find((one) => one.toLowerCase() === typed.toLowerCase().trim()) ??
    stateCode;
  return {
    found: `${shown(value)} is not one of the words allowed here`,
    allowed: isState ? aState : `allowed: ${values.join(', ')}`,
    cure: same
      ? `write ${same}`
      : didYouMean(typed, values) || (isState ? 'write such as MA' : 'write one of these, letter by letter'),
    edits: same ? replaceScalar(entry, path, same) : undefined,
  };
};

const wrongLength = (issue: IssueOf<'too_small' | 'too_big'>, value: string, complaint: Complaint): Words => {
  const { shape, path, isNeeded } = complaint;
  if (issue.code === 'too_small')
    return {
      found: `“${fieldName(path)}:” is empty`,
      allowed: shape?.description,
      cure: isNeeded ? 'write something there' : 'write something, or take the whole line out',
    };
  const { length } = value.trim();
  return {
    found: `${length} characters`,
    allowed: `at most ${issue.maximum}`,
    cure: `shorten it by ${counted(length - Number(issue.maximum), 'character')} or more`,
  };
};

export const wrongSize = (issue: IssueOf<'too_small' | 'too_big'>, complaint: Complaint): Words => {
  const { value, shape } = complaint;
  if (typeof value === 'string') return wrongLength(issue, value, complaint);
  if (Array.isArray(value))
    return {
      found: value.length === 0 ? 'the list is empty' : counted(value.length, 'item'),
      allowed: shape?.description,
      cure: /^Too/.test(issue.message) ? 'name at least one' : issue.message,
    };
  const limit =
    issue.code === 'too_small'
      ? `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
      : `at most ${issue.maximum}`;
  return {
    found: shown(value),
    allowed: `allowed is ${limit}${shape?.description ? `: ${shape.description}` : ''}`,
    cure: /^Too|^Invalid/.test(issue.message) ? 'correct the figure' : issue.message,
  };
};

export const wrongReference = (complaint: Complaint): Words => {
  const { value, shape, project, entry, path } = complaint;
  const typed = String(value);
  if (shape?.references === 'any')
    return {
      found: `${shown(value)} names no entry`,
      allowed: 'the folder and the file name of an entry, without “.mdx”',
      cure: didYouMean(typed, [...project.byKey.keys()]) || 'write it like program-profiles/boston-massachusetts-2009',
    };
  const ids = idsFor(shape, project);
  const bare = slugOf(
    typed
      .replace(/\.mdx?$/i, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '',
  );
  const exact = ids.find((id) => id === bare);
  const several = typed.split(/\s*[;/|]\s*|\s+and\s+/).map((part) => ids.find((id) => id === slugOf(part)));
  if (exact === undefined && several.length > 1 && several.every((id) => id !== undefined))
    return {
      found: `${shown(value)}: two names as one`,
      cure: `put a comma between them: ${several.join(', ')}`,
    };
  const folder = `content/${shape?.references}/`;
  return {
    found: `${shown(value)} is no file name of an entry in ${folder}`,
    allowed: 'small letters and hyphens, without folder or “.mdx”',
    cure: exact ? `write ${exact}` : didYouMean(bare, ids) || `write the name of a file in ${folder}, without “.mdx”`,
    edits: exact ? replaceScalar(entry, path, exact) : undefined,
  };
};

/** The address that was meant by “https//…”, “htpp://…”, “doi:10.…” or one in brackets or quotes; undefined where none can be made out. */
export const meantAddress = (typed: string): string | undefined => {
  const bare = typed
    .trim()
    .replace(/^\[[^\]]*\]\((.*)\)$/, '$1')
    .replace(/^[<“”"‘’']+|[>“”"‘’']+$/g, '');
  const clean = bare
    .replace(/^(?:doi:\s*|(?:dx\.)?doi\.org\/)(?=10\.)/i, 'https://doi.org/')
    .replace(
      /^(h[tps]{2,5}(?::\/*|\/+))(h[tps]{2,5}(?::\/*|\/+))?\s*(?=[\w-]+\.)/i,
      (_, first: string, second?: string) => (/s/i.test(second ?? first) ? 'https://' : 'http://'),
    );
  return clean.toLowerCase() !== typed.toLowerCase() && /^https?:\/\/\S+\.\S+$/.test(clean) && URL.canParse(clean)
    ? clean
    : undefined;
};

export const wrongDoi = (cure: string, { value, entry, path }: Complaint): Words => {
  const typed = String(value);
  const bare = typed.replace(/[\s>]+$/, '').replace(/^(https?:[^?#]*).*/i, '$1');
  // Beside the slash no space can be meant; further on, what follows it may be no part of the DOI.
  const whole = bare.replace(/^(10\.\d{4,9})\s*\/\s*/, '$1/');
  const [, lead = '', doi] = /^(.*?)(10\.\d{4,9}\/[^\s<>\u2010-\u2015\u2212]+)$/.exec(whole) ?? [];
  if (!doi) return { found: shown(typed), cure };
  // A publisher’s address may go on behind the DOI.
  const isSure = /^(?:https?:\/\/(?:www\.|dx\.)?doi\.org\/|doi:?\s*|<)?$/i.test(lead);
  return {
    found: shown(typed),
    cure: isSure ? `write ${doi}` : `write the DOI alone: ${doi}, if that is all of it`,
    edits: isSure ? replaceScalar(entry, path, doi) : undefined,
  };
};

export const wrongWebAddress = (value: string, { entry, path }: Complaint): Words => {
  const typed = value.trim();
  const found = `${shown(value)} is no whole web address`;
  const clean = meantAddress(typed);
  if (clean) return { found, cure: `write ${clean}`, edits: replaceScalar(entry, path, clean) };
  if (/^[^\s/]+\.(?:pdf|docx?|pptx?|xlsx?|csv|txt|html?|mdx?|png|jpe?g|mp[34]|vtt)$/i.test(typed))
    return {
      found: `${shown(typed)} is the name of a file, not a web address`,
      cure: 'write its address at the publisher, with https:// in front, or take the line out',
    };
  const [one, other] = typed.match(/https?:\/\/[^\s;,]+/g) ?? [];
  if (one && other)
    return {
      found: `${shown(typed)} are two web addresses`,
      allowed: 'the field holds one',
      cure: `keep the one that leads to it, such as ${one}; the other may stand under “sources:” or in the text`,
    };
  const isBare = /^(www\.)?[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(typed);
  return {
    found,
    allowed: 'it begins with https:// or http:// and has no spaces',
    cure: isBare
      ? `write https://${typed}`
      : /\s/.test(typed)
        ? 'copy it again from the address bar, without spaces'
        : 'copy it from the address bar of the page',
    edits: isBare ? replaceScalar(entry, path, `https://${typed}`) : undefined,
  };
};

/** A path as it should be: in the folder of the entry’s name, small letters, no spaces. */
export const wrongPath = ({ value, entry, shape }: Complaint): Words => {
  const typed = String(value);
  const name = typed.split(/[\\/]/).at(-1) ?? typed;
  const right = fileNameOf(name);
  const isTranscript = shape?.pattern?.includes('vtt') ?? false;
  const isKind = new RegExp(shape?.pattern ?? '').test(`./x/${right}`);
  const path = `./${entry.id}/${isKind ? right : `${right.replace(/\.[^.]*$/, '')}${isTranscript ? '.vtt' : '.pdf'}`}`;
  if (/^https?:\/\//i.test(typed))
    return {
      found: `${shown(typed)} is a web address, and a file beside the entry is wanted here`,
      cure: isTranscript ? `upload the transcript and write ${path}, or take the line out` : `write url: ${typed}`,
    };
  if (!isKind)
    return {
      found: shown(typed),
      allowed: isTranscript
        ? 'a transcript is a WebVTT file, which ends in .vtt'
        : 'a file ends in .pdf, .docx, .pptx, .xlsx or .csv',
      cure: `save it so, upload it to content/${entry.collection}/${entry.id}/ and write ${path}; or take the line out`,
    };
  return {
    found: `${shown(typed)} is not how a path is written`,
    allowed: `the path of a file beside the entry begins with ./ and the name of the entry, in small letters, figures and hyphens${isTranscript ? ', and ends in .vtt' : ''}`,
    cure: `write ${path}${name === right ? '' : ', and give the file that name'}`,
  };
};
