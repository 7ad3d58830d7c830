/** Pagefind's own interface over the same index, on a page with the site's frame: what the site's search is measured against. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

export const stockPath = '/stock/';

const start = `new PagefindUI({ element: '#stock', showSubResults: true, showImages: false, debounceTimeoutMs: 0 });`;

/** Files to serve beside the built site. */
export const stockSearch = async (dist: string): Promise<Map<string, Uint8Array>> => {
  const { index } = await pagefind.createIndex();
  if (!index) throw new Error('Pagefind did not start.');
  try {
    await index.addCustomRecord({ url: '/', content: 'words', language: 'en' });
    const { files } = await index.getFiles();
    const ui = new Map(
      files
        .filter(({ path }) => /pagefind-ui\.(js|css)$/.test(path))
        .map(({ path, content }) => [`/pagefind/${path}`, content]),
    );
    const frame = readFileSync(join(dist, 'search/index.html'), 'utf8')
      .replace(/<site-search[\s\S]*<\/site-search>/, '<div id="stock"></div>')
      .replace(/<script[^>]*><\/script>/g, '')
      .replace(/<link rel="preload" href="\/search\/data[^>]*>/, '')
      .replace('</head>', '<link rel="stylesheet" href="/pagefind/pagefind-ui.css"></head>')
      .replace(
        '</body>',
        '<script src="/pagefind/pagefind-ui.js"></script><script src="/stock/start.js"></script></body>',
      );
    const text = new TextEncoder();
    return new Map([...ui, [stockPath, text.encode(frame)], ['/stock/start.js', text.encode(start)]]);
  } finally {
    await pagefind.close();
  }
};
