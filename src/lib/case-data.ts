/** Signs that a text holds what must never be sent: case numbers, dates of birth, identity numbers. */

const signs: readonly [RegExp, string][] = [
  [/\b\d{3}-\d{2}-\d{4}\b/, 'a Social Security number'],
  [/\b(?:dob|d\.o\.b\.|date of birth|born on)\b/i, 'a date of birth'],
  [
    /\b(?:case|incident|report|docket|warrant|booking|complaint|cad|rms|dr|ir)\s{0,2}(?:no\.?|number|num\.?|#|:)\s{0,2}[a-z]{0,4}-?\d{2,}/i,
    'a case number',
  ],
  [/\b(?:suspect|victim|witness|juvenile|offender)\s(?:named|name is|is called)\s/i, 'the name of a person in a case'],
  [/\b(?:license plate|plate|vin)\s{0,2}(?:no\.?|number|#|:|is)\s{0,2}[a-z0-9-]{5,}/i, 'a vehicle number'],
];

/** What the texts seem to hold, in words; empty where nothing was noticed. */
export const possibleCaseData = (...texts: (string | undefined)[]): string[] =>
  signs.filter(([sign]) => texts.some((text) => text && sign.test(text))).map(([, words]) => words);
