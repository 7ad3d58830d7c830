/** Icons of the sign for a device’s home screen, drawn from the one that browser tabs show. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { field } from '../lib/preview-image.ts';
import { site } from '../site.ts';

interface Icon {
  name: string;
  /** Pixels, both ways. */
  size: number;
  purpose: 'any' | 'maskable';
}

export const icons: readonly Icon[] = [
  { name: 'sign-192', size: 192, purpose: 'any' },
  { name: 'sign-512', size: 512, purpose: 'any' },
  { name: 'sign-maskable-512', size: 512, purpose: 'maskable' },
];

export const iconAddress = ({ name }: Icon): string => `/icons/${name}.png`;

/** A device cuts a maskable icon into its own shape: a fifth all around may go (W3C Web Application Manifest). */
export const drawIcon = async ({ size, purpose }: Icon): Promise<Uint8Array<ArrayBuffer>> => {
  const inner = purpose === 'maskable' ? Math.round(size * 0.72) : size;
  const sign = await sharp(readFileSync('public/icon.svg'), { density: (72 * inner) / 32 })
    .resize(inner)
    .toBuffer();
  const png = await sharp({
    create: { width: size, height: size, channels: 4, background: purpose === 'maskable' ? field : '#0000' },
  })
    .composite([{ input: sign }])
    .png({ palette: true, colors: 32 })
    .toBuffer();
  return new Uint8Array(png);
};

/** Lets a reader put the site on a home screen: https://www.w3.org/TR/appmanifest/. Nobody is prompted. */
export const webManifest = () => ({
  id: '/',
  name: site.name,
  short_name: site.shortName,
  description: site.description,
  lang: site.language,
  start_url: '/',
  scope: '/',
  display: 'minimal-ui',
  theme_color: field,
  background_color: field,
  icons: icons.map((icon) => ({
    src: iconAddress(icon),
    sizes: `${icon.size}x${icon.size}`,
    type: 'image/png',
    purpose: icon.purpose,
  })),
});
