/**
 * Signs that nobody sees: they come in by copying, part words that are searched for, and make addresses that look right
 * and are not. The families are those of Unicode (Default_Ignorable_Code_Point and the format controls, UAX #44; joiners,
 * UAX #31 section 2.3; emoji sequences, UTS #51).
 */

const names: readonly (readonly [RegExp, string])[] = [
  [/\u200b/, 'a zero-width space'],
  [/[\u200c\u200d]/, 'a joiner of letters'],
  [/\ufeff/, 'a byte order mark'],
  [/\u00ad/, 'a soft hyphen'],
  [/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/, 'a mark of writing direction'],
  [/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u, 'a mark for the shape of the sign before'],
  [/[\u115f\u1160\u3164\uffa0\u2800]/, 'a blank letter'],
  [/[\ufff9-\ufffb]/, 'a mark of a note between lines'],
  [/\ufffc/, 'the place of a picture or object that was not copied'],
  [/[\u{e0000}-\u{e007f}]/u, 'a hidden letter'],
];

/** All that has no shape of its own: the format controls, what Unicode calls ignorable, and blanks that are letters. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\ufffc\u2800]/gu;

/** Scripts whose letters change with a joiner: Arabic and its kin, Mongolian, and those of India and beside it. */
const joining =
  '[\\p{Script=Arab}\\p{Script=Syrc}\\p{Script=Mong}\\p{Script=Nkoo}\\p{Script=Mand}\\p{Script=Deva}\\p{Script=Beng}\\p{Script=Guru}' +
  '\\p{Script=Gujr}\\p{Script=Orya}\\p{Script=Taml}\\p{Script=Telu}\\p{Script=Knda}\\p{Script=Mlym}\\p{Script=Sinh}\\p{Script=Mymr}' +
  '\\p{Script=Khmr}\\p{Script=Tibt}]';
const rightToLeft = '[\\p{Script=Arab}\\p{Script=Hebr}\\p{Script=Syrc}\\p{Script=Thaa}\\p{Script=Nkoo}]';
const emoji = '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u{fe0f}\\u{20e3}]';

/** What a sign that nobody sees does rightly, by what stands before it and behind. */
const rightful: readonly { sign: RegExp; before: RegExp; behind?: RegExp }[] = [
  // Between two emoji: a family, a police officer who is a woman.
  { sign: /\u200d/, before: new RegExp(`${emoji}$`, 'u'), behind: /^\p{Extended_Pictographic}/u },
  // In Persian, Hindi, Sinhala and their kin.
  { sign: /[\u200c\u200d]/, before: new RegExp(`${joining}$`, 'u'), behind: new RegExp(`^${joining}`, 'u') },
  // As a picture, or as a sign of text: ☎️, ©︎, 1️⃣.
  { sign: /[\ufe0e\ufe0f]/, before: /[\p{Emoji}\p{Extended_Pictographic}]$/u },
  // A flag of a part of a country: the hidden letters spell its code.
  { sign: /[\u{e0020}-\u{e007f}]/u, before: /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u },
  // Around words that are written from the right.
  { sign: /[\u200e\u200f\u061c]/, before: new RegExp(`${rightToLeft}[\\p{P}\\p{S}\\p{N}\\s]*$`, 'u') },
  { sign: /[\u200e\u200f\u061c]/, before: /(?:)/, behind: new RegExp(`^[\\p{P}\\p{S}\\p{N}\\s]*${rightToLeft}`, 'u') },
  { sign: /[\u180b-\u180f]/, before: /\p{Script=Mong}$/u },
  { sign: /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u, before: /\p{Script=Han}$/u },
  { sign: /[\u0600-\u0605\u06dd\u070f\u08e2]/, before: /(?:)/ },
];

interface Unseen {
  index: number;
  length: number;
  /** In words: “a soft hyphen”. */
  name: string;
}

/** As far as a sign’s rights are looked for, in UTF-16 units. */
const around = 20;

/** Every sign of a text that nobody sees and that has nothing to do there. */
export const unseenIn = (text: string): Unseen[] =>
  [...text.matchAll(unseen)].flatMap(({ 0: sign, index }) => {
    const before = text.slice(Math.max(0, index - around), index);
    const behind = text.slice(index + sign.length, index + sign.length + around);
    if (rightful.some((one) => one.sign.test(sign) && one.before.test(before) && (one.behind?.test(behind) ?? true)))
      return [];
    return { index, length: sign.length, name: names.find(([family]) => family.test(sign))?.[1] ?? 'an unseen sign' };
  });

/** The text as it looks. */
export const withoutUnseen = (text: string): string =>
  unseenIn(text).reduceRight((clean, { index, length }) => clean.slice(0, index) + clean.slice(index + length), text);
