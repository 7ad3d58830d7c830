/**
 * `npm run pictures`: takes the two pictures of a terminal on the page “For editors” anew, from the commands as they are.
 * Run it after their words changed. The other pictures there are of the site itself, taken by hand.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { launchBrowser } from '../support/chromium.ts';
import { openTerminal } from '../support/terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'pictures-'));
for (const part of ['content', 'src', 'public']) cpSync(join(root, part), join(copy, part), { recursive: true });

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

const take = async (name: string, text: string): Promise<void> => {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 860, height: 600 } });
  await page.setContent(
    `<body style="margin: 0; background: #161616"><pre style="box-sizing: border-box; width: 860px; margin: 0; padding: 16px; color: #f2f2ee; font: 14.8px/21.9px 'DejaVu Sans Mono', monospace; white-space: pre-wrap">${markup(text)}</pre>`,
  );
  const picture = await page.locator('pre').screenshot();
  await browser.close();
  const { width, height, size } = await sharp(picture)
    .webp({ quality: 82 })
    .toFile(join(root, `content/pages/for-editors/${name}.webp`));
  console.log(`${name}.webp: ${width} by ${height} pixels, ${size} bytes`);
};

const asking = async (): Promise<string> => {
  const terminal = openTerminal(
    `"${process.execPath}" "${join(root, 'src/editors/new.ts')}" webinar --root "${copy}"`,
    copy,
  );
  for (const [words, answer] of [
    ['Title (needed)', 'How three agencies measured foot patrol'],
    ['Name of the file', ''],
    ['Summary (needed)', 'Three agencies show how they counted minutes on foot.'],
    ['Topics (needed)', 'patrol'],
    ['Another, or', ''],
    ['Date (Enter', 'June 5, 2016'],
    ['Presenters (Enter', 'Hildy Saizow; Jordan Newcomer, Newtown Police Department'],
    ['Role of Hildy', 'Moderator'],
    ['Role of Jordan', ''],
  ] as const) {
    await terminal.waitFor(words);
    terminal.type(answer);
  }
  await terminal.waitFor('Another, or');
  await wait(300);
  const screen = terminal.screen().trimEnd();
  terminal.close();
  return `$ npm run new -- webinar\n${screen}`;
};

const checking = (): string => {
  const file = 'content/webinars/spi-101-april-2014.mdx';
  const text = readFileSync(join(copy, file), 'utf8');
  writeFileSync(
    join(copy, file),
    text
      .replace(/^date: .*$/m, 'date: 1/8/2024')
      .replace('expert: hildy-saizow', 'expert: hilda-saizow')
      .replace('audience:', 'audiance:'),
  );
  // A terminal of its own, so that the words have their colors.
  const { stdout } = spawnSync(
    'script',
    ['-qc', `"${process.execPath}" "${join(root, 'src/checks/check.ts')}" --root "${copy}"`, '/dev/null'],
    { encoding: 'utf8' },
  );
  return `$ npm run check\n${stdout.replaceAll('\r', '').trimEnd()}`;
};

await take('new-in-the-terminal', await asking());
await take('check-in-the-terminal', checking());
rmSync(copy, { recursive: true, force: true });
