/** Each table has a caption, scopes, and a line that says who says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';
import { builtPages } from '../support/pages.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const childrenOf = (node: DefaultTreeAdapterTypes.ParentNode): Element[] =>
  node.childNodes.filter((child: Node): child is Element => tree.isElementNode(child));
const below = (node: DefaultTreeAdapterTypes.ParentNode): Element[] =>
  childrenOf(node).flatMap((child) => [child, ...below(child)]);
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((item) => item.name === name)?.value;
const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

/** The element after a table, or after the box that holds nothing but the table. */
const nextOf = (element: Element): Element | undefined => {
  const parent = element.parentNode;
  if (!parent || !tree.isElementNode(parent)) return undefined;
  // Shapes that the table’s marks refer to are no content.
  const siblings = childrenOf(parent).filter(({ tagName }) => tagName !== 'svg');
  const next = siblings[siblings.indexOf(element) + 1];
  return next ?? (siblings.length === 1 ? nextOf(parent) : undefined);
};

// Tables for editors describe this site's own files: the page says where those are made.
const tables = builtPages()
  .filter(({ template }) => !template.startsWith('for-editors/'))
  .flatMap(({ path, html }) =>
    below(parse(html))
      .filter(({ tagName }) => tagName === 'table')
      .map((table) => ({ path, table })),
  );

const without = (fault: (table: Element) => boolean): string[] =>
  tables.filter(({ table }) => fault(table)).map(({ path }) => path);

test('every table has a caption', () => {
  assert.ok(tables.length > 200, `${tables.length} tables only`);
  assert.deepEqual(
    without((table) => childrenOf(table)[0]?.tagName !== 'caption'),
    [],
  );
});

test('every head cell says what it heads', () => {
  assert.deepEqual(
    without((table) => {
      const heads = below(table).filter(({ tagName }) => tagName === 'th');
      return (
        heads.length === 0 ||
        heads.some((head) => !['col', 'row', 'colgroup', 'rowgroup'].includes(attribute(head, 'scope') ?? ''))
      );
    }),
    [],
  );
});

test('every table is followed by its source', () => {
  assert.deepEqual(
    without((table) => !hasClass(nextOf(table) ?? table, 'source-line')),
    [],
  );
});

test('every figure but a picture of the text beside it says where it comes from', () => {
  const figures = builtPages().flatMap(({ path, html }) =>
    below(parse(html))
      .filter(({ tagName }) => tagName === 'figure')
      .map((figure) => ({ path, figure })),
  );
  assert.ok(figures.length > 0);
  const silent = figures.filter(
    ({ figure }) =>
      !below(figure).some((element) => hasClass(element, 'source-line')) &&
      !hasClass(nextOf(figure) ?? figure, 'source-line'),
  );
  assert.deepEqual(
    silent.map(({ path }) => path),
    [],
  );
});
