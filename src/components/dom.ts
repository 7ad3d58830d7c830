/** What the scripts of pages share. Words go in as text: nothing typed or fetched is ever read as markup. */

/** What an element needs of its own markup: there, and of the kind that is meant. Throws where page and script disagree. */
export const part = <Kind extends HTMLElement>(root: ParentNode, selector: string, kind: new () => Kind): Kind => {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`This page lacks ${selector}.`);
  return found;
};

/** A copy of the one element that the template `data-for="name"` holds. */
export const shaped = (root: ParentNode, name: string): HTMLElement => {
  const template = part(root, `template[data-for="${name}"]`, HTMLTemplateElement);
  const copy = template.content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`The template ${name} is empty.`);
  return copy;
};

/** A new element with its attributes and children. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** Hands the reader a file. */
export const save = (name: string, type: string, text: string): void => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href, download: name }).click();
  // Not at once: some browsers fetch it a moment later.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

/** What this browser keeps; undefined where it refuses. What is written may still find no room, and throw. */
export const storage = (): Storage | undefined => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
};
