/** Pages in the order in which they answer: what each part of a question counts, and which briefing comes first. */
import type { FacetName } from '../lib/facets.ts';
import type { Manifest, PhraseGroup } from './format.ts';
import { dictionaryOf, parseQuery, type Concept, type Dictionary, type Query } from './query.ts';
import { rarity, termScores, titlesWith, wordsScores, type CatalogReader, type Scores } from './scores.ts';
import { contentStems } from './words.ts';

/** So much of a question a page must answer to be shown beside better ones. */
export const leastCoverage = 0.45;
const secondWay = 0.35;
const sameTopic = 0.5;
/** What a level of its strongest study adds to a page: between two of like relevance the stronger study comes first. */
const levelWorth = 0.02;
/** A briefing comes first where its topic is so much of what was asked. */
const leastOfTopic = 0.5;
/** Beside a topic, words that the site knows as nothing else count so much. */
const plainWorth = 0.4;
/** Where no page answers so much of a question, the topic in it is the best that there is to say, however little of it. */
const answersMost = 0.6;
const leastOfTopicOnly = 0.2;
/** A page of the place or the person that is named answers so much of a question, whatever else is asked. */
const leastOfNamed = 0.75;
/** Rarity of a word that one page of twenty has. */
const leastOfSoft = Math.log(20);
/** Rarity of a word that one page of sixty has: a rarer one is a word of chance (“epidemic”) as often as what is looked for. */
const mostOfWord = Math.log(60);
/** A page is asked for by its title, before any briefing, where the title has everything in a question of so many parts. */
const enoughForTitle = 3;
/** A page is worth up to so much more the newer it is, where the newest is asked for. */
const newestWorth = 3;

/** Pages that have one way to say a concept. */
interface Way {
  scores: Scores;
  /** 1 where the page has it, less where it is merely about the same topic. */
  share: number;
  facet?: [FacetName, number];
}

const groupWays = async (reader: CatalogReader, group: PhraseGroup, { tokens }: Concept): Promise<Way[]> => {
  const { manifest } = reader;
  const ways: Way[] = [];
  if (group.pages)
    ways.push({ scores: new Map(group.pages.map((page) => [page, rarity(manifest.pages, 1)])), share: 1 });
  if (group.facet) {
    const [name, value] = group.facet;
    // A page on technology need not be about the shot spotter that was asked for; one on gun violence is about gun violence.
    const isLabel =
      name !== 'topic' ||
      contentStems(manifest.facets.topic[value]?.label ?? '').join(' ') === tokens.map(({ stem }) => stem).join(' ');
    ways.push({
      scores: termScores((await reader.facet(name))[value] ?? [], manifest.pages),
      share: isLabel ? 1 : sameTopic,
      facet: group.facet,
    });
  }
  if (ways.length > 0) return ways;
  return Promise.all(
    group.stems.map(async (stems) => ({ scores: await wordsScores(reader, stems.split(' '), false), share: 1 })),
  );
};

interface ConceptScores {
  scores: Scores;
  shares: Map<number, number>;
  ways: Way[];
  /** Pages that have it in their title. */
  titles: ReadonlySet<number>;
  /** Some page has its words. */
  isWritten: boolean;
}

