/** Names as people write them: family name first or last, with Jr. or III, with an agency or a role behind. Pure. */

/** An expert who has a page here. */
export interface Expert {
  id: string;
  name: string;
  familyName: string;
}

/** What was understood of a name, with words for the editor; or why it was not. */
export interface Named {
  value?: Record<string, string>;
  note?: string;
  problem?: string;
}

const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const degrees = /^(?:ph\.?\s?d|m\.?a|m\.?s|j\.?d|ed\.?d|m\.?p\.?[ap]|m\.?b\.?a|b\.?a|esq)\.?$/i;
const titles =
  /^(?:(?:dr|mr|mrs|ms|prof|professor|chief|deputy|captain|capt|lieutenant|lt|sergeant|sgt|commander|officer)\.?\s+)+/i;
const particles = new Set(['van', 'von', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'la', 'le', 'ter']);
const organizations =
  /\b(?:administration|agency|association|attorney|authority|bureau|center|centre|city|college|commission|consulting|corporation|council|county|department|division|district|foundation|group|inc|initiative|institute|laboratory|llc|office|partners|police|program|school|sheriff|society|state|university|of|for)\b/i;
const roles =
  /\b(?:moderator|host|panelist|facilitator|chair|speaker|presenter|discussant|researcher|analyst|director|interviewer)\b/i;

const partsOf = (text: string, by: string | RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);
const wordsOf = (text: string): string[] => partsOf(text, /\s+/);

/** “CNA”, “Temple University”; not “Jordan Example”. */
const isOrganization = (text: string): boolean =>
  organizations.test(text) || /^[A-Z][A-Z&]+$/.test(text.trim()) || wordsOf(text).length < 2;

const isInitials = (word: string): boolean => /^(?:\p{Lu}\.?-?)+$/u.test(word);

