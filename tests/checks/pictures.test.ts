/** Pictures as they come from cameras and programs: their size and their place are read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { readIfThere } from '../../src/checks/reading/files.ts';
import { readPicture } from '../../src/checks/reading/picture.ts';

const red = { create: { width: 300, height: 200, channels: 3 as const, background: 'red' } };

for (const kind of ['png', 'jpeg', 'webp', 'avif', 'gif'] as const)
  test(`the size of a ${kind} is read`, async () => {
    const bytes = await sharp(red)[kind]().toBuffer();
    assert.deepEqual(readPicture(`a/b.${kind}`, new Uint8Array(bytes)), { width: 300, height: 200, hasPlace: false });
  });

for (const kind of ['jpeg', 'webp', 'png'] as const)
  test(`the place that a telephone writes into a ${kind} is found, and nothing where there is none`, async () => {
    const exif = {
      IFD0: { Make: 'A telephone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 21/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '71/1 3/1 0/1' },
    };
    const withPlace = await sharp(red).withExif(exif)[kind]().toBuffer();
    const without = await sharp(red).withExif({ IFD0: exif.IFD0 })[kind]().toBuffer();
    assert.equal(readPicture(`b.${kind}`, new Uint8Array(withPlace))?.hasPlace, true);
    assert.equal(readPicture(`b.${kind}`, new Uint8Array(without))?.hasPlace, false);
  });

test('what is no picture stops nothing', () => {
  assert.equal(readPicture('a.pdf', new Uint8Array(20)), undefined);
  assert.deepEqual(readPicture('a.png', new TextEncoder().encode('no picture at all')), {
    width: undefined,
    height: undefined,
    hasPlace: false,
  });
});

test('a picture that breaks off, and a drawing with code, are found', async () => {
  for (const kind of ['png', 'jpeg', 'webp'] as const) {
    const bytes = new Uint8Array(await sharp(red)[kind]().toBuffer());
    assert.equal(readPicture(`a.${kind}`, bytes)?.trouble, undefined, kind);
    assert.equal(readPicture(`a.${kind}`, bytes.slice(0, bytes.length - 20))?.trouble, 'cut', kind);
  }
  const drawing = (inside: string): string | undefined =>
    readPicture('a.svg', new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>\n`))
      ?.trouble;
  assert.equal(drawing('<a href="#b"><rect fill="url(#c)"/></a>'), undefined);
  assert.equal(drawing('<script>alert(1)</script>'), 'code');
  assert.equal(drawing('<rect onload="x()"/>'), 'code');
  assert.equal(drawing('<a href="javascript:x()"/>'), 'code');
  assert.equal(drawing('<foreignObject/>'), 'code');
  assert.equal(drawing('<image href="https://example.org/a.png"/>'), 'outside');
  assert.equal(drawing('<style>@import "x.css"</style>'), 'outside');
  for (const text of ['<svg', '<html>no drawing</html>', '<svg><rect>'])
    assert.equal(readPicture('a.svg', new TextEncoder().encode(text))?.trouble, 'no-svg');
});

test('a picture of a few bytes, and a file that is none, are told and stop nothing', () => {
  assert.equal(readPicture('a.webp', new TextEncoder().encode('RIFF'))?.trouble, 'cut');
  assert.equal(readIfThere('content', 'no-such-file.mdx'), '');
  assert.equal(readIfThere('.', 'content'), '');
});
