/** The closed set of components that an entry's body may use: one file of this folder each; `content/README.md` shows them. */
import Figure from './Figure.astro';
import Notice from './Notice.astro';

export const components = { Figure, Notice };
