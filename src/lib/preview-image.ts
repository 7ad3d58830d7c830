/** The picture shown where a link to this site is shared: a ledger page in small, drawn as outlines so that no machine's fonts matter. */

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

/** The colors of the light look, src/styles/tokens.css. */
const paper = '#FFFFFF';
const ink = '#16201C';
const inkTwo = '#4A5751';

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
  const titleSize = width / 13;
  const textSize = width / 34;
  const titleLines = wrapped(fonts.title, title, titleSize, room);
  const textLines = wrapped(fonts.text, line, textSize, room);
  const titleTop = height * 0.42;
  const textTop = titleTop + titleLines.length * titleSize * 1.15;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/><rect width="${width}" height="18" fill="${ink}"/>`,
    lineOf(fonts.title, siteName, textSize, margin, margin + textSize, ink),
    `<rect x="${margin}" y="${margin + textSize * 2}" width="${room}" height="4" fill="${ink}"/>`,
    ...titleLines.map((text, index) =>
      lineOf(fonts.title, text, titleSize, margin, titleTop + (index + 0.6) * titleSize * 1.15, ink),
    ),
    ...textLines.map((text, index) =>
      lineOf(fonts.text, text, textSize, margin, textTop + (index + 1) * textSize * 1.4, inkTwo),
    ),
    `<rect x="${margin}" y="${height - margin}" width="${room}" height="3" fill="${ink}"/><rect x="${margin}" y="${height - margin + 7}" width="${room}" height="3" fill="${ink}"/>`,
    '</svg>',
  ].join('');
};
