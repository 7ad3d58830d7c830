/**
 * `npm run pictures`: takes the pictures on the page “For editors” anew, from the commands and pages as they are. Run it
 * after their words or the look changed.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { launchBrowser } from '../support/chromium.ts';
import { beginWebinar, openForm } from '../support/editor-form.ts';
import { startDevServer } from '../support/dev-server.ts';
import { root } from '../support/pages.ts';
import { scratchSite } from '../support/scratch-site.ts';
import { openTerminal } from '../support/terminal.ts';

const copy = scratchSite({ content: true });
const faulty = 'content/webinars/spi-101-april-2014.mdx';

/** Colors of the terminal’s codes. */
const styles: Record<string, string> = {
  1: 'font-weight: bold',
  2: 'color: #a9b3b0',
  31: 'color: #e89a8c',
  33: 'color: #e2c27a',
  36: 'color: #86c5d8',
};

const markup = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .split('\u001b[')
    .map((part, index) => {
      if (index === 0) return part;
      const [, codes = '', words = ''] = /^([\d;]*)m([\s\S]*)$/.exec(part) ?? [];
      const style = codes.split(';').flatMap((code) => styles[code] ?? []);
      return style.length > 0 ? `<span style="${style.join('; ')}">${words}</span>` : words;
    })
    .join('');

const browser = await launchBrowser();

const keep = async (name: string, picture: Buffer): Promise<void> => {
  const { width, height, size } = await sharp(picture)
    .webp({ quality: 82 })
    .toFile(join(root, `content/pages/for-editors/${name}.webp`));
  console.log(`${name}.webp: ${width} by ${height} pixels, ${size} bytes`);
};

const takeTerminal = async (name: string, text: string): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 940, height: 600 } });
  await page.setContent(
    `<body style="margin: 0; background: #161616"><pre style="box-sizing: border-box; width: 940px; margin: 0; padding: 16px; color: #f2f2ee; font: 14.8px/21.9px 'DejaVu Sans Mono', monospace; white-space: pre-wrap">${markup(text)}</pre>`,
  );
  await keep(name, await page.locator('pre').screenshot());
  await page.close();
};

const asking = async (): Promise<string> => {
  const terminal = openTerminal(
    `"${process.execPath}" "${join(root, 'src/editors/new.ts')}" webinar --root "${copy.folder}"`,
    copy.folder,
  );
  const answer = async (question: string, words: string): Promise<void> => {
    await terminal.waitFor(question);
    terminal.type(words);
  };
  await answer('Title (needed)', 'How three agencies measured foot patrol');
  await answer('Name of the file', '');
  await answer('Summary (needed)', 'Three agencies show how they counted minutes on foot.');
  await terminal.waitFor('Topics (needed)');
  terminal.press('evaluation');
  await terminal.waitFor('❯ Evaluation and measurement');
  terminal.press('Enter');
  await answer('Another? So far', '');
  await answer('Date (Enter', 'June 5, 2016');
  await answer('Presenters (Enter', 'Hildy Saizow; Jordan Newcomer | Analyst | Newtown Police Department');
  await terminal.waitFor('Objectives (Enter');
  await wait(300);
  const screen = terminal.screen().trimEnd();
  terminal.close();
  return `$ npm run new -- webinar\n${screen}`;
};

const checking = (): string => {
  // A terminal of its own, so that the words have their colors.
  const { stdout } = spawnSync(
    'script',
    ['-qc', `"${process.execPath}" "${join(root, 'src/checks/check.ts')}" --root "${copy.folder}"`, '/dev/null'],
    { encoding: 'utf8' },
  );
  return `$ npm run check\n${stdout.replaceAll('\r', '').trimEnd()}`;
};

const takePages = async (): Promise<void> => {
  const server = await startDevServer(copy.folder, { REPOSITORY_URL: 'https://github.com/example/site' });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 640 } });
    await page.goto(`${server.address}/webinars/`);
    await page.locator('content-faults aside').waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await keep('fault-while-writing', await page.screenshot());

    // Without the faults the notice does not cover the end of the page.
    copy.write(faulty, whole);
    await page.locator('content-faults aside').waitFor({ state: 'detached' });
    // The page loads itself anew then; a visit elsewhere would be broken off.
    await wait(1500);
    await page.setViewportSize({ width: 780, height: 640 });
    await page.goto(`${server.address}/webinars/new-findings-in-spi/`);
    const edit = page.locator('.edit');
    await edit.scrollIntoViewIfNeeded();
    const box = await edit.boundingBox();
    if (!box) throw new Error('The end of the page is not as this tool knows it.');
    const clip = { x: 0, y: box.y - 120, width: 780, height: box.height + 144 };
    await keep('correct-this-page', await page.screenshot({ clip }));
  } finally {
    await server.stop();
  }
};

const takeForm = async (): Promise<void> => {
  const form = await openForm(browser, globSync('content/{topics,experts}/*.mdx', { cwd: root }), 780);
  try {
    await beginWebinar(form);
    const [date, presenters] = [await form.part('date').boundingBox(), await form.part('presenters').boundingBox()];
    if (!date || !presenters) throw new Error('The form is not as this tool knows it.');
    const take = (y: number, end: number) => form.page.screenshot({ clip: { x: 0, y, width: 780, height: end - y } });
    await keep('form', await take(0, date.y + date.height));
    await keep('form-presenters', await take(presenters.y, presenters.y + presenters.height));
  } finally {
    await form.page.close();
    form.stop();
  }
};

const whole = copy.read(faulty);
try {
  await takeForm();
  await takeTerminal('new-in-the-terminal', await asking());
  copy.write(
    faulty,
    whole
      .replace(/^date: .*$/m, 'date: 1/8/2024')
      .replace('expert: hildy-saizow', 'expert: hilda-saizow')
      .replace('audience:', 'audiance:'),
  );
  await takeTerminal('check-in-the-terminal', checking());
  await takePages();
} finally {
  await browser.close();
  copy.remove();
}
