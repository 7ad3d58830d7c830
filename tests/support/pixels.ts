/** What a screenshot shows, pixel by pixel. */
import sharp from 'sharp';
import { contrast, type Color } from './color.ts';

interface Pixels {
  width: number;
  height: number;
  at: (index: number) => Color;
}

const pixelsOf = async (png: Buffer): Promise<Pixels> => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    at: (index) => [data[index * 3] ?? 0, data[index * 3 + 1] ?? 0, data[index * 3 + 2] ?? 0],
  };
};

/** Pixels that differ by at least this contrast between two shots of one size. */
export const changedPixels = async (before: Buffer, after: Buffer, ratio: number): Promise<number> => {
  const [a, b] = await Promise.all([pixelsOf(before), pixelsOf(after)]);
  if (a.width !== b.width || a.height !== b.height) throw new Error('The two shots differ in size.');
  let changed = 0;
  for (let index = 0; index < a.width * a.height; index += 1)
    if (contrast(a.at(index), b.at(index)) >= ratio) changed += 1;
  return changed;
};

/** A shot in shades of grey at a fixed size, 0 to 255 a pixel. */
export const greyShades = async (png: Buffer, size: number): Promise<Buffer> =>
  sharp(png).resize(size, size, { fit: 'fill' }).removeAlpha().greyscale().raw().toBuffer();
