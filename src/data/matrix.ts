/** What is known on a topic, drawn up: what was tried, by how strong the study is. */
import { voteOf } from '../lib/evidence.ts';
import { keysOf, tacticLabels } from '../lib/labels.ts';
import { shortName, type Profile } from './strength.ts';
import { matrixColumns } from '../lib/matrix.ts';
import { addressOf } from '../kinds/index.ts';

/** Each study stands once: under the first tactic that it names, and under its design. */
export const matrixOf = (profiles: readonly Profile[]) => {
  const cells = profiles.flatMap((profile) =>
    profile.data.studies.map((study) => ({
      profile,
      tactic: study.tactics[0],
      column: matrixColumns.findIndex(({ designs }) => designs.includes(study.design)),
      direction: voteOf(study).direction,
    })),
  );
  return keysOf(tacticLabels).flatMap((tactic) => {
    const inRow = cells.filter((cell) => cell.tactic === tactic);
    if (inRow.length === 0) return [];
    /** In the order of the columns; an empty one is a question nobody here has answered. */
    const columns = matrixColumns.map((_, index) =>
      [
        ...Map.groupBy(
          inRow.filter(({ column }) => column === index),
          ({ profile }) => profile,
        ),
      ].map(([profile, studies]) => ({
        name: shortName(profile),
        href: addressOf(profile),
        directions: studies.map(({ direction }) => direction),
      })),
    );
    return [{ tactic, studies: inRow.length, columns }];
  });
};

export type Matrix = ReturnType<typeof matrixOf>;
