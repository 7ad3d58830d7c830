/** Who receives a request for assistance, in one sentence. */

export interface Operator {
  /** As it stands in a sentence: “CNA”, “the Springfield Police Department”. */
  name: string;
  /** Whether it is the program's provider of training and technical assistance. */
  isProvider: boolean;
  /** Where the program itself takes requests. */
  programForm: { label: string; href: string };
}

export interface Program {
  name: string;
  provider: string;
  funderShortName: string;
}

export const receiverOf = ({ name, isProvider, programForm }: Operator, program: Program) =>
  isProvider
    ? {
        sentence: `Requests go directly to ${name}, the technical assistance provider of the ${program.name}.`,
        /** Where else one can ask. */
        instead: undefined,
      }
    : {
        sentence: `Requests made here go to ${name}, not to ${program.funderShortName} or ${program.provider}.`,
        instead: { lead: 'To ask the program itself:', ...programForm },
      };
