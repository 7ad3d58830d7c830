/** The map of what is known: what police tried, against what it was meant to change; each study once in a cell. */
import { designKinds } from './evidence.ts';
import { aimLabels, keysOf, tacticLabels, type Aim, type DesignKind, type Direction, type Tactic } from './labels.ts';

/** A study, as the map needs it. */
export interface MappedStudy {
  /** The project and its place: “Boston 2009”. */
  name: string;
  href: string;
  title: string;
  design: DesignKind;
  tactics: readonly Tactic[];
  outcomes: readonly { aim: Aim; direction: Direction; headline?: true | undefined }[];
}

/** Studies that a cell shows: with thousands of entries the page would be megabytes. */
export const cellLimit = 12;

/** Where more is said of a tactic, and what was found elsewhere: the briefing of a topic, by its id. */
export const topicOfTactic: Readonly<Record<Tactic, string>> = {
  'hot-spot-patrol': 'place-based-policing',
  'foot-patrol': 'place-based-policing',
  'problem-solving': 'problem-oriented-policing',
  'place-management': 'place-based-policing',
  'community-engagement': 'community-collaboration',
  'focused-deterrence': 'focused-deterrence',
  'offender-focus': 'offender-based-policing',
  'body-worn-cameras': 'body-worn-cameras',
  'cameras-and-sensors': 'technology',
  'crime-center': 'technology',
  forecasting: 'predictive-analytics',
  'crime-analysis': 'crime-analysis',
  investigation: 'investigations-and-homicide',
  'crisis-response': 'mental-health-and-crisis-response',
  'treatment-and-services': 'drugs',
  training: 'officer-training-and-wellness',
};

export const mapAims = keysOf(aimLabels);

/**
 * What a study says of one aim: its headline where that is the aim; else the judgment its outcomes share, and mixed where they
 * differ. What was not tested does not outweigh what was. Undefined where it did not look.
 */
export const saysOf = ({ outcomes }: Pick<MappedStudy, 'outcomes'>, aim: Aim): Direction | undefined => {
  const about = outcomes.filter((outcome) => outcome.aim === aim);
  const headline = about.find((outcome) => outcome.headline);
  if (headline) return headline.direction;
  const judged = new Set(about.map(({ direction }) => direction).filter((direction) => direction !== 'not-tested'));
  if (judged.size > 1) return 'mixed';
  return [...judged][0] ?? about[0]?.direction;
};

/** Every tactic that was tried, in the order of the schema; the strongest studies of a cell first. */
export const evidenceMap = (studies: readonly MappedStudy[]) => {
  const strongestFirst = studies.toSorted(
    (a, b) => designKinds.indexOf(a.design) - designKinds.indexOf(b.design) || a.name.localeCompare(b.name, 'en'),
  );
  return keysOf(tacticLabels)
    .map((tactic) => {
      const tried = strongestFirst.filter((study) => study.tactics.includes(tactic));
      /** In the order of the aims; a cell without studies is a gap. `more`: how many it does not show. */
      const cells = mapAims.map((aim) => {
        const found = tried.flatMap(({ name, href, title, design, outcomes }) => {
          const direction = saysOf({ outcomes }, aim);
          /** Whether this is what the study set out to change. */
          const isHeadline = outcomes.some((outcome) => outcome.headline && outcome.aim === aim);
          return direction ? [{ name, href, title, design, direction, isHeadline }] : [];
        });
        return { aim, studies: found.slice(0, cellLimit), more: Math.max(0, found.length - cellLimit) };
      });
      return { tactic, cells };
    })
    .filter(({ cells }) => cells.some(({ studies: found }) => found.length > 0));
};