/** The best way to say it counts in full, the others add to it. `isTyping`: the end of its last word may still be to come. */
const conceptScores = async (reader: CatalogReader, concept: Concept, isTyping: boolean): Promise<ConceptScores> => {
  const content = concept.tokens.filter(({ isStop }) => !isStop);
  // “Who can help” asks for a person, not for the word help.
  const written = concept.isExact
    ? []
    : await Promise.all(
        [content.map(({ stem }) => stem), ...(concept.joined ? [[concept.joined]] : [])].map((stems) =>
          wordsScores(reader, stems, isTyping),
        ),
      );
  const others = await Promise.all(concept.groups.map((group) => groupWays(reader, group, concept)));
  const ways: Way[] = [...written.map((scores) => ({ scores, share: 1 })), ...others.flat()];
  const scores: Scores = new Map();
  const shares = new Map<number, number>();
  for (const way of ways)
    for (const [page, score] of way.scores) {
      const before = scores.get(page) ?? 0;
      scores.set(page, Math.max(before, score) + secondWay * Math.min(before, score));
      shares.set(page, Math.max(shares.get(page) ?? 0, way.share));
    }
  const forms = [
    content.map(({ stem }) => stem),
    ...(concept.joined ? [[concept.joined]] : []),
    ...concept.groups.flatMap(({ facet, pages, stems: same }) =>
      facet || pages ? [] : same.map((words) => words.split(' ')),
    ),
  ];
  const titles = await Promise.all(forms.map((form) => titlesWith(reader, form)));
  return {
    scores,
    shares,
    ways,
    titles: new Set(titles.flatMap((pages) => [...pages])),
    isWritten: written.some(({ size }) => size > 0),
  };
};

/** Whether any page has it. */
export const isKnownConcept = (concept: ConceptScores | undefined): boolean => (concept?.scores.size ?? 0) > 0;

const dictionaries = new WeakMap<Manifest, Dictionary>();

const dictionaryFor = (manifest: Manifest): Dictionary => {
  const dictionary = dictionaries.get(manifest) ?? dictionaryOf(manifest);
  dictionaries.set(manifest, dictionary);
  return dictionary;
};

export interface Ranked {
  query: Query;
  scores: ConceptScores[];
}

/** What is asked, and which pages have each part of it. */
export const rank = async (reader: CatalogReader, text: string): Promise<Ranked> => {
  const query = parseQuery(text, dictionaryFor(reader.manifest));
  const scores = await Promise.all(
    query.concepts.map((concept, index) => conceptScores(reader, concept, index === query.concepts.length - 1)),
  );
  return { query, scores };
};

interface Answer {
  page: number;
  score: number;
  /** How much of the query it answers, 0 to 1; 1 is all of it. */
  coverage: number;
}

/** What tells where, how or with what result something was done: a briefing on a topic speaks of all of it. */
const soft: readonly FacetName[] = ['topic', 'tactic', 'setting', 'aim', 'result'];
const isSoft = ({ groups }: Concept): boolean => groups.some(({ facet }) => facet && soft.includes(facet[0]));

