/** The picture shown where a link to this site is shared: the field, the sign and the marks, drawn as outlines so that no machine's fonts matter. */

/** What is needed of a font: glyphs with outlines, and the scale they are drawn at. */
export interface OutlineFont {
  unitsPerEm: number;
  glyphsForString: (text: string) => { advanceWidth: number; path: { toSVG: () => string } }[];
}

interface PreviewFonts {
  title: OutlineFont;
  text: OutlineFont;
}

export interface Preview {
  /** Pixels. */
  width: number;
  height: number;
  siteName: string;
  title: string;
  line: string;
}

/** The colors of the field, src/styles/tokens.css. */
export const field = '#0c2b2e';
const ink = '#f2f6f3';
const inkTwo = '#b6cac3';
const better = '#85d6a8';
const mixed = '#ecc26d';
const worse = '#f5a597';

/** The marks of the site, as components/MarkSymbols.astro draws them, 16 by 16. */
const ring = 'M8 1.25a6.75 6.75 0 1 0 0 13.5 6.75 6.75 0 0 0 0-13.5Z';
const markShapes: readonly string[] = [
  `<circle cx="8" cy="8" r="7.5" fill="${better}"/>`,
  `<path d="${ring}M4.5 8h7" fill="none" stroke="${ink}" stroke-width="2"/>`,
  `<path d="${ring}" fill="none" stroke="${mixed}" stroke-width="2"/><path d="M8 1a7 7 0 0 0 0 14Z" fill="${mixed}"/>`,
  `<path d="m8 0 8 8-8 8-8-8Z" fill="${worse}"/>`,
];

/** The pair, the site’s own sign, 34 by 20. */
const sign = `<circle cx="10" cy="10" r="9" fill="${ink}"/><path d="M24 2.1a7.9 7.9 0 1 0 0 15.8 7.9 7.9 0 0 0 0-15.8ZM20 10h8" fill="none" stroke="${ink}" stroke-width="2.2"/>`;

const widthOf = (font: OutlineFont, text: string, size: number): number =>
  font.glyphsForString(text).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) * (size / font.unitsPerEm);

const lineOf = (font: OutlineFont, text: string, size: number, x: number, y: number, color: string): string => {
  const scale = size / font.unitsPerEm;
  let at = 0;
  const glyphs = font.glyphsForString(text).map(({ advanceWidth, path }) => {
    const outline = path.toSVG();
    const drawn = outline ? `<path transform="translate(${at} 0)" d="${outline}"/>` : '';
    at += advanceWidth;
    return drawn;
  });
  // Outlines count upwards, pictures downwards.
  return `<g fill="${color}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${glyphs.join('')}</g>`;
};

/** Words in lines no wider than `width`. */
const wrapped = (font: OutlineFont, text: string, size: number, width: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(font, `${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

export const previewSvg = ({ width, height, siteName, title, line }: Preview, fonts: PreviewFonts): string => {
  const margin = width / 15;
  const room = width - 2 * margin;
  const titleSize = width / (title.length > 40 ? 15 : 12);
  const textSize = width / 34;
  const nameSize = width / 30;
  const titleLines = wrapped(fonts.title, title, titleSize, room);
  const textLines = wrapped(fonts.text, line, textSize, room * 0.86);
  const titleTop = height * 0.36;
  const textTop = titleTop + titleLines.length * titleSize * 1.08 + textSize * 0.4;
  const foot = height - margin;
  const signHeight = nameSize * 1.05;
  const markSize = nameSize * 0.8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${field}"/>`,
    `<g transform="translate(${margin} ${margin}) scale(${signHeight / 20})">${sign}</g>`,
    lineOf(fonts.title, siteName, nameSize, margin + signHeight * 2.1, margin + nameSize * 0.88, ink),
    `<rect x="${margin}" y="${margin + nameSize * 2.1}" width="${room}" height="4" fill="${ink}"/>`,
    ...titleLines.map((text, index) =>
      lineOf(fonts.title, text, titleSize, margin, titleTop + (index + 0.75) * titleSize * 1.08, ink),
    ),
    ...textLines.map((text, index) =>
      lineOf(fonts.text, text, textSize, margin, textTop + (index + 1) * textSize * 1.4, inkTwo),
    ),
    ...markShapes.map(
      (shape, index) =>
        `<g transform="translate(${width - margin - (markShapes.length - index) * markSize * 1.5 + markSize * 0.5} ${foot - markSize * 1.7}) scale(${markSize / 16})">${shape}</g>`,
    ),
    `<rect x="${margin}" y="${foot}" width="${room}" height="3" fill="${ink}"/><rect x="${margin}" y="${foot + 7}" width="${room}" height="3" fill="${ink}"/>`,
    '</svg>',
  ].join('');
};
