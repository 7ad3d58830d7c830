/** What an element needs of its own markup: there, and of the kind that is meant. Throws where page and script disagree. */
export const part = <Kind extends HTMLElement>(root: ParentNode, selector: string, kind: new () => Kind): Kind => {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`This page lacks ${selector}.`);
  return found;
};
