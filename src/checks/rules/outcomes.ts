/** An outcome says one thing: its number, its words and the way it went agree. */
import { atField, type Words } from '../finding.ts';
import { groupsIn } from '../reading/values.ts';
import { entryRule } from '../rule.ts';

interface Outcome {
  percent?: unknown;
  points?: unknown;
  change?: unknown;
  figure?: unknown;
  direction?: unknown;
  test?: unknown;
}

const down =
  /\b(?:fewer|less|lower|fell|falls?|fallen|drop(?:s|ped)?|down|decreased?s?|declined?s?|reductions?|reduced|shorter)\b/i;
const up = /\b(?:more|higher|rose|rises?|risen|up|increased?s?|grew|grown|growth|longer)\b/i;

/** With a real minus too. */
const asNumber = (printed: string): number => Number(printed.replace('−', '-'));

/** Which way words say that a number went: below zero for a fall; undefined where they say neither, or both. */
const wayOf = (words: string): -1 | 1 | undefined => {
  // “More than 50% lower” fell; “up to” is a limit.
  const plain = words.replace(/\b(?:more|less|fewer|higher|lower) than\b|\bup to\b|\bno (?:more|less|fewer)\b/gi, '');
  if (down.test(plain) === up.test(plain)) return undefined;
  return down.test(plain) ? -1 : 1;
};

/** Percentages with a comparison behind them, “17% fewer”; not “10 percentage points” nor “40% of calls”. */
const relative =
  /(\d+(?:\.\d+)?)(?:\s?%|\s+percent\b)(?!\s*(?:points?|of|interval))(?=\s+(?:fewer|less|lower|more|higher|longer|shorter|up|down|drop|fall|rise|increase|decrease|decline|reduction))/gi;

const inPoints = /\b(?:percentage[ -])?points?\b(?! to\b)/i;

/** Whether a number as printed may be the one given: rounded to as many figures behind the point. */
const isRounded = (printed: string, given: number): boolean => {
  const decimals = printed.split('.')[1]?.length ?? 0;
  return Math.abs(Number(printed) - Math.abs(given)) <= 0.5 * 10 ** -decimals + 1e-9;
};

function* faultsOf({
  percent,
  points,
  change,
  figure,
  direction,
  test,
}: Outcome): Iterable<Words & { field: keyof Outcome }> {
  const words = typeof figure === 'string' ? (figure.split(';')[0] ?? '') : '';
  const [name, number]: ['percent' | 'points', number] | [undefined, undefined] =
    typeof percent === 'number' && points === undefined
      ? ['percent', percent]
      : typeof points === 'number' && percent === undefined
        ? ['points', points]
        : [undefined, undefined];
  const way = wayOf(words);
  if (name && way !== undefined && number !== 0 && Math.sign(number) !== way)
    yield {
      field: name,
      found: `${name} says ${number}, and the words say “${words}”`,
      allowed: 'a fall is below zero, a rise above',
      cure: `look the figure up: write ${name}: ${-number}, or correct the words`,
    };
  const said = [...words.matchAll(relative)].map(([, printed = '']) => printed);
  const unit = inPoints.test(words) ? 'points' : said.length > 0 ? 'percent' : name;
  if (name && unit !== name)
    yield {
      field: 'figure',
      found: `“${words}” speaks of ${unit}, and the number stands under ${name}`,
      allowed: 'from 47 to 57 of 100 is 10 points, and 21 percent',
      cure: `look up which of the two the source reports: write ${unit}: ${number} in place of ${name}, or say ${name} in the words`,
    };
  if (name === 'percent' && said.length > 0 && !said.some((printed) => isRounded(printed, number)))
    yield {
      field: 'percent',
      found: `percent says ${number}, and the words say “${words}”`,
      cure: 'look the figure up in the source, and write the same in both',
    };
  if (name && (change === 'up' || change === 'down'))
    yield {
      field: 'change',
      found: `“change: ${change}” beside ${name}`,
      allowed: 'change is for a figure without percent and points',
      cure:
        (change === 'up') === number > 0
          ? 'take the line out: the number says it'
          : `the number says the opposite: look it up, correct it, and take this line out`,
    };
  else if ((change === 'up' || change === 'down') && way !== undefined && (change === 'up') !== way > 0)
    yield {
      field: 'change',
      found: `“change: ${change}”, and the words say “${words}”`,
      cure: `look the figure up: write change: ${change === 'up' ? 'down' : 'up'}, or correct the words`,
    };
  if (
    (direction === 'better' || direction === 'worse') &&
    typeof test === 'string' &&
    /^(?:not (?:statistically )?significant|no significant (?:difference|change|effect)|n\.?s\.?)$/i.test(test.trim())
  )
    yield {
      field: 'direction',
      found: `“${direction}”, and the test says “${test}”`,
      allowed: 'none means: no change that counts',
      cure: 'write direction: none, or correct the test',
    };
  const [odds = '', p = ''] = typeof test === 'string' ? (/\bp\s*[=<>≤≥]\s*(\d+(?:[.,]\d+)?)/i.exec(test) ?? []) : [];
  if (p.includes(',') || Number(p) > 1)
    yield {
      field: 'test',
      found: `“${odds}”`,
      allowed: 'p lies between 0 and 1, with a point',
      cure: p.startsWith('0,') ? `write ${odds.replace(',', '.')}` : 'look it up in the source, and correct it',
    };
  const [interval = '', low = '', high = ''] =
    typeof test === 'string'
      ? (/\binterval\D{0,12}?([-−]?\d+(?:\.\d+)?)\s?%? to ([-−]?\d+(?:\.\d+)?)/i.exec(test) ?? [])
      : [];
  // A fall is often told from the smaller to the larger: “-8 to -24”.
  if (interval && asNumber(low) > asNumber(high) && asNumber(low) >= 0)
    yield {
      field: 'test',
      found: `an ${interval}, whose bounds stand the wrong way round`,
      cure: `look them up: write ${high} to ${low}, or correct the one that is wrong`,
    };
}

export const outcomes = entryRule('outcomes', 'error', function* (entry) {
  for (const [index, study] of groupsIn(entry.frontmatter.values['studies']))
    for (const [row, outcome] of groupsIn(study['outcomes']))
      for (const { field, ...words } of faultsOf(outcome))
        yield atField(entry, ['studies', index, 'outcomes', row, field], words);
});
