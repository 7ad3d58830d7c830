/** How the bodies of entries become HTML, plain or MDX alike. */
import { satteri } from '@astrojs/markdown-satteri';

type HastPlugin = NonNullable<NonNullable<Parameters<typeof satteri>[0]>['hastPlugins']>[number];

/** Alignment of table columns as a class: our Content-Security-Policy refuses style attributes. */
const alignByClass: HastPlugin = {
  name: 'align-by-class',
  element: {
    filter: ['th', 'td'],
    visit: (node, context) => {
      const align = /text-align:\s*(right|center|left)/.exec(String(node.properties['style'] ?? ''))?.[1];
      if (!align) return;
      context.setProperty(node, 'style', null);
      context.setProperty(node, 'className', [`align-${align}`]);
    },
  },
};

/** The footnotes heading is for screen readers: a list after the text explains itself to the eye. */
const hideFootnoteHeading: HastPlugin = {
  name: 'hide-footnote-heading',
  element: {
    filter: ['h2'],
    visit: (node, context) => {
      if (node.properties['id'] === 'footnote-label') context.setProperty(node, 'className', ['visually-hidden']);
    },
  },
};

/** Words cut short on both sides: rock ’n’ roll. The processor takes the first sign for an opening quote. */
const cutWords: HastPlugin = {
  name: 'cut-words',
  text: (node, context) => {
    const value = node.value.replace(/‘(?=(?:n|N)[’‘](?!\p{L}))(.)./gu, '’$1’');
    if (value !== node.value) context.replaceNode(node, { type: 'text', value });
  },
};

export const markdown = satteri({
  // Dashes are typed as they are meant: “--” in a reference or an address stays.
  features: { smartPunctuation: { dashes: false }, gfm: { footnotes: { backContent: 'Back' } } },
  hastPlugins: [alignByClass, hideFootnoteHeading, cutWords],
});
