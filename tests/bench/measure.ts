/** What a measure hands back. */
export interface Row {
  measure: string;
  value: number;
  unit: string;
  /** What design.md allows, in the same unit. */
  budget?: number;
}

/** A file of this folder that exports these is a measure; the others help them. */
export interface Measure {
  name: string;
  run: () => Promise<Row[]>;
}
