/** The mail to whoever answers requests. */
import { csvForPeople } from '../../src/lib/open-data/csv.ts';
import { other, type statusLabels } from '../../src/request/questions.ts';
import type { Context } from '../context.ts';
import type { RequestRecord } from '../store/record.ts';
import { displayName, headerText, messageIdOf, shortened, type Mail } from './mail.ts';
import { htmlOf } from './provider-html.ts';
import { textOf } from './provider-text.ts';
import { viewOf, type View } from './view.ts';

/** For the subject: shorter than the words of the form. */
const shortStatus: Partial<Record<keyof typeof statusLabels, string>> = {
  current: 'grantee',
  past: 'past grantee',
  applicant: 'applicant',
  none: 'not funded',
};

const topicsIn = ({ answers, of }: View, labelOf: (topic: string) => string): string =>
  (answers.topics ?? [])
    .filter((topic) => topic !== other)
    .slice(0, 2)
    .map(labelOf)
    .join(', ') ||
  of('otherTopic') ||
  'other topic';

const subjectOf = (view: View, { site }: Pick<Context, 'site'>): string => {
  const { record, answers, of } = view;
  const labels = new Map(site.directory.vocabulary.topics.map(({ value, label }) => [value, label]));
  return [
    `[${record.reference}] ${answers.state ?? ''}`,
    (answers.spiStatus && shortStatus[answers.spiStatus]) ?? 'SPI status unknown',
    shortened(headerText(topicsIn(view, (topic) => labels.get(topic) ?? topic)), 60),
    ...(answers.neededBy && answers.neededBy !== 'open' ? [of('neededBy').toLowerCase()] : []),
    ...(answers.expert ? [`SME: ${of('expert')}`] : []),
    ...(record.signals.length > 0 ? ['possible spam'] : []),
  ].join(' | ');
};

/** One row with its headings, for a spreadsheet. */
const csvOf = ({ record, list, unasked, remarks }: View): string =>
  csvForPeople([
    {
      reference: record.reference,
      received: record.receivedAt,
      ...Object.fromEntries(list.map(({ name, text }) => [name, text])),
      // Whatever they were called: the reference of the row stays the request’s own.
      ...Object.fromEntries(unasked.map(([name, text]) => [`${name} (no longer asked)`, text])),
      remarks: remarks.join('; '),
    },
  ]);

export const providerMail = (record: RequestRecord, context: Pick<Context, 'site' | 'settings' | 'now'>): Mail => {
  const { settings, now } = context;
  const view = viewOf(record, context);
  const { reference, receivedAt, answers, isCanary } = record;
  // The daily test takes the very road of a request: what would not reach the provider must not pass.
  const to = isCanary && settings.canary ? [...settings.provider, settings.canary] : settings.provider;
  return {
    to: [...new Set(to)],
    from: settings.from,
    bounceTo: settings.bounce,
    replyTo: { name: displayName(view.of('name')), address: view.of('email') },
    subject: isCanary ? `[${reference}] Daily test: nothing to do` : subjectOf(view, context),
    text: textOf(view, settings.address),
    html: htmlOf(view, settings.address),
    messageId: messageIdOf(record, 'provider', settings.from),
    date: new Date(now()),
    attachments: [
      {
        filename: `${reference}.json`,
        content: JSON.stringify({ reference, receivedAt, answers, remarks: view.remarks }, null, 2),
        contentType: 'application/json',
      },
      { filename: `${reference}.csv`, content: csvOf(view), contentType: 'text/csv; charset=utf-8' },
    ],
  };
};
