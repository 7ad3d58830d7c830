/**
 * A request for technical assistance. The form's markup, the function's validation, the mail and the
 * tests all come from this schema: each field carries its label, its hint and its place in the form.
 */
import * as z from 'zod';
import {
  emailMax,
  emailPattern,
  lengthOf,
  noSiteContact,
  noTopic,
  notEmail,
  notOffered,
  textMax,
  tooLong,
} from './messages.ts';

export interface Option {
  value: string;
  label: string;
  /** Options under one heading stand together. */
  group?: string | undefined;
}

/** Answers that come from the content: the site's own topics, kinds of assistance and experts. */
export interface Vocabulary {
  topics: Option[];
  types: Option[];
  experts: Option[];
  states: Option[];
}

/** In the order of the form: the one question that matters comes first. */
export const requestSections = {
  issue: 'What you need help with',
  you: 'About you',
  agency: 'Your agency',
  help: 'When you need it, and how',
  close: 'Before you send',
} as const;
export type RequestSection = keyof typeof requestSections;

/** What the folded questions of a part are about. */
export const foldedQuestions: Partial<Record<RequestSection, string>> = {
  issue: 'More about it: another topic, what you have tried, what a good result would be',
  you: 'More about you: role, telephone, best times, or that you ask for another site',
  agency: 'More about the agency: kind, size, SPI status, award number',
  help: 'More about the help: why by then, what kind, how much, from whom',
  close: 'Two last questions: is your chief aware, and may the question be shared',
};

interface FieldMeta {
  section: RequestSection;
  label: string;
  /** Short name for the mail and the CSV. */
  short: string;
  hint?: string;
  control: 'text' | 'email' | 'tel' | 'textarea' | 'select' | 'radio' | 'checkboxes' | 'context';
  /** Most characters (`lengthOf`), after line ends became one character each. */
  max?: number;
  options?: Option[];
  /** Told when a required answer is missing; its presence makes the field required. */
  missing?: string;
  autocomplete?: string;
  /** Helps, but most requests do without it: folded away on the form, so that the way to “send” is short. */
  isFolded?: boolean;
}

export interface Field extends FieldMeta {
  name: RequestFieldName;
}

const stringOf = (field: FieldMeta & { max: number }) =>
  z
    .string({ error: field.missing ?? `“${field.label}” came in a form this site does not read. Write it as text.` })
    .min(1, { error: field.missing ?? `“${field.label}” is empty. Write something, or leave it out.` })
    .refine((text) => lengthOf(text) <= field.max, {
      error: ({ input }) => tooLong(field.label, lengthOf(String(input)), field.max),
    });

const required = (field: FieldMeta & { max: number; missing: string }) => stringOf(field).meta({ ...field });
const optional = (field: FieldMeta & { max: number }) =>
  stringOf(field)
    .optional()
    .meta({ ...field });

const emailOf = (field: FieldMeta & { max: number }) =>
  stringOf(field).regex(emailPattern, { error: ({ input }) => notEmail(String(input)) });
const requiredEmail = (field: FieldMeta & { max: number; missing: string }) => emailOf(field).meta({ ...field });
const optionalEmail = (field: FieldMeta & { max: number }) =>
  emailOf(field)
    .optional()
    .meta({ ...field });

const oneOf = <Value extends string>(field: FieldMeta, values: readonly [Value, ...Value[]]) =>
  z.enum(values, {
    error: (issue) => (issue.input === undefined && field.missing) || notOffered(field.label, issue.input),
  });

/** Values known only when the content is read; without any, nothing is allowed. */
const valuesOf = (options: readonly Option[]): [string, ...string[]] => {
  const [first = '(none)', ...rest] = options.map(({ value }) => value);
  return [first, ...rest];
};

const choice = <Value extends string>(
  field: FieldMeta & { control: 'radio' | 'select' },
  labels: Record<Value, string>,
) =>
  oneOf(field, Object.keys(labels) as [Value, ...Value[]])
    .optional()
    .meta({ ...field, options: Object.entries<string>(labels).map(([value, label]) => ({ value, label })) });

