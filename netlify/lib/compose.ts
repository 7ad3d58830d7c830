/** The messages: to the provider, to the requester, and alarms. */
import { answersAsText, answersInOrder, type Answer } from '../../src/lib/answers.ts';
import { mailtoLink } from '../../src/lib/mailto.ts';
import { relatedProjects, suggestedExperts, type Suggestion } from '../../src/lib/suggest.ts';
import { depths, statusLabels, urgencies, type Answers, type RequestSection } from '../../src/request/schema.ts';
import { csvOf } from './csv.ts';
import { remarksOn } from './validate.ts';
import { escapeHtml } from './page.ts';
import type { MessageName, RequestRecord } from './record.ts';
import type { Mail } from './send.ts';
import type { Settings } from './settings.ts';
import type { Site } from './site.ts';

/** The sections of the form, as the provider sees them. */
const headings: Record<RequestSection, string> = {
  you: 'Who asks',
  agency: 'Agency',
  issue: 'Issue',
  help: 'Help wanted',
  close: 'Consent and context',
};

const senderName = 'Smart Policing assistance requests';

/** A display name that cannot be mistaken for an address. */
const displayName = (name: string): string =>
  name
    .replace(/[<>@"\\,;:()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The same message always has the same id, so a mail server or reader that gets it twice can tell. */
const messageIdOf = (
  { reference, id }: Pick<RequestRecord, 'reference' | 'id'>,
  message: string,
  from: string,
): string => `<${reference.toLowerCase()}.${id.slice(0, 12)}.${message}@${from.split('@')[1] ?? 'localhost'}>`;

interface View {
  record: RequestRecord;
  answers: Partial<Answers>;
  list: Answer[];
  of: (name: Answer['name']) => string;
  experts: Suggestion[];
  projects: Suggestion[];
  remarks: string[];
  aboutPage: { title: string; href: string } | undefined;
}

const viewOf = (record: RequestRecord, site: Site): View => {
  const answers = record.answers as Partial<Answers>;
  const about = typeof record.answers['about'] === 'string' ? record.answers['about'] : '';
  const aboutPage = Object.hasOwn(site.directory.pages, about) ? site.directory.pages[about] : undefined;
  const list = answersInOrder(answers, site.fields).map((answer) =>
    answer.name === 'about' && aboutPage ? { ...answer, text: `${aboutPage.title} (${aboutPage.href})` } : answer,
  );
  const wanted = { topics: answers.topics ?? [], state: answers.state ?? '', expert: answers.expert };
  return {
    record,
    answers,
    list,
    of: (name) => list.find((answer) => answer.name === name)?.text ?? '',
    experts: suggestedExperts(wanted, site.directory),
    projects: relatedProjects(wanted, site.directory),
    remarks: [
      ...record.signals.map((signal) => `Possible spam: ${signal}`),
      ...remarksOn({
        email: answers.email ?? '',
        issue: answers.issue ?? '',
        tried: answers.tried,
        outcome: answers.outcome,
        neededWhy: answers.neededWhy,
      }),
    ],
    aboutPage,
  };
};

/** For the subject: shorter than the words of the form. */
const shortStatus: Partial<Record<keyof typeof statusLabels, string>> = {
  current: 'grantee',
  past: 'past grantee',
  applicant: 'applicant',
  none: 'not funded',
};

const subjectOf = ({ record, answers, of }: View): string =>
  [
    `[${record.reference}] ${answers.state ?? ''}`,
    (answers.spiStatus && shortStatus[answers.spiStatus]) ?? 'SPI status unknown',
    shortened(
      oneLine(
        of('topics')
          .split('; ')
          .filter((topic) => topic !== 'Something else')
          .slice(0, 2)
          .join(', ') ||
          of('otherTopic') ||
          'other topic',
      ),
      60,
    ),
    ...(answers.neededBy && answers.neededBy !== 'open' ? [urgencies[answers.neededBy].toLowerCase()] : []),
    ...(answers.expert ? [`SME: ${of('expert')}`] : []),
    ...(record.signals.length > 0 ? ['possible spam'] : []),
  ].join(' | ');

/** Eight lines that say what to do next. */
const summaryOf = (view: View): [string, string][] => {
  const { answers, of, record, experts, remarks } = view;
  return [
    ['Issue', shortened(oneLine(of('issue')), 160)],
    ['Who', [of('name'), of('role'), of('agency'), of('state')].filter(Boolean).join(', ')],
    [
      'Answer to',
      [of('email'), of('phone'), of('contactBy') && `best by ${of('contactBy').toLowerCase()}`, of('hours')]
        .filter(Boolean)
        .join('; '),
    ],
    [
      'SPI status',
      [
        of('spiStatus') || 'Not said',
        of('awardNumber') && `award ${of('awardNumber')}`,
        answers.asker === 'expert' ? 'asked by an expert for the site' : '',
      ]
        .filter(Boolean)
        .join('; '),
    ],
    [
      'Wants',
      [
        of('kind') || 'Kind not said',
        answers.depth ? depths[answers.depth].toLowerCase() : '',
        shortened(oneLine(of('outcome')), 100),
      ]
        .filter(Boolean)
        .join('; '),
    ],
    ['By when', [of('neededBy') || 'Not said', of('neededWhy')].filter(Boolean).join(': ')],
    ['Could help', experts.map(({ label }) => label).join(', ') || 'No expert on this site fits'],
    [
      'Look out',
      remarks.length > 0
        ? remarks.join('; ')
        : `Nothing noticed. Received ${record.receivedAt.slice(0, 16).replace('T', ' ')} UTC`,
    ],
  ];
};

const suggestionLines = (title: string, list: readonly Suggestion[], address: string): string =>
  list.length === 0
    ? ''
    : `\n\n${title}\n\n${list.map(({ label, href, reason }) => `- ${label}: ${reason}\n  ${address}${href}`).join('\n')}`;

const textOf = (view: View, address: string): string =>
  [
    summaryOf(view)
      .map(([label, words]) => `${label}: ${words}`)
      .join('\n'),
    `\n\n${'-'.repeat(40)}\n\n`,
    answersAsText(view.list, { headings, by: 'short' }),
    suggestionLines('EXPERTS WHO COULD HELP', view.experts, address),
    suggestionLines('PROJECTS THAT WORKED ON THIS', view.projects, address),
    `\n\n${'-'.repeat(40)}\n${view.record.reference}. Reply to this message to write to the requester. The attachments hold the same answers for a spreadsheet (CSV) and for programs (JSON).`,
  ].join('');

const replies = (view: View): { label: string; href: string }[] => {
  const { record, answers } = view;
  const subject = `[${record.reference}] Your request for assistance`;
  const to = answers.email ?? '';
  const draft = (label: string, body: string) => ({
    label,
    href: mailtoLink(to, subject, `${body}\n\nReference: ${record.reference}\n`),
  });
  return [
    draft('We have it', 'Thank you for your request. We have read it, and will write again when we know who can help.'),
    draft('We need to know more', 'Thank you for your request. To find the right help we need to know more:\n\n'),
    draft('Someone is assigned', 'Thank you for your request. The person who will help you is:\n\n'),
  ];
};

const cell =
  'style="text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid #c3cec7;font-size:15px;line-height:1.4"';

const rows = (list: readonly (readonly [string, string])[]): string =>
  list
    .map(
      ([label, words]) =>
        `<tr><th scope="row" ${cell}>${escapeHtml(label)}</th><td ${cell}>${escapeHtml(words).replaceAll('\n', '<br>')}</td></tr>`,
    )
    .join('');

const table = (list: readonly (readonly [string, string])[]): string =>
  `<table role="presentation" style="border-collapse:collapse;width:100%;border-bottom:3px double #16201c">${rows(list)}</table>`;

const heading = (words: string): string =>
  `<h2 style="font-size:18px;line-height:1.3;margin:28px 0 8px">${escapeHtml(words)}</h2>`;

const suggestionList = (title: string, list: readonly Suggestion[], address: string): string =>
  list.length === 0
    ? ''
    : `${heading(title)}<ul style="padding-left:20px;margin:0">${list
        .map(
          ({ label, href, reason }) =>
            `<li style="margin:4px 0"><a href="${escapeHtml(address + href)}" style="color:#0a5566">${escapeHtml(label)}</a>: ${escapeHtml(reason)}</li>`,
        )
        .join('')}</ul>`;

const htmlOf = (view: View, address: string): string => {
  const { record, list } = view;
  const sections = Object.entries<string>(headings).map(([section, title]) => {
    const given = list
      .filter((answer) => answer.section === section && answer.text)
      .map(({ short, text }) => [short, text] as const);
    return given.length > 0 ? heading(title) + table(given) : '';
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(record.reference)}</title></head><body style="margin:0;padding:16px;background:#ffffff;color:#16201c;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5"><div style="max-width:640px">${table(summaryOf(view))}<p style="margin:16px 0">Reply with: ${replies(
    view,
  )
    .map(({ label, href }) => `<a href="${escapeHtml(href)}" style="color:#0a5566">${escapeHtml(label)}</a>`)
    .join(
      ' · ',
    )}</p>${sections.join('')}${suggestionList('Experts who could help', view.experts, address)}${suggestionList('Projects that worked on this', view.projects, address)}<p style="margin:28px 0 0;font-size:14px;color:#4a5751">${escapeHtml(record.reference)}. Reply to this message to write to the requester. The attachments hold the same answers for a spreadsheet (CSV) and for programs (JSON).</p></div></body></html>`;
};

const providerMail = (record: RequestRecord, site: Site, settings: Settings): Mail => {
  const view = viewOf(record, site);
  const { name = '', email = '' } = view.answers;
  const row = [
    ['reference', record.reference],
    ['received', record.receivedAt],
    ...view.list.map(({ name: field, text }) => [field, text]),
    ['remarks', view.remarks.join('; ')],
  ] as [string, string][];
  return {
    to: { name: '', address: record.isCanary ? (settings.canary ?? settings.alarm) : settings.provider },
    from: { name: senderName, address: settings.from },
    replyTo: { name: displayName(name), address: email },
    subject: record.isCanary ? `[${record.reference}] Daily test: nothing to do` : subjectOf(view),
    text: textOf(view, settings.address),
    html: htmlOf(view, settings.address),
    messageId: messageIdOf(record, 'provider', settings.from),
    date: new Date(record.receivedAt),
    attachments: [
      {
        filename: `${record.reference}.json`,
        content: JSON.stringify(
          {
            reference: record.reference,
            receivedAt: record.receivedAt,
            answers: record.answers,
            remarks: view.remarks,
          },
          null,
          2,
        ),
        contentType: 'application/json',
      },
      { filename: `${record.reference}.csv`, content: csvOf(row), contentType: 'text/csv; charset=utf-8' },
    ],
  };
};

/** Fixed words only: whoever fills in a stranger's address must not be able to send them anything. */
const acknowledgementMail = (record: RequestRecord, settings: Settings): Mail => ({
  to: { name: '', address: String(record.answers['email'] ?? '') },
  from: { name: senderName, address: settings.from },
  replyTo: { name: senderName, address: settings.provider },
  subject: `[${record.reference}] Your request for assistance was received`,
  text: `Your request for technical assistance was received.

Reference: ${record.reference}
Received: ${record.receivedAt.slice(0, 16).replace('T', ' ')} UTC

What happens next
It is passed on by e-mail to the people who answer requests. One of them writes or calls you.

To add a letter of support or anything else
Reply to this message and attach it. Leave the reference in the subject line.

How requests are handled
${settings.address}/how-requests-are-handled/

Did you not ask for this? Then someone gave your address by mistake. You need not do anything.
`,
  messageId: messageIdOf(record, 'acknowledgement', settings.from),
  date: new Date(record.receivedAt),
  isAutomatic: true,
});

export const compose = (message: MessageName, record: RequestRecord, site: Site, settings: Settings): Mail =>
  message === 'provider' ? providerMail(record, site, settings) : acknowledgementMail(record, settings);

/** To whoever looks after the site. States, counts and references, no answers. */
export const alarmMail = (
  id: string,
  subject: string,
  lines: readonly string[],
  settings: Settings,
  now: number,
): Mail => ({
  to: { name: '', address: settings.alarm },
  from: { name: senderName, address: settings.from },
  subject: `Requests for assistance: ${subject}`,
  text: `${lines.join('\n')}\n\nTo see what is pending: npm run requests -- --live\n`,
  messageId: `<alarm.${id}@${settings.from.split('@')[1] ?? 'localhost'}>`,
  date: new Date(now),
  isAutomatic: true,
});
