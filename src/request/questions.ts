/** The questions of the form, in its order: the mail, the table and the tests all follow this list. */
import * as z from 'zod';
import { email, optionsOf, pick, picks, text, type Option, type Question } from './answer-types.ts';
import { emailMax, noTopic, textMax } from './messages.ts';

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

/** Beside the site's own vocabulary. */
export const other = 'other';
const notSure = 'not-sure';

const urgencies = {
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
const depths = {
  quick: 'A quick answer',
  calls: 'Some calls',
  'on-site': 'Someone on site',
  [notSure]: 'Not sure',
} as const;

/** By section: those that everyone is asked, and those that help but most requests do without, folded away on the form. */
export const questions = ({ topics, types, experts, states }: Vocabulary) => ({
  issue: {
    asked: {
      issue: text({
        label: 'What is happening?',
        short: 'Issue',
        control: 'textarea',
        max: textMax,
        hint: 'The problem in your own words: what, where, since when. Leave out names and case numbers.',
        missing: 'The issue is missing. Write in a sentence or two what is happening.',
      }),
      topics: picks(
        { label: 'Topics', short: 'Topics', control: 'checkboxes', hint: 'Choose at least one.', missing: noTopic },
        [...topics, { value: other, label: 'Something else', group: 'other' }],
      ),
      about: z
        .string()
        .max(160)
        .regex(/^[a-z-]+\/[a-z0-9-]+$/)
        .optional()
        // Nobody types this: it comes with a link, and a bad link is no reason to stop a person.
        .catch(undefined)
        .meta({
          question: { label: 'The page you came from', short: 'Page', control: 'context', max: 160 } satisfies Question,
        }),
    },
    folded: {
      otherTopic: text({ label: 'Something else: which topic?', short: 'Other topic', control: 'text', max: 120 }),
      tried: text({ label: 'What have you tried?', short: 'Tried', control: 'textarea', max: textMax }),
      outcome: text({
        label: 'What would a good result be?',
        short: 'Good result',
        control: 'textarea',
        max: textMax,
        hint: 'For example: a policy draft by June, officers trained, a talk with a site that has done it.',
      }),
    },
  },
  you: {
    asked: {
      name: text({
        label: 'Your name',
        short: 'Name',
        control: 'text',
        max: 120,
        autocomplete: 'name',
        missing: 'Your name is missing. Write the name we should ask for.',
      }),
      email: email({
        label: 'Your email address',
        short: 'Email',
        control: 'email',
        max: emailMax,
        autocomplete: 'email',
        hint: 'The answer comes to this address. A work address is best.',
        missing: 'Your email address is missing. Write the address the answer should go to.',
      }),
    },
    folded: {
      role: text({
        label: 'Your rank or role',
        short: 'Role',
        control: 'text',
        max: 120,
        autocomplete: 'organization-title',
      }),
      phone: text({ label: 'Your telephone number', short: 'Phone', control: 'tel', max: 40, autocomplete: 'tel' }),
      contactBy: pick(
        { label: 'Best way to reach you', short: 'Best way', control: 'radio' },
        optionsOf({ email: 'Email', phone: 'Telephone', either: 'Either' }),
      ),
      hours: text({
        label: 'Best times to reach you',
        short: 'Hours',
        control: 'text',
        max: 120,
        hint: 'With your time zone. Shift work is fine: “after 10 p.m. Central”.',
      }),
      asker: pick(
        { label: 'Who is asking?', short: 'Asking', control: 'radio' },
        optionsOf({ site: 'The agency or project itself', expert: 'A subject matter expert, for a site' }),
      ),
      siteContactName: text({
        label: 'Contact at the site: name',
        short: 'Site contact',
        control: 'text',
        max: 120,
        hint: 'Only if you are an expert who asks for a site.',
      }),
      siteContactEmail: email({
        label: 'Contact at the site: email address',
        short: 'Site contact email',
        control: 'email',
        max: emailMax,
        hint: 'Only if you are an expert who asks for a site.',
      }),
    },
  },
  agency: {
    asked: {
      agency: text({
        label: 'Agency or organization',
        short: 'Agency',
        control: 'text',
        max: 160,
        autocomplete: 'organization',
        missing: 'The agency is missing. Write the name of the agency that needs help.',
      }),
      state: pick(
        {
          label: 'State or territory',
          short: 'State',
          control: 'select',
          missing: 'The state or territory is missing. Choose it from the list.',
        },
        states,
      ),
    },
    folded: {
      agencyKind: pick(
        { label: 'Kind of agency', short: 'Kind of agency', control: 'select' },
        optionsOf({
          municipal: 'Municipal or city police',
          county: 'County police or sheriff',
          state: 'State police or agency',
          tribal: 'Tribal police',
          campus: 'Campus or school police',
          transit: 'Transit or other special police',
          prosecutor: 'Prosecutor or court',
          research: 'Research partner or university',
          other: 'Another kind',
        }),
      ),
      agencySize: pick(
        { label: 'Sworn officers', short: 'Sworn officers', control: 'radio' },
        optionsOf({
          '1-24': '1 to 24',
          '25-99': '25 to 99',
          '100-499': '100 to 499',
          '500+': '500 or more',
          [notSure]: 'Not sure',
        }),
      ),
      spiStatus: pick(
        {
          label: 'Your SPI (Smart Policing Initiative) status',
          short: 'SPI status',
          control: 'radio',
          hint: 'Any answer is fine. Agencies without an SPI grant are helped case by case.',
        },
        optionsOf(statusLabels),
      ),
      awardNumber: text({
        label: 'Award number',
        short: 'Award',
        control: 'text',
        max: 40,
        hint: 'If you have it at hand. It looks like 2018-WY-BX-0001.',
      }),
    },
  },
  help: {
    asked: {
      neededBy: pick({ label: 'By when do you need it?', short: 'Needed by', control: 'radio' }, optionsOf(urgencies)),
    },
    folded: {
      neededWhy: text({
        label: 'Why by then?',
        short: 'Why then',
        control: 'text',
        max: 200,
        hint: 'A council vote, a grant deadline, a start date.',
      }),
      kind: pick(
        {
          label: 'Kind of assistance',
          short: 'Kind',
          control: 'radio',
          hint: 'You do not have to know. The provider works it out with you.',
        },
        [...types, { value: notSure, label: 'Not sure' }],
      ),
      depth: pick({ label: 'How much help?', short: 'Depth', control: 'radio' }, optionsOf(depths)),
      expert: pick({ label: 'Subject matter expert, if you know who', short: 'SME', control: 'select' }, experts),
    },
  },
  close: {
    asked: {},
    folded: {
      executive: pick(
        {
          label: 'Is your chief or executive aware of this request?',
          short: 'Executive aware',
          control: 'radio',
          hint: 'A letter of support can follow later by email.',
        },
        optionsOf({ yes: 'Yes', 'not-yet': 'Not yet', [notSure]: 'Not sure' }),
      ),
      share: pick(
        {
          label: 'May we share your question, without names, with another site?',
          short: 'Share without names',
          control: 'radio',
          hint: 'If you leave this blank, it is not shared.',
        },
        optionsOf({ no: 'No', yes: 'Yes' }),
      ),
    },
  },
});
