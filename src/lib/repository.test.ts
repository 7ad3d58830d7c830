import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editAddress } from './repository.ts';

const right = 'https://github.com/cna/tta/edit/main/content/a.mdx';

test('the edit link leads to the file, whatever form the address of the repository has, and holds no token', () => {
  for (const repository of [
    'https://github.com/cna/tta',
    'https://github.com/cna/tta.git',
    'https://github.com/cna/tta/',
    'https://x-access-token:v1.abc@github.com/cna/tta',
    'https://oauth2:secret@github.com/cna/tta.git',
    'git@github.com:cna/tta.git',
    'ssh://git@github.com/cna/tta.git',
  ])
    assert.equal(editAddress(repository, 'main', 'content/a.mdx'), right, repository);
});

test('in a preview it leads to the published file, and to nothing where no address is known', () => {
  assert.equal(editAddress('https://github.com/cna/tta', 'pull/12/head', 'content/a.mdx'), right);
  for (const repository of [undefined, '', 'file:///srv/tta.git', '/srv/tta'])
    assert.equal(editAddress(repository, 'main', 'content/a.mdx'), undefined);
});