const requiredPick = (field: FieldMeta & { options: Option[]; missing: string }) =>
  oneOf(field, valuesOf(field.options)).meta({ ...field });
const optionalPick = (field: FieldMeta & { options: Option[] }) =>
  oneOf(field, valuesOf(field.options))
    .optional()
    .meta({ ...field });

/** Several of a list. Whether one at least is needed depends on other answers: see the rules below the schema. */
const requiredPicks = (field: FieldMeta & { options: Option[]; missing: string }) => {
  const twice = `One of the ${field.label.toLowerCase()} was sent twice. Choose each once.`;
  return z
    .array(oneOf({ ...field, missing: '' }, valuesOf(field.options)), {
      error: `The ${field.label.toLowerCase()} came in a form this site does not read. Choose them from the list.`,
    })
    .max(field.options.length, { error: twice })
    .refine((list) => new Set(list).size === list.length, { error: twice })
    .default([])
    .meta({ ...field });
};

/** Beside the site's own vocabulary. */
export const other = 'other';
const notSure = 'not-sure';

export const urgencies = {
  'two-weeks': 'Within two weeks',
  month: 'Within a month',
  quarter: 'Within three months',
  open: 'No set date',
} as const;
export const statusLabels = {
  current: 'Current SPI grantee',
  past: 'Past SPI grantee',
  applicant: 'Applicant, or planning to apply',
  none: 'Not funded by SPI',
  [notSure]: 'Not sure',
} as const;
export const depths = {
  quick: 'A quick answer',
  calls: 'Some calls',
  'on-site': 'Someone on site',
  [notSure]: 'Not sure',
} as const;

// Rules over several answers are told together with the faults of single ones, so they run on whatever was sent.
const isObject = ({ value }: { value: unknown }): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const lacksTopic = (answers: { topics?: unknown; otherTopic?: unknown }): boolean =>
  !answers.otherTopic &&
  (answers.topics === undefined || (Array.isArray(answers.topics) && answers.topics.length === 0));
const lacksSiteContact = (answers: { asker?: unknown }, field: 'siteContactName' | 'siteContactEmail'): boolean =>
  answers.asker === 'expert' && (answers as Record<string, unknown>)[field] === undefined;
