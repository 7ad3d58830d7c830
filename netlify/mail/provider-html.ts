/** The provider's mail as HTML: tables and inline styles, as mail programs want them. */
import type { Suggestion } from '../../src/lib/suggest.ts';
import { escapeHtml } from '../request/page.ts';
import { headings, type View } from './view.ts';

const ink = '#16201c';
const link = 'style="color:#0a5566"';
// A word of 2,000 characters must not make the page 20,000 px wide.
const cell =
  'style="text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid #c3cec7;font-size:15px;line-height:1.4;overflow-wrap:anywhere;word-break:break-word"';

const table = (list: readonly (readonly [string, string])[]): string => {
  const rows = list.map(
    ([label, words]) =>
      `<tr><th scope="row" width="120" ${cell}>${escapeHtml(label)}</th><td ${cell}>${escapeHtml(words).replaceAll('\n', '<br>')}</td></tr>`,
  );
  return `<table style="border-collapse:collapse;table-layout:fixed;width:100%;border-bottom:3px double ${ink}">${rows.join('')}</table>`;
};

const section = (title: string, content: string): string =>
  content && `<h2 style="font-size:17px;margin:28px 0 6px">${escapeHtml(title)}</h2>${content}`;

const suggestions = (list: readonly Suggestion[], address: string): string => {
  const items = list.map(
    ({ label, href, reason }) =>
      `<li style="margin:4px 0"><a href="${escapeHtml(address + href)}" ${link}>${escapeHtml(label)}</a>: ${escapeHtml(reason)}</li>`,
  );
  return items.length > 0 ? `<ul style="padding-left:20px;font-size:15px">${items.join('')}</ul>` : '';
};

export const htmlOf = (view: View, address: string): string => {
  const { record, list, replies, unasked } = view;
  const answers = Object.entries<string>(headings).map(([name, title]) => {
    const given = list
      .filter((answer) => answer.section === name && answer.text)
      .map(({ short, text }) => [short, text] as const);
    return section(title, given.length > 0 ? table(given) : '');
  });
  const drafts = replies.map(({ label, href }) => `<a href="${escapeHtml(href)}" ${link}>${escapeHtml(label)}</a>`);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(record.reference)}</title></head>`,
    `<body style="margin:0;padding:16px;background:#ffffff;color:${ink};font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5"><div style="max-width:640px">`,
    table(view.summary),
    `<p style="margin:16px 0">Reply with: ${drafts.join(' · ')}</p>`,
    ...answers,
    section('No longer asked', unasked.length > 0 ? table(unasked) : ''),
    section('Experts who could help', suggestions(view.experts, address)),
    section('Projects that worked on this', suggestions(view.projects, address)),
    `<p style="margin:28px 0 0;font-size:14px;color:#4a5751">${escapeHtml(view.closing)}</p></div></body></html>`,
  ].join('');
};
