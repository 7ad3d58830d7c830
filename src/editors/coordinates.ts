/** A place on the map, as typed or as copied from a map. Pure. */

interface Coordinates {
  value?: { latitude: number; longitude: number };
  problem?: string;
}

const how = 'Type latitude and longitude, such as 42.36, -71.06 or 42.36 N, 71.06 W.';

const number = String.raw`([-+−]?\d+(?:\.\d+)?)\s*(?:°|º|deg(?:rees)?)?\s*(?:(\d+(?:\.\d+)?)\s*['′’]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:["″”]|'')\s*)?`;
const letterBehind = new RegExp(`${number}(?:([NSEW])(?:orth|outh|ast|est)?\\b)?`, 'gi');
const letterBefore = new RegExp(`(?:([NSEW])(?:orth|outh|ast|est)?\\b[\\s:]*)${number}`, 'gi');

interface Angle {
  degrees: number;
  letter: string;
}

const angleOf = (whole = '', minutes = '0', seconds = '0', letter = ''): Angle => {
  const signed = Number(whole.replace('−', '-'));
  const size = Math.abs(signed) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isBelow = signed < 0 || /[SW]/i.test(letter);
  return { degrees: Math.round((isBelow ? -size : size) * 100) / 100, letter: letter.toUpperCase() };
};

/** Degrees with a sign, with N and W, or with minutes and seconds; to two decimals, as the map needs it. */
export const coordinatesOf = (typed: string): Coordinates => {
  const text = typed.trim();
  const angles = /^[NSEW]/i.test(text)
    ? [...text.matchAll(letterBefore)].map(([, letter, whole, minutes, seconds]) =>
        angleOf(whole, minutes, seconds, letter),
      )
    : [...text.matchAll(letterBehind)].map(([, whole, minutes, seconds, letter]) =>
        angleOf(whole, minutes, seconds, letter),
      );
  const [one, two] = angles;
  if (!one || !two || angles.length !== 2) return { problem: how };
  const isTurned = /[EW]/.test(one.letter) || /[NS]/.test(two.letter);
  const [latitude, longitude] = isTurned ? [two, one] : [one, two];
  if (Math.abs(latitude.degrees) > 90 || (latitude.letter === '' && latitude.degrees < 0 && longitude.degrees > 0))
    return { problem: `The latitude comes first. Did you mean ${longitude.degrees}, ${latitude.degrees}?` };
  if (longitude.letter === '' && longitude.degrees > 0)
    return {
      problem: `A longitude of ${longitude.degrees} lies in the east. For America type ${latitude.degrees}, -${longitude.degrees}, or write W behind it.`,
    };
  if (Math.abs(longitude.degrees) > 180) return { problem: how };
  return { value: { latitude: latitude.degrees, longitude: longitude.degrees } };
};
