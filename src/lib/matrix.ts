/** What is known on a topic, drawn up: what was tried, by how strong the study is. */
import { voteOf, type Level } from './evidence.ts';
import type { MappedStudy } from './evidence-map.ts';
import { keysOf, tacticLabels, type DesignKind } from './labels.ts';

/** Designs in four groups, strongest first. `level` is that of the weakest design in the group: bars never promise more than a cell holds. */
export const matrixColumns: readonly { label: string; designs: readonly DesignKind[]; level: Level }[] = [
  { label: 'Randomized trial', designs: ['randomized-trial'], level: 5 },
  { label: 'Matched or comparison group', designs: ['matched-comparison', 'comparison-group'], level: 3 },
  { label: 'Before and after, or description', designs: ['before-after', 'descriptive'], level: 1 },
  { label: 'Design not reported', designs: ['not-reported'], level: 0 },
];

/** Each study stands once: under the first tactic that it names, and under its design. */
export const matrixOf = (studies: readonly MappedStudy[]) =>
  keysOf(tacticLabels).flatMap((tactic) => {
    const inRow = studies.filter(({ tactics }) => tactics[0] === tactic);
    if (inRow.length === 0) return [];
    /** In the order of the columns; an empty one is a question nobody here has answered. */
    const columns = matrixColumns.map(({ designs }) => {
      const inCell = inRow.filter(({ design }) => designs.includes(design));
      return [...Map.groupBy(inCell, ({ href }) => href)].map(([href, ofProject]) => ({
        href,
        name: ofProject[0]?.name ?? '',
        directions: ofProject.map((study) => voteOf(study).direction),
      }));
    });
    return [{ tactic, studies: inRow.length, columns }];
  });

export type Matrix = ReturnType<typeof matrixOf>;
