/** Presenters, guests and partners: an expert of ours is named by file, each person once, one person an item. */
import type { Entry } from '../reading/entry.ts';
import { atField, type Finding, type Words } from '../finding.ts';
import { groupsIn } from '../reading/values.ts';
import { projectRule } from '../rule.ts';

const lists = ['presenters', 'guests', 'researchPartners', 'authors'];
/** Where a name leads to the page of an expert. */
const leading = new Set(['presenters', 'guests']);

/** A name without titles, degrees and signs: “Dr. Hildy  Saizow, PhD” is “hildy saizow”. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/,.*$/, '')
    .replace(/\b(?:dr|prof|professor|mr|mrs|ms|chief|captain|capt|sergeant|sgt|lieutenant|lt)\b\.?/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The family name first, capitals throughout, or a sign of a list behind it: readers see the name as it stands. */
const nameFault = (name: string, isOrganization: boolean): Words | undefined => {
  const trimmed = name.trim();
  const tail = /[;,]$/.exec(trimmed)?.[0];
  if (tail) return { found: `“${tail}” at the end of a name: ${trimmed}`, cure: `write ${trimmed.slice(0, -1)}` };
  const [, family, given] = /^(\p{Lu}[\p{L}’'-]+), (\p{Lu}[\p{L}’'-]*\p{Ll}\.?(?: \p{Lu}\.)?)$/u.exec(trimmed) ?? [];
  if (family && given && !/^(?:Jr|Sr|Esq|PhD|Ed|EdD|Psy|PsyD)\.?$/.test(given))
    return isOrganization
      ? {
          found: `a person in place of an organization: ${trimmed}`,
          cure: `give the person two lines, given: ${given}, and under it family: ${family}`,
        }
      : { found: `the family name first: ${trimmed}`, cure: `write ${given} ${family}` };
  const [, first, last] = /^(\p{Lu}\p{Ll}+ \p{Lu}\.) (\p{Lu}\p{Ll}+)$/u.exec(trimmed) ?? [];
  if (isOrganization)
    return first &&
      last &&
      !/^(?:Associates|Center|College|Company|Foundation|Fund|Group|Institute|Library|School|Society|Trust|University)$/.test(
        last,
      )
      ? {
          found: `a person in place of an organization: ${trimmed}`,
          cure: `give the person two lines, given: ${first}, and under it family: ${last}`,
        }
      : undefined;
  if (!/\p{Lu}/u.test(trimmed))
    return { found: `a name without capitals: ${trimmed}`, cure: 'write it with the capitals that it has in print' };
  const [, person, rest] =
    /^([^,]+), (.*\b(?:Agency|Bureau|Chief|CNA|College|Corporation|Department|Director|Institute|Office|PD|Police|Professor|Sheriff|University)\b.*)$/.exec(
      trimmed,
    ) ?? [];
  if (person && rest)
    return {
      found: `more than a name: ${trimmed}`,
      cure: `write ${person}, and what the person was on a line of its own under it, “role:” or “affiliation:” ${rest}`,
    };
  const words = trimmed.split(/\s+/).filter((word) => /\p{L}{3,}/u.test(word));
  if (words.length > 1 && words.every((word) => word === word.toUpperCase() && word !== word.toLowerCase()))
    return { found: `a name all in capitals: ${trimmed}`, cure: 'write it with capitals at the beginnings alone' };
  return undefined;
};

/** Given and family name that were taken for each other, or for one. */
const partsFault = (family: string, given: string): Words | undefined => {
  if (/(?:^|\s)\p{Lu}\.$/u.test(family))
    return {
      found: `an initial at the end of a family name: ${family}`,
      cure: 'write the first names and initials under “given:”, and the family name under “family:”',
    };
  if (given && family.startsWith(`${given} `))
    return {
      found: `the first name in the family name too: ${family}`,
      cure: `write ${family.slice(given.length + 1)}`,
    };
  return /\p{Lu}/u.test(family)
    ? undefined
    : { found: `a family name without a capital: ${family}`, cure: 'write it with the capital that it has in print' };
};

function* inList(entry: Entry, field: string, experts: ReadonlyMap<string, string>): Iterable<Finding> {
  const seen = new Set<string>();
  for (const [index, person] of groupsIn(entry.frontmatter.values[field])) {
    const { name, expert, given, family, organization } = person;
    const path = [field, index, ['expert', 'name', 'family', 'organization'].find((one) => person[one]) ?? 'name'];
    const words = [name ?? given, family, organization].filter((part) => typeof part === 'string').join(' ');
    const [first = '', second = ''] = words.split(/ (?:and|&|\/|with) |; /).map((part) => part.trim());
    if (field !== 'authors' && first.includes(' ') && second.includes(' ')) {
      yield atField(entry, path, {
        found: `two people in one name: ${words}`,
        cure: `give each an item of their own: “- name: ${first}” and “- name: ${second}”`,
      });
      continue;
    }
    const typed = name ?? organization;
    const amiss = typeof typed === 'string' ? nameFault(typed, organization !== undefined) : undefined;
    if (amiss) yield atField(entry, path, amiss);
    const parts = typeof family === 'string' ? partsFault(family.trim(), String(given ?? '').trim()) : undefined;
    if (parts) yield atField(entry, [field, index, 'family'], parts);
    const id = typeof expert === 'string' ? expert : experts.get(plain(words));
    const key = id ?? plain(words);
    if (key !== '' && seen.has(key))
      yield atField(entry, path, {
        found: `${words || String(expert)} stands here twice`,
        cure: 'take one of the two out',
      });
    else if (id !== undefined && typeof expert !== 'string' && leading.has(field))
      yield atField(entry, path, {
        found: `${words} has a page of their own here, which this name does not lead to`,
        cure: `write expert: ${id}`,
      });
    seen.add(key);
  }
}

export const people = projectRule('people', 'warning', function* (project) {
  const experts = new Map<string, string>();
  for (const id of project.idsOf.get('experts') ?? []) {
    const expert = project.byKey.get(`experts/${id}`);
    for (const name of [expert?.frontmatter.values['name'], expert?.title])
      if (typeof name === 'string' && plain(name)) experts.set(plain(name), id);
  }
  for (const entry of project.entries) for (const field of lists) yield* inList(entry, field, experts);
});
