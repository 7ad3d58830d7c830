/** One file type for editors: a body without components renders to the same HTML whichever way it is compiled. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { usesMdx } from '../../src/lib/entry.ts';
import { scratchSite } from '../support/scratch-site.ts';

const frontmatter = (title: string) => `---
title: ${title}
summary: A page.
topics: []
reviewed: 2026-11-23
status: published
---
`;
const body = `## A heading, “quoted”, and a second

Text with *emphasis*, **strength**, the page [About SPI](/about/), \`code\`, 12–15% and an ellipsis... In the '90s, rock 'n' roll, 'quoted'.

| measure | figure |
| - | -: |
| robberies | 12 |

1. One
   - inside

> A quotation

A footnote.[^1]

[^1]: Told here.
`;
/** An MDX expression that prints nothing: it sends the same body through the MDX compiler. */
const expression = '\n{/* compiled */}\n';

const site = scratchSite();
after(() => site.remove());

/** What two compilers may write apart: blanks between blocks and the empty value of an attribute. */
const normalized = (html: string): string =>
  (/<div class="prose">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '')
    .replace(/>\s+</g, '><')
    .replace(/(data-footnote[a-z-]*|data-footnotes)="(?:true)?"/g, '$1')
    .trim();

test('a plain body renders the same as Markdown and as MDX', () => {
  assert.equal(usesMdx(body), false);
  assert.equal(usesMdx(body + expression), true);
  site.write('content/pages/plain.mdx', frontmatter('Plain') + body);
  site.write('content/pages/compiled.mdx', frontmatter('Compiled') + body + expression);
  const { status, output } = site.run('build');
  assert.equal(status, 0, output);
  const plain = normalized(site.read('dist/plain/index.html'));
  assert.match(plain, /<h2 id="a-heading-quoted-and-a-second">[\s\S]*<td class="align-right">12<\/td>/);
  assert.doesNotMatch(plain, /style=/);
  assert.match(plain, /In the ’90s, rock ’n’ roll, ‘quoted’\./);
  assert.equal(normalized(site.read('dist/compiled/index.html')), plain);
});

test('components, expressions and imports are seen; prose about them in words is not', () => {
  assert.equal(usesMdx('Text\n\n<Figure src="./map.png" />\n'), true);
  assert.equal(usesMdx('There were {1 + 1} of them.'), true);
  assert.equal(usesMdx("import Figure from './figure.astro'\n\nText"), true);
  assert.equal(usesMdx('They import records and export maps.\n\n- a list\n- of two\n'), false);
});
