/** Turns what the schema says into words for an editor: what was found, what is allowed, what to do. */
import type { z } from 'zod';
import { noSuchDay } from '../schemas/fields.ts';
import { stateNames } from '../lib/states.ts';
import { counted, slugOf } from '../lib/text.ts';
import { dateFault } from './explain-date.ts';
import { wrongPath } from './explain-path.ts';
import type { Edit, Finding } from './fault.ts';
import { keyOffsetOf, offsetOf, scalarAt, type Frontmatter } from './frontmatter.ts';
import { didYouMean, nearest } from './nearest.ts';
import { meantBy } from './other-words.ts';
import { at, fieldName, type Entry, type Project } from './project.ts';
import { shown } from './shown.ts';
import { shapeAt, shapeOf, type Shape } from '../lib/shape.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const valueAt = (values: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    values,
  );

const sentence = (words: string | undefined): string => (words ? `: ${words}` : '');

/** An example line for a field, by what it is. */
const exampleOf = (name: string, shape: Shape | undefined): string => {
  if (!shape) return `${name}: …`;
  if (shape.kind === 'day') return `${name}: 2026-11-04`;
  if (shape.kind === 'partial-date') return `${name}: 2013-02-14`;
  if (shape.kind === 'web-address') return `${name}: https://www.smart-policing.com/…`;
  if (shape.enum) return `${name}: ${shape.enum[0]}`;
  if (shape.type === 'array')
    return shape.items?.references || shape.items?.type === 'string'
      ? `${name}: [first, second]`
      : `${name}:, and under it, two spaces in, “- ” with ${fieldsIn(shape.items)}`;
  if (shape.type === 'object') return `${name}:, and under it, two spaces in, ${fieldsIn(shape)}`;
  if (shape.type === 'integer' || shape.type === 'number') return `${name}: ${exampleNumber(name, shape)}`;
  return `${name}: …`;
};

/** A number of the kind wanted: the one that the description gives, never a limit. */
const exampleNumber = (name: string, shape: Shape | undefined): string =>
  /: (-?\d+(?:\.\d+)?)$/.exec(shape?.description ?? '')?.[1] ?? (/year|cohort|asOf/i.test(name) ? '2016' : '12');

const fieldsIn = (shape: Shape | undefined): string => {
  const one = (part: Shape) =>
    (part.required ?? Object.keys(part.properties ?? {})).map((key) => `“${key}:”`).join(', ');
  return shape?.anyOf ? shape.anyOf.map(one).join(' or ') : one(shape ?? {});
};

const typeWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

/** Replaces a whole scalar; undefined where there is none. */
const replaceScalar = (frontmatter: Frontmatter, path: Path, text: string): Edit[] | undefined => {
  const scalar = scalarAt(frontmatter, path);
  return scalar ? [{ start: scalar.start, end: scalar.end, text }] : undefined;
};

const quoted = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

type Words = Pick<Finding, 'found' | 'allowed' | 'cure' | 'edits'>;

const emptyItem = (shape: Shape | undefined): Words => ({
  found: 'nothing after the hyphen',
  cure: `write ${shape?.anyOf || shape?.properties ? fieldsIn(shape) : 'the item'} after it, or take the line out`,
});

/** A place typed as two numbers, as a map copies it: “40.1, -82.9”. */
const asPlace = (typed: string, shape: Shape | undefined): string | undefined => {
  const [, latitude, longitude] = /^(-?\d+(?:\.\d+)?)[,;\s]+(-?\d+(?:\.\d+)?)$/.exec(typed.trim()) ?? [];
  return shape?.properties?.['latitude'] && longitude
    ? `{ latitude: ${latitude}, longitude: ${longitude} }`
    : undefined;
};

/** The ids that the parts of a list were meant to be, where every one is one. */
const asIds = (
  parts: readonly string[],
  shape: Shape | undefined,
  project: Project | undefined,
): string[] | undefined => {
  const ids = shape?.references ? (project?.idsOf.get(shape.references) ?? []) : [];
  const meant = parts.map((part) => ids.find((id) => id === slugOf(part.replace(/\.mdx$/, ''))));
  return meant.length > 0 && meant.every((id) => id !== undefined) ? meant : undefined;
};

