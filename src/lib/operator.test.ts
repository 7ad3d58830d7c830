import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiverOf } from './operator.ts';

const program = { name: 'Smart Policing Initiative', provider: 'CNA', funderShortName: 'BJA' };
const programForm = { label: 'the program’s own form', href: 'https://program.example/form/' };

test('a copy of the site says who receives a request, and where the program takes one', () => {
  const { sentence, instead } = receiverOf(
    { name: 'the Springfield Police Department', isProvider: false, programForm },
    program,
  );
  assert.equal(sentence, 'Requests made here go to the Springfield Police Department, not to BJA or CNA.');
  assert.equal(instead?.href, programForm.href);
});

test('the provider’s own site says that requests go directly to it, and sends nobody elsewhere', () => {
  const { sentence, instead } = receiverOf({ name: 'CNA', isProvider: true, programForm }, program);
  assert.equal(
    sentence,
    'Requests go directly to CNA, the technical assistance provider of the Smart Policing Initiative.',
  );
  assert.equal(instead, undefined);
});
