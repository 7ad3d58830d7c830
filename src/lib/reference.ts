/**
 * The reference of a request, short and safe to read out over the telephone: TA-7K3Q-9XBF.
 * Seven characters and a check character, of 29 signs: no vowels (no words arise), no 0, 1, I, O.
 * 29 is a prime, so a weighted sum finds every single wrong sign and every two signs swapped.
 */
const signs = '23456789BCDFGHJKLMNPQRSTVWXYZ';
const length = 7;

/** Weights 1 to 7: all different, none 0 modulo 29. */
const checkSign = (body: string): string => {
  const sum = [...body].reduce((total, sign, index) => total + (index + 1) * signs.indexOf(sign), 0);
  return signs[sum % signs.length] ?? '';
};

const written = (body: string): string => {
  const all = body + checkSign(body);
  return `TA-${all.slice(0, 4)}-${all.slice(4)}`;
};

/** The same bytes give the same reference; seven bytes or more are needed. */
export const referenceFrom = (bytes: Uint8Array): string => {
  let number = bytes.slice(0, 7).reduce((total, byte) => total * 256n + BigInt(byte), 0n);
  let body = '';
  for (let place = 0; place < length; place += 1) {
    body += signs[Number(number % BigInt(signs.length))] ?? '';
    number /= BigInt(signs.length);
  }
  return written(body);
};

/** A reference as someone typed it, put right in spacing and case; undefined where it cannot be one. */
export const readReference = (typed: string): string | undefined => {
  const all = typed
    .toUpperCase()
    .replace(/^\s*TA/, '')
    .replace(/[\s-]/g, '');
  if (all.length !== length + 1 || [...all].some((sign) => !signs.includes(sign))) return undefined;
  const body = all.slice(0, length);
  return written(body).replaceAll('-', '') === `TA${all}` ? written(body) : undefined;
};
