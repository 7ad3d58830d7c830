import type { Rule } from '../rule.ts';
import * as all from './all.ts';

export type RuleId = (typeof all)[keyof typeof all]['id'];

export const rules: readonly Rule<RuleId>[] = Object.values(all);
