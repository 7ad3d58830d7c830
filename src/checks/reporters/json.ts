/** For programs: everything that is known of each fault. */
import { messageOf, type Fault } from '../finding.ts';
import { fieldOf } from './words.ts';

export const jsonReport = (faults: readonly Fault[], entries: number): string =>
  JSON.stringify(
    {
      entries,
      faults: faults.map((fault) => ({
        file: fault.file,
        line: fault.line,
        column: fault.column,
        severity: fault.severity,
        rule: fault.rule,
        field: fieldOf(fault) || undefined,
        path: fault.path,
        message: messageOf(fault),
        found: fault.found,
        allowed: fault.allowed,
        cure: fault.cure,
        fixable: Boolean(fault.edits?.length || fault.rename),
      })),
    },
    undefined,
    2,
  );
