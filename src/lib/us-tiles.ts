/** The states as squares of equal size, each near where it lies: Rhode Island can be touched as well as Texas. */
import type { StateCode } from './states.ts';

/** Column and row of each square, from 0. Territories have none: the list beside the map has them. */
const grid = [
  'AK -- -- -- -- -- -- -- -- -- -- ME',
  '-- -- -- -- -- -- -- -- -- -- VT NH',
  '-- WA ID MT ND MN IL WI MI NY RI MA',
  '-- OR NV WY SD IA IN OH PA NJ CT --',
  '-- CA UT CO NE MO KY WV VA MD DE --',
  '-- -- AZ NM KS AR TN NC SC DC -- --',
  '-- -- -- -- OK LA MS AL GA -- -- --',
  'HI -- -- -- TX -- -- -- -- FL -- --',
];

export const tileColumns = 12;
export const tileRows = grid.length;

export const tiles = grid.flatMap((line, row) =>
  line.split(' ').flatMap((code, column) => (code === '--' ? [] : [{ state: code as StateCode, column, row }])),
);
