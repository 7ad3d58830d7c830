/** Who and what fits a request, each with the reason. Plain counting, so that the same request always gives the same list. */
import type { Vocabulary } from '../request/questions.ts';
import { listed } from './text.ts';

/** What the request function knows of the site's content; written at build. Public facts only. */
export interface Directory {
  vocabulary: Vocabulary;
  experts: { id: string; name: string; href: string; topics: string[]; sites: { title: string; state: string }[] }[];
  projects: { title: string; href: string; state: string; topics: string[] }[];
  /** Every page that a request can be about, by `<collection>/<id>`; `topics` are those to offer to who comes from it. */
  pages: Record<string, { title: string; href: string; topics: string[] }>;
}

export interface Suggestion {
  label: string;
  href: string;
  reason: string;
}

interface Wanted {
  topics: readonly string[];
  state: string;
  /** Id of the expert whom the requester named. */
  expert?: string | undefined;
}

interface Scored extends Suggestion {
  score: number;
}

const best = (list: readonly Scored[], most: number): Suggestion[] =>
  [...list]
    .sort((a, b) => b.score - a.score || a.label.localeCompare(b.label, 'en'))
    .slice(0, most)
    .map(({ label, href, reason }) => ({ label, href, reason }));

const lowered = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

const sharedTopics = (topics: readonly string[], wanted: Wanted, labels: ReadonlyMap<string, string>): string[] =>
  topics.filter((topic) => wanted.topics.includes(topic)).map((topic) => lowered(labels.get(topic) ?? topic));

const labelsOf = ({ vocabulary }: Directory): Map<string, string> =>
  new Map(vocabulary.topics.map(({ value, label }) => [value, label]));

/** At most three: whom the requester named, then by shared topics and by sites in the same state. */
export const suggestedExperts = (wanted: Wanted, directory: Directory): Suggestion[] => {
  const labels = labelsOf(directory);
  return best(
    directory.experts.flatMap(({ id, name, href, topics, sites }): Scored[] => {
      const shared = sharedTopics(topics, wanted, labels);
      const near = sites.filter(({ state }) => state === wanted.state).map(({ title }) => title);
      const isNamed = id === wanted.expert;
      const score = (isNamed ? 100 : 0) + shared.length * 2 + near.length * 3;
      if (score === 0) return [];
      const reasons = [
        ...(isNamed ? ['named in the request'] : []),
        ...(shared.length > 0 ? [`knows ${listed(shared)}`] : []),
        ...(near.length > 0 ? [`worked with ${listed(near)}`] : []),
      ];
      return [{ label: name, href, reason: reasons.join('; '), score }];
    }),
    3,
  );
};

/** At most five projects that share a topic, those of the same state first among equals. */
export const relatedProjects = (wanted: Wanted, directory: Directory): Suggestion[] => {
  const labels = labelsOf(directory);
  return best(
    directory.projects.flatMap(({ title, href, state, topics }): Scored[] => {
      const shared = sharedTopics(topics, wanted, labels);
      if (shared.length === 0) return [];
      const isNear = state === wanted.state;
      return [
        {
          label: title,
          href,
          reason: [listed(shared), ...(isNear ? ['same state'] : [])].join('; '),
          score: shared.length * 2 + (isNear ? 3 : 0),
        },
      ];
    }),
    5,
  );
};