/** “Jordan B. van Example Jr.” in its parts. */
export const splitName = (name: string): { given: string; family: string; suffix?: string } => {
  const words = wordsOf(name.replace(/,/g, ' '));
  const suffix = words.length > 2 && suffixes.test(words.at(-1) ?? '') ? words.pop() : undefined;
  let from = words.length - 1;
  while (from > 1 && particles.has(words[from - 1] ?? '')) from -= 1;
  return {
    given: words.slice(0, from).join(' '),
    family: words.slice(Math.max(from, 0)).join(' '),
    ...(suffix ? { suffix } : {}),
  };
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** The expert whose name this is: the same family name and first name (or nickname), and no other middle initial. */
const expertNamed = (text: string, experts: readonly Expert[]): Expert | undefined => {
  const byId = experts.find(({ id }) => id === text.trim());
  if (byId) return byId;
  const bare = text.trim().replace(titles, '');
  const typed = splitName(partsOf(bare, ',').filter((part) => !suffixes.test(part) && !degrees.test(part))[0] ?? '');
  const [first = '', ...middle] = wordsOf(plain(typed.given));
  if (first === '') return undefined;
  const found = experts.filter(({ name, familyName }) => {
    if (plain(familyName) !== plain(typed.family)) return false;
    const given = plain(name).split(plain(familyName))[0] ?? '';
    const [own, ...others] = wordsOf(given);
    const isNickname = others.some((word) => word.length > 1 && word === first);
    const initial = others.find((word) => word.length === 1);
    const typedInitial = middle[0]?.charAt(0);
    return (own === first || isNickname) && (!initial || !typedInitial || initial === typedInitial || isNickname);
  });
  return found.length === 1 ? found[0] : undefined;
};

/** “Saizow, Hildy” the other way round; undefined where what follows the comma is no given name. */
const turned = (family: string, given: string | undefined): string | undefined =>
  given !== undefined &&
  wordsOf(family).length === 1 &&
  !isInitials(family) &&
  wordsOf(given).length < 4 &&
  (wordsOf(given).length === 1 ? !/^[A-Z&]{2,}$/.test(given) && !organizations.test(given) : !isOrganization(given))
    ? `${given} ${family}`
    : undefined;

const twoPersons = (text: string): Named => ({
  problem: `“${text}” reads as more than one person. Put a semicolon between persons: “Name, Agency; Name, Agency”.`,
});

/** “Name, Agency”, “Name (Agency)” or “Name, Agency | Role”; linked to an expert of ours where the name is known. */
export const personOf = (text: string, experts: readonly Expert[]): Named => {
  const [who = '', second, third] = partsOf(text, '|');
  const bracket = /^([^(,]+)\(([^()]+)\)$/.exec(who);
  const inBrackets = bracket?.[2]?.trim();
  const parts = partsOf(bracket?.[1] ?? who, ',');
  const [head = '', ...rest] = parts;
  const ending: string[] = [];
  while (rest[0] !== undefined && (suffixes.test(rest[0]) || degrees.test(rest[0]))) ending.push(rest.shift() ?? '');
  const flipped = turned(head, rest[0]);
  if (flipped) rest.shift();
  const name = [flipped ?? head, ...ending].join(', ').replace(/, (?=(?:jr|sr|ii|iii|iv)\b)/i, ' ');
  if (/\s(?:and|&)\s/.test(name) && !isOrganization(name)) return twoPersons(name);
  const isRole = (words: string): boolean => roles.test(words) && !organizations.test(words);
  const isAgency = (words: string): boolean => organizations.test(words) || /^[A-Z][A-Z&]+$/.test(words);
  const role =
    third ??
    (second !== undefined && (rest.length > 0 || inBrackets !== undefined || !isAgency(second) || isRole(second))
      ? second
      : undefined) ??
    (inBrackets !== undefined && isRole(inBrackets) ? inBrackets : undefined);
  const affiliation = [...rest, ...[inBrackets, second].filter((one) => one !== undefined && one !== role)].join(', ');
  const expert = expertNamed(name, experts);
  if (expert)
    return {
      value: { expert: expert.id, ...(role ? { role } : {}) },
      note: `${name.trim()}: linked to the page of our expert ${expert.name} (${expert.id})${affiliation ? `, which names the agency; “${affiliation}” is left out` : ''}. Another person of that name? Write “name:” instead of “expert:” in the file.`,
    };
  return {
    value: { name, ...(role ? { role } : {}), ...(affiliation ? { affiliation } : {}) },
    note: [name, affiliation || 'no agency', ...(role ? [role] : [])].join('; '),
  };
};

/** “Braga, Anthony A.”, “Anthony A. Braga”, “Thomas White Jr.”, or an organization. */
export const authorOf = (text: string, experts: readonly Expert[] = []): Named => {
  const bare = text.trim().replace(/^(?:dr|mr|mrs|ms|prof|professor)\.?\s+/i, '');
  const parts = partsOf(bare, ',').filter((part) => !degrees.test(part));
  const suffix = parts.length > 1 ? parts.find((part) => suffixes.test(part)) : undefined;
  const [head = '', given, ...more] = parts.filter((part) => part !== suffix);
  const named = (value: Record<string, string>): Named => ({
    value,
    note: value['organization']
      ? `an organization: ${value['organization']}`
      : `family name ${value['family']}, given name ${value['given']}${value['suffix'] ? `, ${value['suffix']}` : ''}`,
  });
  if (given === undefined && wordsOf(head).length === 2 && suffixes.test(wordsOf(head)[1] ?? ''))
    return { problem: `“${text}” has no given name. Write it as “Thomas White Jr.” or “White, Thomas, Jr.”.` };
  if (given === undefined && isOrganization(head)) return named({ organization: head });
  if (given !== undefined && organizations.test(bare)) return named({ organization: bare });
  const isSeveral =
    more.length > 0 ||
    (given !== undefined &&
      wordsOf(head).length > 1 &&
      !particles.has(wordsOf(head)[0]?.toLowerCase() ?? '') &&
      !suffixes.test(wordsOf(head).at(-1) ?? '') &&
      wordsOf(given).length > 1 &&
      !isInitials(wordsOf(given).at(-1) ?? ''));
  if (isSeveral)
    return {
      problem: `“${text}” may be one author or several. Put a semicolon between authors: “Anthony A. Braga; White, Michael”.`,
    };
  if (given === undefined) {
    const expert = expertNamed(head, experts);
    const split = splitName(head);
    const family = expert && plain(head).includes(plain(expert.familyName)) ? expert.familyName : split.family;
    const ending = suffix ?? split.suffix;
    return named({ given: split.given, family, ...(ending ? { suffix: ending } : {}) });
  }
  const behind = (words: string): [string, string | undefined] => {
    const list = wordsOf(words);
    return list.length > 1 && suffixes.test(list.at(-1) ?? '')
      ? [list.slice(0, -1).join(' '), list.at(-1)]
      : [words, undefined];
  };
  const [family, afterFamily] = behind(head);
  const [first, afterGiven] = behind(given);
  const ending = suffix ?? afterFamily ?? afterGiven;
  return named({ given: first, family, ...(ending ? { suffix: ending } : {}) });
};

/** “Jordan Example and Robin Sample” as two; an organization with “and” in its name stays whole. */
export const authorsIn = (text: string): string[] => {
  if (organizations.test(text)) return [text];
  const parts = partsOf(text, /\s+(?:and|&)\s+/);
  return parts.every((part) => wordsOf(part).length > 1) ? parts : [text];
};

/** Who studied a project: “Name, University”, or the university or firm alone. */
export const partnerOf = (text: string): Named => {
  const [head = ''] = partsOf(text, /[,(]/);
  if (isOrganization(head))
    return { value: { affiliation: text.trim() }, note: `a university or firm: ${text.trim()}` };
  const { value, ...rest } = personOf(text, []);
  return value
    ? {
        ...rest,
        value: {
          name: value['name'] ?? '',
          ...(value['affiliation'] ? { affiliation: value['affiliation'] } : {}),
        },
      }
    : rest;
};
