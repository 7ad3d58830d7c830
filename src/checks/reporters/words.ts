/** A finding in words, alike in the terminal, on GitHub and in the browser. */
import { fieldName } from '../field-name.ts';
import { messageOf, type Finding } from '../finding.ts';

/** The field it is about, in words; empty where it is about none. */
export const fieldOf = ({ path = [] }: Pick<Finding, 'path'>): string => fieldName(path);

/** “presenter 1, name: what was found; what is allowed; what to do” */
export const saidOf = (finding: Finding): string => {
  const field = fieldOf(finding);
  return `${field ? `${field}: ` : ''}${messageOf(finding)}`;
};
