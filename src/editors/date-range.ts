/** Two days typed as one answer: “June 15–16, 2016”. Pure. */
import { guessDates, type Guess } from '../lib/guess-dates.ts';

const between = String.raw`\s*(?:-|–|—|\/|&|\bto\b|\bthrough\b|\buntil\b|\band\b)\s*`;
const month = String.raw`([A-Za-z]{3,}\.?)`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`,?\s+(\d{4})`;

const oneMonth = new RegExp(`^${month}\\s+${day}${between}${day}${year}$`, 'i');
const twoMonths = new RegExp(`^${month}\\s+${day}${between}${month}\\s+${day}${year}$`, 'i');
const dayFirst = new RegExp(`^${day}${between}${day}\\s+${month}${year}$`, 'i');
const dayFirstTwoMonths = new RegExp(`^${day}\\s+${month}${between}${day}\\s+${month}${year}$`, 'i');

const one = (text: string): Guess | undefined => {
  const guesses = guessDates(text);
  return guesses.length === 1 ? guesses[0] : undefined;
};

const wholes = (text: string): [string, string] | undefined => {
  for (const by of [
    /\s+(?:to|through|until|and|-|–|—|&)\s+/,
    /\s*[–—]\s*/,
    /(?<=\/\d{2,4})\s*-\s*(?=\d{1,2}\/)/,
    /\//,
  ]) {
    const [first, second, ...more] = text.split(by);
    if (first && second && more.length === 0) return [first, second];
  }
  return undefined;
};

/** First and last day; undefined where the text is no two days of one meaning. */
export const dateRange = (typed: string): [Guess, Guess] | undefined => {
  const text = typed.trim().replace(/^from\s+/i, '');
  const same = oneMonth.exec(text);
  const two = twoMonths.exec(text);
  const european = dayFirst.exec(text);
  const europeanTwo = dayFirstTwoMonths.exec(text);
  const pair: [string, string] | undefined = same
    ? [`${same[1]} ${same[2]}, ${same[4]}`, `${same[1]} ${same[3]}, ${same[4]}`]
    : two
      ? [`${two[1]} ${two[2]}, ${two[5]}`, `${two[3]} ${two[4]}, ${two[5]}`]
      : european
        ? [`${european[3]} ${european[1]}, ${european[4]}`, `${european[3]} ${european[2]}, ${european[4]}`]
        : europeanTwo
          ? [
              `${europeanTwo[2]} ${europeanTwo[1]}, ${europeanTwo[5]}`,
              `${europeanTwo[4]} ${europeanTwo[3]}, ${europeanTwo[5]}`,
            ]
          : wholes(text);
  const [start, end] = [one(pair?.[0] ?? ''), one(pair?.[1] ?? '')];
  return start && end && start.iso <= end.iso && start.iso.length === end.iso.length ? [start, end] : undefined;
};