const wrongType = (
  issue: Issue & { code: 'invalid_type' },
  value: unknown,
  shape: Shape | undefined,
  entry: Entry,
  frontmatter: Frontmatter,
  project: Project | undefined,
): Words => {
  const name = String(issue.path.findLast((step) => typeof step === 'string') ?? '');
  const wanted = typeWords[shape?.type === 'integer' ? 'integer' : issue.expected] ?? issue.expected;
  if (value === null && typeof issue.path.at(-1) === 'number') return emptyItem(shape);
  if (value === null)
    return {
      found: `“${name}:” has nothing after it`,
      allowed: shape?.description,
      cure: `write ${exampleOf(name, shape)}, or take the line out if the field is not needed`,
    };
  if (issue.expected === 'string') {
    if (typeof value === 'number' || typeof value === 'boolean') {
      const raw = scalarAt(frontmatter, issue.path);
      const typed = raw ? entry.text.slice(raw.start, raw.end) : String(value);
      return {
        found: `${typed} without quotes is ${typeof value === 'number' ? 'a number' : 'a yes-or-no value'}, and text is wanted here`,
        cure: `put it in straight quotes: "${typed}"`,
        edits: replaceScalar(frontmatter, issue.path, quoted(typed)),
      };
    }
    if (Array.isArray(value))
      return {
        found: 'a list, and one line of text is wanted here',
        cure: 'write a single value, without brackets or hyphens',
      };
    if (typeof value === 'object') {
      const [key, rest] = Object.entries(value as Record<string, unknown>)[0] ?? ['', ''];
      return {
        found: `text was expected, and ${shown(value)} was read: a colon in the text is taken for a field`,
        cure: `put the whole text in straight quotes: "${key}: ${typeof rest === 'string' ? rest : '…'}"`,
      };
    }
  }
  if (issue.expected === 'number' || issue.expected === 'int') {
    const typed = String(value);
    const plain = typed.replaceAll(',', '').trim();
    const scalar = scalarAt(frontmatter, issue.path);
    if (/^-?\d+(\.\d+)?$/.test(plain))
      return {
        found: `${scalar?.quoted ? `"${typed}" in quotes is text` : `“${typed}” is no plain number`}, and ${wanted} is wanted here`,
        cure: `write ${plain}`,
        edits: replaceScalar(frontmatter, issue.path, plain),
      };
    if (typed.trim() === '')
      return { found: `“${name}:” is empty`, allowed: shape?.description, cure: `write ${wanted}` };
    return {
      found: `${shown(value)}, and ${wanted} is wanted here`,
      allowed: shape?.description,
      cure: `write figures alone, such as ${exampleNumber(name, shape)}, without words or signs, or take the line out`,
    };
  }
  if (issue.expected === 'boolean') {
    const typed = String(value).trim();
    const isYes = /^(?:yes|y|on|1|true)$/i.test(typed);
    const isNo = /^(?:no|n|off|0|false)$/i.test(typed);
    // A cross in a box most likely means yes: said, and left to a person.
    const isTicked = /^[x✓✔☒☑]$/i.test(typed);
    return {
      found: shown(value),
      allowed: 'true or false',
      cure: isYes || isTicked ? 'write true' : isNo ? 'write false' : 'write true or false, or take the line out',
      edits: isYes || isNo ? replaceScalar(frontmatter, issue.path, String(isYes)) : undefined,
    };
  }
  if (issue.expected === 'array') {
    if (typeof value === 'string') {
      const isList = shape?.items?.references !== undefined || shape?.items?.type === 'string';
      const scalar = scalarAt(frontmatter, issue.path);
      const typed = scalar ? entry.text.slice(scalar.start, scalar.end) : value;
      if (/\n/.test(typed.trim()))
        return {
          found: 'several lines without hyphens, and a list is wanted here',
          cure: isList
            ? 'put two spaces, a hyphen and a space in front of each line'
            : `put “- ” in front of each item under “${name}:”, with ${fieldsIn(shape?.items)}`,
        };
      const inner = /^\s*(?:\((.*)\)|\[(.*)\])\s*$/.exec(value)?.slice(1).find(Boolean) ?? value;
      const bare = inner
        .split(/\s*[,;]\s*/)
        .map((part) => part.replace(/^["'“”]|["'“”]$/g, '').trim())
        .filter(Boolean);
      const ids = asIds(bare, shape?.items, project);
      const parts = ids ?? bare;
      const isOne = isList && inner === value && parts.length === 1 && scalar !== undefined && /^[\w"']/.test(typed);
      return {
        found: `${shown(value)}, and a list is wanted here, even of one`,
        cure: isList
          ? `write ${name}: [${parts.join(', ')}]`
          : `begin a new line under “${name}:”, two spaces in, with “- ” and ${fieldsIn(shape?.items)}`,
        edits: isOne ? [{ start: scalar.start, end: scalar.end, text: `[${ids?.[0] ?? typed}]` }] : undefined,
      };
    }
    return {
      found: `${shown(value)}, and a list is wanted here`,
      cure: `put “- ” (hyphen, space) in front of each item under “${name}:”`,
    };
  }
  if (issue.expected === 'object') {
    const place = asPlace(String(value), shape);
    if (place)
      return {
        found: `${shown(value)}, and a group of fields is wanted here`,
        cure: `write ${name}: ${place}`,
      };
    const first = Object.values(shape?.properties ?? {})[0];
    if (typeof value === 'string' && (first?.kind !== undefined || first?.type !== 'string'))
      return {
        found: `${shown(value)} alone, and a group of fields is wanted here`,
        cure: `write under it, two spaces in, ${fieldsIn(shape)}, each on a line of its own${shape?.properties?.['reason'] ? '; or take the line out' : ''}`,
      };
    if (typeof value === 'string')
      return {
        found: `${shown(value)} alone, and a group of fields is wanted here`,
        allowed: `the fields are ${fieldsIn(shape)}`,
        cure: `write such as “${Object.keys(shape?.properties ?? { name: 0 })[0]}: ${value.slice(0, 60)}”`,
      };
    return {
      found: `${shown(value)}, and a group of fields is wanted here`,
      cure: `the fields are ${fieldsIn(shape)}`,
    };
  }
  return {
    found: `${shown(value)}, and ${wanted} is wanted here`,
    allowed: shape?.description,
    cure: 'correct the value',
  };
};

/** The branch of a union whose complaints are the fewest, its unknown keys counted double. */
const bestBranch = (issue: Issue & { code: 'invalid_union' }, value: unknown): Issue[] => {
  if (typeof value !== 'object' || value === null) return [];
  const weight = (issues: readonly Issue[]) =>
    issues.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? 2 * one.keys.length : 1), 0);
  return [...issue.errors].sort((a, b) => weight(a) - weight(b))[0] ?? [];
};

/** The field whose group holds a field of this name, where there is one. */
const ownerOf = (key: string, shape: Shape | undefined): string | undefined =>
  Object.entries(shape?.properties ?? {}).find(([, { properties, items }]) =>
    [properties, items?.properties, ...(items?.anyOf ?? []).map((one) => one.properties)].some((fields) =>
      Object.hasOwn(fields ?? {}, key),
    ),
  )?.[0];

/** What braces make of a number with a comma, and of a colon without its space. */
const slipOfGroup = (keys: readonly string[], value: unknown, known: readonly string[]): Words | undefined => {
  const group = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const empty = keys.filter((key) => group[key] === null);
  const figures = empty.find((key) => /^\d+$/.test(key));
  if (figures) return { found: `a comma inside a number, before “${figures}”`, cure: 'write a point: 40.1' };
  const glued = empty.filter((key) => known.includes(/^(\w+):\S/.exec(key)?.[1] ?? ''));
  return glued.length > 0
    ? {
        found: `no space after the colon: ${glued.join(', ')}`,
        cure: `write ${glued.map((key) => key.replace(':', ': ')).join(', ')}`,
      }
    : undefined;
};

const explainOne = (issue: Issue, entry: Entry, frontmatter: Frontmatter, project: Project | undefined): Finding[] => {
  const shape = shapeAt(shapeOf(entry.collection), issue.path, frontmatter.values);
  const value = valueAt(frontmatter.values, issue.path);
  const place = (words: Words, offset = offsetOf(frontmatter, issue.path)): Finding[] => [
    at(entry, offset, { field: fieldName(issue.path) || undefined, ...words }),
  ];

  const isNeeded =
    shapeAt(shapeOf(entry.collection), issue.path.slice(0, -1), frontmatter.values)?.required?.includes(
      String(issue.path.at(-1)),
    ) ?? true;

  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shape?.properties ?? {});
    const free = known.filter((key) => (value as Record<string, unknown> | undefined)?.[key] === undefined);
    const slip = slipOfGroup(issue.keys, value, known);
    if (slip) return place(slip);
    return issue.keys.map((key) => {
      const meant = meantBy(key, known);
      const guess = meant ?? nearest(key, free, 1)[0] ?? nearest(key, known, 1)[0];
      const offset = keyOffsetOf(frontmatter, issue.path, key);
      const owner = issue.path.length === 0 && guess === undefined ? ownerOf(key, shape) : undefined;
      if (owner)
        return at(entry, offset, {
          field: key,
          found: `“${key}:” stands at the left edge, and belongs under “${owner}:”`,
          cure: `put spaces in front, as many as the lines beside it have (${shape?.properties?.[owner]?.type === 'array' ? 'four' : 'two'})`,
        });
      const sameWord =
        guess !== undefined && guess.toLowerCase() === key.toLowerCase().replace(/[\s_-]/g, '') && free.includes(guess);
      return at(entry, offset, {
        field: fieldName([...issue.path, key]),
        found: `“${key}” is no field of ${issue.path.length === 0 ? `an entry in content/${entry.collection}/` : `“${fieldName(issue.path)}”`}`,
        allowed: guess ? `did you mean “${guess}”?` : `the fields are ${known.join(', ')}`,
        cure: guess ? 'correct the name, or take the line out' : 'take the line out, or use one of these',
        edits: sameWord ? [{ start: offset, end: offset + key.length, text: guess }] : undefined,
      });
    });
  }

  if (issue.code === 'invalid_union') {
    if (value === null)
      return place(emptyItem(shapeAt(shapeOf(entry.collection), issue.path.slice(0, -1), frontmatter.values)?.items));
    const inner = bestBranch(issue, value);
    if (inner.length > 0)
      return inner.flatMap((one) =>
        explainOne({ ...one, path: [...issue.path, ...one.path] } as Issue, entry, frontmatter, project),
      );
    const branches = shapeOf(entry.collection);
    const items = shapeAt(branches, issue.path.slice(0, -1), frontmatter.values)?.items;
    return place({
      found: `${shown(value)} alone`,
      allowed: `each item is a group of fields: ${fieldsIn(items)}`,
      cure: `write such as “${Object.keys(items?.anyOf?.at(-1)?.properties ?? { name: 0 })[0]}: ${String(value).slice(0, 60)}”`,
    });
  }

  if (value === undefined && issue.path.length > 0 && issue.code !== 'custom') {
    const name = String(issue.path.at(-1));
    const parent = issue.path.slice(0, -1);
    const offset = parent.length === 0 ? 0 : offsetOf(frontmatter, parent);
    // A field with a kindred name that stands there unknown is the same fault, told once as a misspelling.
    const parentValue = parent.length === 0 ? frontmatter.values : valueAt(frontmatter.values, parent);
    const known = Object.keys(shapeAt(shapeOf(entry.collection), parent, frontmatter.values)?.properties ?? {});
    const misspelled = Object.keys((parentValue as object | undefined) ?? {}).find(
      (key) => !known.includes(key) && (meantBy(key, known) ?? nearest(key, [name, ...known], 1)[0]) === name,
    );
    // The same for a colon without its space: {latitude:40.1}.
    if (Object.keys((parentValue as object | undefined) ?? {}).some((key) => key.startsWith(`${name}:`))) return [];
    if (misspelled) return [];
    return [
      at(entry, offset, {
        field: fieldName(issue.path),
        found:
          parent.length === 0 ? `the field “${name}” is missing` : `“${name}” is missing in “${fieldName(parent)}”`,
        allowed: shape?.description,
        cure: `add a line such as “${exampleOf(name, shape)}”${parent.length === 0 ? ' between the two lines of ---' : ''}`,
      }),
    ];
  }

  const isOtherRule = issue.code === 'custom' && issue.message !== noSuchDay;
  if ((shape?.kind === 'day' || shape?.kind === 'partial-date') && !isOtherRule) {
    if (value === null)
      return place(
        wrongType(
          { ...issue, code: 'invalid_type', expected: 'string' } as Issue & { code: 'invalid_type' },
          value,
          shape,
          entry,
          frontmatter,
          project,
        ),
      );
    const { to, ...words } = dateFault(shape, value);
    return place({ ...words, edits: to ? replaceScalar(frontmatter, issue.path, to) : undefined });
  }

  if (shape?.kind === 'web-address' && typeof value === 'string') {
    const typed = value.trim();
    const isBare = /^(www\.)?[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(typed);
    const clean = typed.replace(/^<(.*)>$/, '$1').replace(/^(https?):?\/*(?:https?:\/\/)?\s*(?=[\w-]+\.)/i, '$1://');
    if (clean !== typed && URL.canParse(clean) && !/\s/.test(clean))
      return place({
        found: `${shown(value)} is no whole web address`,
        cure: `write ${clean}`,
        edits: replaceScalar(frontmatter, issue.path, clean),
      });
    return place({
      found: `${shown(value)} is no whole web address`,
      allowed: 'it begins with https:// or http:// and has no spaces',
      cure: isBare
        ? `write https://${typed}`
        : /\s/.test(typed)
          ? 'copy it again from the address bar, without spaces'
          : 'copy it from the address bar of the page',
      edits: isBare ? replaceScalar(frontmatter, issue.path, `https://${typed}`) : undefined,
    });
  }

  switch (issue.code) {
    case 'invalid_type':
      return place(wrongType(issue, value, shape, entry, frontmatter, project));
    case 'invalid_value': {
      const values = issue.values.map(String);
      const typed = String(value ?? '');
      if (value === null || typed.trim() === '')
        return place({
          found: `“${fieldName(issue.path)}:” is empty`,
          allowed:
            values.length > 20 ? 'the postal code of a state, two capital letters' : `one of ${values.join(', ')}`,
          cure: isNeeded ? 'write one of these' : 'write one of these, or take the line out',
        });
      const stateCode = shape?.enum?.includes('AL')
        ? Object.entries(stateNames).find(
            ([, name]) => name.toLowerCase() === typed.toLowerCase().replace(/\.$/, ''),
          )?.[0]
        : undefined;
      const same =
        values.find((one) => one === slugOf(typed)) ??
        values.find((one) => one.toLowerCase() === typed.toLowerCase().trim()) ??
        stateCode;
      return place({
        found: `${shown(value)} is not one of the words allowed here`,
        allowed:
          values.length > 20 ? 'the postal code of a state, two capital letters' : `allowed: ${values.join(', ')}`,
        cure: same
          ? `write ${same}`
          : didYouMean(typed, values) ||
            (values.length > 20 ? 'write such as MA' : 'write one of these, letter by letter'),
        edits: same ? replaceScalar(frontmatter, issue.path, same) : undefined,
      });
    }
    case 'too_small':
    case 'too_big': {
      if (typeof value === 'string') {
        if (issue.code === 'too_small')
          return place({
            found: `“${fieldName(issue.path)}:” is empty`,
            allowed: shape?.description,
            cure: isNeeded ? 'write something between the quotes' : 'write something, or take the whole line out',
          });
        const over = value.trim().length - Number(issue.maximum);
        return place({
          found: `${value.trim().length} characters`,
          allowed: `at most ${issue.maximum}`,
          cure: `shorten it by ${counted(over, 'character')} or more`,
        });
      }
      if (Array.isArray(value))
        return place({
          found: value.length === 0 ? 'the list is empty' : counted(value.length, 'item'),
          allowed: shape?.description,
          cure: /^Too/.test(issue.message) ? 'name at least one' : issue.message,
        });
      const limit =
        issue.code === 'too_small'
          ? `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
          : `at most ${issue.maximum}`;
      return place({
        found: shown(value),
        allowed: `allowed is ${limit}${sentence(shape?.description)}`,
        cure: /^Too|^Invalid/.test(issue.message) ? 'correct the figure' : issue.message,
      });
    }
    case 'invalid_format': {
      if (shape?.references) {
        const ids = project?.idsOf.get(shape.references) ?? [];
        const bare = slugOf(
          String(value)
            .replace(/\.mdx?$/i, '')
            .split('/')
            .filter(Boolean)
            .at(-1) ?? '',
        );
        const exact = ids.find((id) => id === bare);
        const several = String(value)
          .split(/\s*[;/|]\s*|\s+and\s+/)
          .map((part) => ids.find((id) => id === slugOf(part)));
        if (exact === undefined && several.length > 1 && several.every((id) => id !== undefined))
          return place({
            found: `${shown(value)}: two names as one`,
            cure: `put a comma between them: ${several.join(', ')}`,
          });
        return place({
          found: `${shown(value)} is no file name of an entry in content/${shape.references}/`,
          allowed: 'small letters and hyphens, without folder or “.mdx”',
          cure: exact
            ? `write ${exact}`
            : didYouMean(bare, ids) || `write the name of a file in content/${shape.references}/, without “.mdx”`,
          edits: exact ? replaceScalar(frontmatter, issue.path, exact) : undefined,
        });
      }
      if (shape?.kind === 'file') return place(wrongPath(String(value), entry, shape));
      return place({ found: shown(value), allowed: shape?.description, cure: issue.message });
    }
    default:
      return place({
        found: value === undefined ? `“${fieldName(issue.path)}”` : shown(value),
        allowed: undefined,
        cure: issue.message,
      });
  }
};

/** Findings for all that the schema says against an entry; one for each place. */
export const explain = (entry: Entry, project?: Project): Finding[] => {
  const { frontmatter } = entry;
  if (!frontmatter) return [];
  const seen = new Set<string>();
  return entry.issues
    .flatMap((issue) => explainOne(issue, entry, frontmatter, project))
    .filter(({ line, column, field, found }) => {
      const key = `${line}:${column}:${field}:${found}`;
      return !seen.has(key) && Boolean(seen.add(key));
    });
};