/** The schema, given the answers that the content offers. */
export const requestSchema = ({ topics, types, experts, states }: Vocabulary) =>
  z
    .strictObject(
      {
        issue: required({
          section: 'issue',
          label: 'What is happening?',
          short: 'Issue',
          control: 'textarea',
          max: textMax,
          hint: 'The problem in your own words: what, where, since when. Leave out names and case numbers.',
          missing: 'The issue is missing. Write in a sentence or two what is happening.',
        }),
        topics: requiredPicks({
          section: 'issue',
          label: 'Topics',
          short: 'Topics',
          control: 'checkboxes',
          hint: 'Choose at least one.',
          options: [...topics, { value: other, label: 'Something else', group: 'other' }],
          missing: noTopic,
        }),
        about: z
          .string()
          .max(160)
          .regex(/^[a-z-]+\/[a-z0-9-]+$/)
          .optional()
          // Nobody types this: it comes with a link, and a bad link is no reason to stop a person.
          .catch(undefined)
          .meta({
            section: 'issue',
            label: 'The page you came from',
            short: 'Page',
            control: 'context',
            max: 160,
          } satisfies FieldMeta),
        otherTopic: optional({
          section: 'issue',
          label: 'Something else: which topic?',
          short: 'Other topic',
          control: 'text',
          max: 120,
          isFolded: true,
        }),
        tried: optional({
          section: 'issue',
          label: 'What have you tried?',
          short: 'Tried',
          control: 'textarea',
          max: textMax,
          isFolded: true,
        }),
        outcome: optional({
          section: 'issue',
          label: 'What would a good result be?',
          short: 'Good result',
          control: 'textarea',
          max: textMax,
          hint: 'For example: a policy draft by June, officers trained, a talk with a site that has done it.',
          isFolded: true,
        }),

        name: required({
          section: 'you',
          label: 'Your name',
          short: 'Name',
          control: 'text',
          max: 120,
          autocomplete: 'name',
          missing: 'Your name is missing. Write the name we should ask for.',
        }),
        email: requiredEmail({
          section: 'you',
          label: 'Your email address',
          short: 'Email',
          control: 'email',
          max: emailMax,
          autocomplete: 'email',
          hint: 'The answer comes to this address. A work address is best.',
          missing: 'Your email address is missing. Write the address the answer should go to.',
        }),
        role: optional({
          section: 'you',
          label: 'Your rank or role',
          short: 'Role',
          control: 'text',
          max: 120,
          autocomplete: 'organization-title',
          isFolded: true,
        }),
        phone: optional({
          section: 'you',
          label: 'Your telephone number',
          short: 'Phone',
          control: 'tel',
          max: 40,
          autocomplete: 'tel',
          isFolded: true,
        }),
        contactBy: choice(
          { section: 'you', label: 'Best way to reach you', short: 'Best way', control: 'radio', isFolded: true },
          { email: 'Email', phone: 'Telephone', either: 'Either' },
        ),
        hours: optional({
          section: 'you',
          label: 'Best times to reach you',
          short: 'Hours',
          control: 'text',
          max: 120,
          hint: 'With your time zone. Shift work is fine: “after 10 p.m. Central”.',
          isFolded: true,
        }),
        asker: choice(
          { section: 'you', label: 'Who is asking?', short: 'Asking', control: 'radio', isFolded: true },
          { site: 'The agency or project itself', expert: 'A subject matter expert, for a site' },
        ),
        siteContactName: optional({
          section: 'you',
          label: 'Contact at the site: name',
          short: 'Site contact',
          control: 'text',
          max: 120,
          hint: 'Only if you are an expert who asks for a site.',
          isFolded: true,
        }),
        siteContactEmail: optionalEmail({
          section: 'you',
          label: 'Contact at the site: email address',
          short: 'Site contact email',
          control: 'email',
          max: emailMax,
          hint: 'Only if you are an expert who asks for a site.',
          isFolded: true,
        }),

        agency: required({
          section: 'agency',
          label: 'Agency or organization',
          short: 'Agency',
          control: 'text',
          max: 160,
          autocomplete: 'organization',
          missing: 'The agency is missing. Write the name of the agency that needs help.',
        }),
        state: requiredPick({
          section: 'agency',
          label: 'State or territory',
          short: 'State',
          control: 'select',
          options: states,
          missing: 'The state or territory is missing. Choose it from the list.',
        }),
        agencyKind: choice(
          { section: 'agency', label: 'Kind of agency', short: 'Kind of agency', control: 'select', isFolded: true },
          {
            municipal: 'Municipal or city police',
            county: 'County police or sheriff',
            state: 'State police or agency',
            tribal: 'Tribal police',
            campus: 'Campus or school police',
            transit: 'Transit or other special police',
            prosecutor: 'Prosecutor or court',
            research: 'Research partner or university',
            other: 'Another kind',
          },
        ),
        agencySize: choice(
          { section: 'agency', label: 'Sworn officers', short: 'Sworn officers', control: 'radio', isFolded: true },
          {
            '1-24': '1 to 24',
            '25-99': '25 to 99',
            '100-499': '100 to 499',
            '500+': '500 or more',
            [notSure]: 'Not sure',
          },
        ),
        spiStatus: choice(
          {
            section: 'agency',
            label: 'Your SPI (Smart Policing Initiative) status',
            short: 'SPI status',
            control: 'radio',
            hint: 'Any answer is fine. Agencies without an SPI grant are helped case by case.',
            isFolded: true,
          },
          statusLabels,
        ),
        awardNumber: optional({
          section: 'agency',
          label: 'Award number',
          short: 'Award',
          control: 'text',
          max: 40,
          hint: 'If you have it at hand. It looks like 2018-WY-BX-0001.',
          isFolded: true,
        }),

        neededBy: choice(
          { section: 'help', label: 'By when do you need it?', short: 'Needed by', control: 'radio' },
          urgencies,
        ),
        neededWhy: optional({
          section: 'help',
          label: 'Why by then?',
          short: 'Why then',
          control: 'text',
          max: 200,
          hint: 'A council vote, a grant deadline, a start date.',
          isFolded: true,
        }),
        kind: optionalPick({
          section: 'help',
          label: 'Kind of assistance',
          short: 'Kind',
          control: 'radio',
          hint: 'You do not have to know. The provider works it out with you.',
          options: [...types, { value: notSure, label: 'Not sure' }],
          isFolded: true,
        }),
        depth: choice(
          { section: 'help', label: 'How much help?', short: 'Depth', control: 'radio', isFolded: true },
          depths,
        ),
        expert: optionalPick({
          section: 'help',
          label: 'Subject matter expert, if you know who',
          short: 'SME',
          control: 'select',
          options: experts,
          isFolded: true,
        }),

        executive: choice(
          {
            section: 'close',
            label: 'Is your chief or executive aware of this request?',
            short: 'Executive aware',
            control: 'radio',
            hint: 'A letter of support can follow later by email.',
            isFolded: true,
          },
          { yes: 'Yes', 'not-yet': 'Not yet', [notSure]: 'Not sure' },
        ),
        share: choice(
          {
            section: 'close',
            label: 'May we share your question, without names, with another site?',
            short: 'Share without names',
            control: 'radio',
            hint: 'If you leave this blank, it is not shared.',
            isFolded: true,
          },
          { no: 'No', yes: 'Yes' },
        ),
      },
      {
        error: (issue) =>
          issue.code === 'unrecognized_keys'
            ? `The form sent a field this site does not know (“${String(issue.keys[0]).slice(0, 40)}”).`
            : 'The answers came in a form this site does not read. Use the form on this page.',
      },
    )
    .refine((answers) => !lacksTopic(answers), { path: ['topics'], when: isObject, error: noTopic })
    .refine((answers) => !lacksSiteContact(answers, 'siteContactName'), {
      path: ['siteContactName'],
      when: isObject,
      error: noSiteContact('name'),
    })
    .refine((answers) => !lacksSiteContact(answers, 'siteContactEmail'), {
      path: ['siteContactEmail'],
      when: isObject,
      error: noSiteContact('email address'),
    });

export type RequestSchema = ReturnType<typeof requestSchema>;
export type Answers = z.infer<RequestSchema>;
export type RequestFieldName = keyof Answers;

/** The fields in the order of the form. */
export const fieldsOf = (schema: RequestSchema): Field[] =>
  Object.entries(schema.shape).map(([name, type]) => ({
    ...(type.meta() as unknown as FieldMeta),
    name: name as RequestFieldName,
  }));

export interface Problem {
  /** Undefined where the request as a whole is at fault. */
  field: RequestFieldName | undefined;
  message: string;
}

/** At most one problem a field, in the order of the form. */
export const problemsOf = (error: z.ZodError, fields: readonly Field[]): Problem[] => {
  const first = new Map<string, Problem>();
  for (const { path, message } of error.issues) {
    const field = fields.find(({ name }) => name === path[0])?.name;
    const key = field ?? '';
    if (!first.has(key)) first.set(key, { field, message });
  }
  const order = new Map<string, number>(fields.map(({ name }, index) => [name, index]));
  return [...first.values()].sort((a, b) => (order.get(a.field ?? '') ?? -1) - (order.get(b.field ?? '') ?? -1));
};