/** What each concept counts in the whole of the question. A topic counts as a rare word does, however much is said of it. */
const weightsOf = ({ query, scores }: Ranked, pages: number): number[] => {
  const hasSoft = query.concepts.some(isSoft);
  return query.concepts.map((concept, place) => {
    const having = scores[place]?.scores.size ?? 0;
    // What no page has says nothing of any.
    if (having === 0) return 0;
    const weight = Math.min(rarity(pages, having), mostOfWord);
    if (isSoft(concept)) return Math.max(weight, leastOfSoft);
    return hasSoft && concept.groups.length === 0 ? weight * plainWorth : weight;
  });
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const ofKind: readonly FacetName[] = ['kind', 'publication'];

/** The page of the topic that the question is about, and that of a second topic in it where no page has all of it. */
const briefingsFor = (
  { query, scores }: Ranked,
  weights: readonly number[],
  isAnswered: boolean,
  bestCoverage: number,
): number[] => {
  // A question that names a place, a person or a year asks for that; one that names a kind of thing, if there is such a thing.
  const isAbout = ({ groups }: Concept): boolean =>
    groups.every(({ facet, pages: own, isHouse }) =>
      facet ? soft.includes(facet[0]) || (!isAnswered && ofKind.includes(facet[0])) : !own || (!isAnswered && isHouse),
    );
  if (!query.concepts.every(isAbout)) return [];
  // Of two that lead there alike, the one that has more of the other words.
  const scoreOf = (page: number): number => sum(scores.map((concept) => concept.scores.get(page) ?? 0)) / 1000;
  const leadsTo = ({ groups }: Concept, page: number): boolean =>
    groups.some((group) => group.facet && group.pages?.includes(page));
  const found: { page: number; weight: number }[] = [];
  const briefings = query.concepts.flatMap(({ groups }) =>
    groups.flatMap(({ facet, pages: own = [] }) => (facet ? own : [])),
  );
  for (const page of new Set(briefings)) {
    const of = (isCounted: (concept: Concept, has: boolean) => boolean): number =>
      sum(
        weights.filter((_, place) => {
          const concept = query.concepts[place];
          return concept && isCounted(concept, (scores[place]?.shares.get(page) ?? 0) === 1);
        }),
      );
    const share = of((_, has) => has) / of((concept, has) => has || !isSoft(concept));
    // Of two topics, the one that more of the question leads to.
    const weight = share * of((concept) => leadsTo(concept, page));
    const least = bestCoverage < answersMost ? leastOfTopicOnly : leastOfTopic;
    if (share >= least) found.push({ page, weight: weight + scoreOf(page) });
  }
  const [first, ...others] = found.toSorted((a, b) => b.weight - a.weight).map(({ page }) => page);
  if (first === undefined) return [];
  if (isAnswered) return [first];
  const second = others.find((page) =>
    query.concepts.some((concept, place) => leadsTo(concept, page) && (scores[place]?.shares.get(first) ?? 0) < 1),
  );
  return second === undefined ? [first] : [first, second];
};

/** Pages that answer, best first. */
export const merge = (ranked: Ranked, { pages, levels }: Manifest): Answer[] => {
  const weights = weightsOf(ranked, pages);
  const known = ranked.scores.filter(isKnownConcept);
  const total = sum(weights);
  const merged = new Map<number, Answer & { shares: number }>();
  for (const [index, concept] of ranked.scores.entries())
    for (const [page, score] of concept.scores) {
      const answer = merged.get(page) ?? { page, score: 0, coverage: 0, shares: 0 };
      merged.set(page, answer);
      const share = concept.shares.get(page) ?? 1;
      answer.score += score;
      answer.coverage += (share * (weights[index] ?? 0)) / total;
      answer.shares += share;
    }
  const answers = [...merged.values()];
  const briefings = briefingsFor(
    ranked,
    weights,
    answers.some(({ shares }) => shares === known.length),
    Math.max(0, ...answers.map(({ coverage }) => coverage)),
  );
  const isTitled = (page: number): boolean =>
    known.length >= enoughForTitle && known.every(({ titles }) => titles.has(page));
  const isOfKind = ({ facet }: PhraseGroup): boolean => facet !== undefined && ofKind.includes(facet[0]);
  // Who asks for the podcast of a place does not ask for the place.
  const isOfKinds = (page: number): boolean =>
    ranked.query.concepts.every(
      ({ groups }, place) => !groups.some(isOfKind) || ranked.scores[place]?.scores.has(page),
    );
  const named = new Set(
    ranked.query.concepts.flatMap(({ groups }) =>
      groups.flatMap(({ facet, pages: own = [], isHouse }) => (facet || isHouse ? [] : own.filter(isOfKinds))),
    ),
  );
  // Pages are numbered newest first.
  const age = (page: number): number => (ranked.query.isNewest ? newestWorth * (1 - page / pages) : 0);
  return answers
    .map((answer) => ({
      ...answer,
      coverage: Math.max(answer.coverage, named.has(answer.page) ? leastOfNamed : 0),
    }))
    .map(({ page, score, coverage, shares }) => ({
      page,
      precedence: isTitled(page) ? 3 : briefings.includes(page) ? 2 - briefings.indexOf(page) : 0,
      score: score * coverage ** 2 * (1 + levelWorth * Number(levels[page] ?? 0)) * (1 + age(page)),
      coverage:
        shares === known.length
          ? 1
          : Math.min(briefings.includes(page) ? Math.max(coverage, leastCoverage) : coverage, 0.999),
    }))
    .sort((a, b) => b.precedence - a.precedence || b.score - a.score || a.page - b.page);
};
