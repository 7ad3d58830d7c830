/** Valid HTML on every page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { builtPages } from '../support/pages.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // A line's length in spaces and how a void element is closed are no matter of validity.
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      // Safari drops the list's meaning with its bullets: role="list" gives it back. https://webkit.org/b/170179
      'no-redundant-role': 'off',
      // A long title is better than one cut short; the part that tells pages apart comes first.
      'long-title': 'off',
      // HTML lets an id begin with a figure, and headings do: “17 sites, grouped by role”.
      'valid-id': ['error', { relaxed: true }],
      // Checkboxes that answer one question share its name, as radio buttons do.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
      // Nothing comes from another host, which is what this guards against.
      'require-sri': ['error', { target: 'crossorigin' }],
      // Telephone numbers are written as their sources print them.
      'tel-non-breaking': 'off',
    },
  }),
);

test('HTML is valid on every page', async () => {
  const faults = new Map<string, string[]>();
  for (const { path, html } of builtPages()) {
    const report = await validator.validateString(html, path);
    for (const { messages } of report.results)
      for (const { ruleId, message, line, column } of messages) {
        const fault = `${message} (${ruleId})`;
        faults.set(fault, [...(faults.get(fault) ?? []), `${path}:${line}:${column}`]);
      }
  }
  assert.deepEqual(
    [...faults].map(
      ([fault, places]) => `${fault}: ${places[0]}${places.length > 1 ? ` and ${places.length - 1} more` : ''}`,
    ),
    [],
  );
});
