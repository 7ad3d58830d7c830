/** Lets a reader put the site on a home screen: https://www.w3.org/TR/appmanifest/. Nobody is prompted. */
import type { APIRoute } from 'astro';
import { iconAddress, icons } from '../data/icons.ts';
import { field } from '../lib/preview-image.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
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
    }),
  );
