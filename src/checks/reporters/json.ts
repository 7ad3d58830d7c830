/** For programs: everything that is known of each fault. */
import { fieldName, messageOf, type Fault } from '../finding.ts';

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
        field: fieldName(fault.path) || undefined,
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
