/** Turns what the schema says into words for an editor: what was found, what is allowed, what to do. */
import { noSuchDay } from '../../kinds/fields.ts';
import { complaintOf, type Complaint, type Issue, type IssueOf } from './complaint.ts';
import { dateFault } from './dates.ts';
import { fieldsIn, shown } from './examples.ts';
import { missingKey, unknownKeys } from './keys.ts';
import { emptyItem, nothingThere, wrongType } from './types.ts';
import { notInList, wrongDoi, wrongPath, wrongReference, wrongSize, wrongWebAddress } from './values.ts';
import { meantBy } from './other-words.ts';
import { fieldName, atField, type Finding, type Words } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';
import { offsetOf } from '../reading/positions.ts';
import type { Project } from '../reading/project.ts';

/** The branch of a union whose complaints are the fewest; unknown keys count double, unless they name what is missing. */
const bestBranch = (issue: IssueOf<'invalid_union'>, value: unknown): Issue[] => {
  if (typeof value !== 'object' || value === null) return [];
  const weight = (issues: readonly Issue[]): number => {
    const missing = issues.flatMap(({ code, path }) =>
      code === 'invalid_type' && path.length === 1 ? String(path[0]) : [],
    );
    return issues.reduce(
      (sum, one) =>
        sum +
        (one.code === 'unrecognized_keys'
          ? one.keys.reduce((all, key) => all + (meantBy(key, missing) ? -1 : 2), 0)
          : 1),
      0,
    );
  };
  return [...issue.errors].sort((a, b) => weight(a) - weight(b))[0] ?? [];
};

/** An item that is no group of fields at all. */
const noGroup = ({ value, around, entry, path }: Complaint): Words => {
  const items = around?.items;
  if (value === null) return emptyItem(items);
  const typed = String(value).slice(0, 60);
  const [, key = '', rest = ''] = /^(\w+):(\S.*)$/.exec(typed) ?? [];
  const start = offsetOf(entry, path);
  if (items?.anyOf?.some(({ properties }) => Object.hasOwn(properties ?? {}, key)))
    return {
      found: `no space after the colon: ${typed}`,
      cure: `write ${key}: ${rest}`,
      edits: entry.text.startsWith(`${key}:`, start)
        ? [{ start: start + key.length + 1, end: start + key.length + 1, text: ' ' }]
        : undefined,
    };
  const words = { found: `${shown(value)} alone`, allowed: `each item is a group of fields: ${fieldsIn(items)}` };
  if (!items?.anyOf?.some(({ properties }) => properties?.['family'])) {
    const [name = 'name'] = Object.keys(items?.anyOf?.at(-1)?.properties ?? {});
    return { ...words, cure: `write such as “${name}: ${typed}”` };
  }
  // A person is no organization.
  const [family = '', given = ''] = typed.includes(',')
    ? typed.split(/\s*,\s*/)
    : (/^(.*)\s(\S+)$/.exec(typed) ?? []).slice(1).reverse();
  return {
    ...words,
    cure: `write a person as “given: ${given || '…'}” and under it “family: ${family || typed}”, an organization as “organization: ${typed}”`,
  };
};

const saidThere = ({ value, path }: Complaint): string => (value === undefined ? `“${fieldName(path)}”` : shown(value));

const wordsFor = (issue: Issue, complaint: Complaint): Words => {
  const { value, shape } = complaint;
  const isDate = shape?.kind === 'day' || shape?.kind === 'partial-date';
  // Rules over several fields speak for themselves.
  if (isDate && (issue.code !== 'custom' || issue.message === noSuchDay))
    return value === null ? nothingThere(complaint) : dateFault(complaint);
  // Rules over several fields speak for themselves here too.
  const isWhole = typeof value === 'string' && /^https?:\/\/\S+\.\S+$/.test(value) && issue.code === 'custom';
  if (shape?.kind === 'web-address' && typeof value === 'string' && !isWhole) return wrongWebAddress(value, complaint);
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue, complaint);
    case 'invalid_value':
      return notInList(issue, complaint);
    case 'too_small':
    case 'too_big':
      return wrongSize(issue, complaint);
    case 'invalid_format':
      if (shape?.references) return wrongReference(complaint);
      if (shape?.kind === 'file') return wrongPath(complaint);
      if (complaint.path.at(-1) === 'doi') return wrongDoi(issue.message, complaint);
      return { found: shown(value), allowed: shape?.description, cure: issue.message };
    case 'custom':
      return {
        found: typeof issue.params?.['found'] === 'string' ? issue.params['found'] : saidThere(complaint),
        cure: issue.message,
      };
    default:
      return { found: saidThere(complaint), cure: issue.message };
  }
};

const explainOne = (issue: Issue, entry: Entry, project: Project): Finding[] => {
  const complaint = complaintOf(issue, entry, project);
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, complaint);
  if (issue.code === 'invalid_union') {
    const inner = bestBranch(issue, complaint.value);
    return inner.length > 0
      ? inner.flatMap((one) => explainOne({ ...one, path: [...issue.path, ...one.path] }, entry, project))
      : [atField(entry, issue.path, noGroup(complaint))];
  }
  const isMissing = complaint.value === undefined && issue.path.length > 0 && issue.code !== 'custom';
  return isMissing ? missingKey(complaint) : [atField(entry, issue.path, wordsFor(issue, complaint))];
};

/** Findings for all that the schema says against an entry; one for each place. */
export const explain = (entry: Entry, project: Project): Finding[] => {
  const seen = new Set<string>();
  return entry.issues
    .flatMap((issue) => explainOne(issue, entry, project))
    .filter(({ line, column, path, found }) => {
      const key = `${line}:${column}:${path?.join('.')}:${found}`;
      return !seen.has(key) && Boolean(seen.add(key));
    });
};
