/** What lies beside an entry comes onto its page: transcript, slides, pictures, components. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { scratchSite } from '../support/scratch-site.ts';

/** A PNG of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

const site = scratchSite();
after(() => site.remove());

const page = () => site.read('dist/webinars/dosage/index.html');

test('transcript, slides, picture and components of a webinar', () => {
  site.write(
    'content/webinars/dosage.mdx',
    `---
title: How much patrol is enough
summary: A webinar.
topics: []
reviewed: 2026-11-23
status: published
sources:
  - { title: A page, publisher: A publisher }
materials:
  - { title: Slides, file: ./dosage/slides.pdf }
  - { title: Handout, url: https://bja.ojp.gov/handout }
transcript: ./dosage/transcript.vtt
---
<Figure caption="Patrol was thin" source="A report, 2015, page 3">

![One dot](./dosage/pixel.png)

</Figure>

<Notice lead="Corrected.">The figure on page 3 was wrong.</Notice>
`,
  );
  site.write(
    'content/webinars/dosage/transcript.vtt',
    'WEBVTT\n\n00:02:00.000 --> 00:02:05.000\n<v Hildy Saizow>On dosage.\n\n00:02:00.500 --> 00:02:06.000\n<v James Coldren>On place.\n',
  );
  site.write('content/webinars/dosage/slides.pdf', '%PDF-1.4 test');
  site.writeBytes('content/webinars/dosage/pixel.png', pixel);
  const { status, output } = site.run('build');
  assert.equal(status, 0, output);
  assert.match(page(), /<section id="cue-120"[^>]*>.*02:00.*Hildy Saizow:.*On dosage\./s);
  assert.match(page(), /<section id="cue-120-2"[^>]*>.*James Coldren:.*On place\./s);
  assert.match(page(), /<a href="\/_astro\/slides[^"]*\.pdf">Slides<\/a>/);
  assert.match(page(), /<a href="https:\/\/bja\.ojp\.gov\/handout">Handout<\/a> \(another site\)/);
  assert.match(
    page(),
    /<figcaption>Patrol was thin<\/figcaption>.*<img[^>]*alt="One dot"[^>]*>.*Source: A report, 2015, page 3/s,
  );
  assert.match(page(), /<strong>Corrected\.<\/strong>\s+<p>The figure|<strong>Corrected\.<\/strong> The figure/);
});

test('a picture in a plain body is found beside the entry', () => {
  site.write(
    'content/pages/picture.mdx',
    '---\ntitle: Picture\nsummary: A page.\ntopics: []\nreviewed: 2026-11-23\nstatus: published\n---\n![A dot](./picture/dot.png)\n',
  );
  site.writeBytes('content/pages/picture/dot.png', pixel);
  for (const round of ['first build', 'build from the cache']) {
    const { status, output } = site.run('build');
    assert.equal(status, 0, `${round}: ${output}`);
    assert.match(site.read('dist/picture/index.html'), /<img[^>]*src="\/_astro\/dot[^"]*"[^>]*>/, round);
  }
});

test('a preview leaves out an entry that cannot be read, and shows the others; a build stops', () => {
  site.write('content/pages/broken.mdx', '---\ntitle: "Broken\n---\nWords.\n');
  const build = site.run('build');
  assert.notEqual(build.status, 0);
  assert.match(build.output, /content\/pages\/broken\.mdx:2/);
  const preview = site.run('preview');
  assert.equal(preview.status, 0, preview.output);
  assert.match(preview.output, /content\/pages\/broken\.mdx:2/);
  assert.match(site.read('dist/picture/index.html'), /A dot/);
});
