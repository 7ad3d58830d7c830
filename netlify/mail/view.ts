/** A request as the provider reads it: what the text, the HTML and the table of the mail all show. */
import { answersInOrder, type Answer } from '../../src/lib/answers.ts';
import { mailtoLink } from '../../src/lib/mailto.ts';
import { relatedProjects, suggestedExperts, type Suggestion } from '../../src/lib/suggest.ts';
import type { RequestSection } from '../../src/request/questions.ts';
import type { Answers } from '../../src/request/schema.ts';
import type { Context } from '../context.ts';
import type { RequestRecord } from '../store/record.ts';
import { headerText, minuteUtc, shortened } from './mail.ts';
import { remarksOn } from './remarks.ts';

/** The sections of the form, as the provider sees them, in the provider's order. */
export const headings: Record<RequestSection, string> = {
  you: 'Who asks',
  agency: 'Agency',
  issue: 'Issue',
  help: 'Help wanted',
  close: 'Consent and context',
};

export interface View {
  record: RequestRecord;
  answers: Partial<Answers>;
  /** Answers to the form's questions, in its order. */
  list: Answer[];
  /** Answers to questions that the form no longer asks, by the name they were asked under. */
  unasked: [name: string, text: string][];
  of: (name: Answer['name']) => string;
  /** Eight lines that say what to do next. */
  summary: [string, string][];
  experts: Suggestion[];
  projects: Suggestion[];
  remarks: string[];
  /** Drafts of an answer. */
  replies: { label: string; href: string }[];
  closing: string;
}

const summaryOf = ({ answers, of, record, experts, remarks }: Omit<View, 'summary'>): [string, string][] => {
  const line = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join('; ');
  return [
    ['Issue', shortened(headerText(of('issue')), 160)],
    ['Who', [of('name'), of('role'), of('agency'), of('state')].filter(Boolean).join(', ')],
    [
      'Answer to',
      line(of('email'), of('phone'), of('contactBy') && `best by ${of('contactBy').toLowerCase()}`, of('hours')),
    ],
    [
      'SPI status',
      line(
        of('spiStatus') || 'Not said',
        of('awardNumber') && `award ${of('awardNumber')}`,
        answers.asker === 'expert' && 'asked by an expert for the site',
      ),
    ],
    [
      'Wants',
      line(of('kind') || 'Kind not said', of('depth').toLowerCase(), shortened(headerText(of('outcome')), 100)),
    ],
    ['By when', [of('neededBy') || 'Not said', of('neededWhy')].filter(Boolean).join(': ')],
    ['Could help', experts.map(({ label }) => label).join(', ') || 'No expert on this site fits'],
    ['Look out', remarks.length > 0 ? remarks.join('; ') : `Nothing noticed. Received ${minuteUtc(record.receivedAt)}`],
  ];
};

const repliesTo = ({ reference }: RequestRecord, to: string): View['replies'] =>
  [
    ['We have it', 'Thank you for your request. We have read it, and will write again when we know who can help.'],
    ['We need to know more', 'Thank you for your request. To find the right help we need to know more:\n\n'],
    ['Someone is assigned', 'Thank you for your request. The person who will help you is:\n\n'],
  ].map(([label = '', body = '']) => ({
    label,
    href: mailtoLink(to, `[${reference}] Your request for assistance`, `${body}\n\nReference: ${reference}\n`),
  }));

export const viewOf = (record: RequestRecord, { site, now }: Pick<Context, 'site' | 'now'>): View => {
  const answers = record.answers as Partial<Answers>;
  const pages = new Map(Object.entries(site.directory.pages));
  const about = pages.get(String(answers.about));
  const list = answersInOrder(answers, site.fields).map((answer) =>
    answer.name === 'about' && about ? { ...answer, text: `${about.title} (${about.href})` } : answer,
  );
  const asked = new Set<string>(site.fields.map(({ name }) => name));
  const unasked = Object.entries(record.answers)
    .filter(([name]) => !asked.has(name))
    .map(([name, value]): [string, string] => [name, [value].flat().join('; ')]);
  const wanted = { topics: answers.topics ?? [], state: answers.state ?? '', expert: answers.expert };
  const view = {
    record,
    answers,
    list,
    unasked,
    of: (name: Answer['name']) => list.find((answer) => answer.name === name)?.text ?? '',
    experts: suggestedExperts(wanted, site.directory),
    projects: relatedProjects(wanted, site.directory),
    remarks: remarksOn(
      record,
      unasked.map(([name]) => `“${name}”`),
      now(),
    ),
    replies: repliesTo(record, answers.email ?? ''),
    closing: `${record.reference}, received ${minuteUtc(record.receivedAt)}. Reply to this message to write to the requester. The attachments hold the same answers for a spreadsheet (CSV) and for programs (JSON).`,
  };
  return { ...view, summary: summaryOf(view) };
};
