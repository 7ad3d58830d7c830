/** From words to pages in order. Knows no DOM and no network: whoever calls hands it a reader of the catalog’s files. */
import { unpacked, type Card, type Manifest, type PhraseGroup } from './format.ts';
import { dictionaryOf, parseQuery, type Concept, type Dictionary, type Query, type Token } from './query.ts';
import { facetNames, type FacetName } from '../lib/facets.ts';
import { nearestWords, splitWord } from './spelling.ts';
import { contentStems, isStopWord, stemOf, withWords, wordsIn, type Word } from './words.ts';

/** The catalog’s files, read once each. */
export interface CatalogReader {
  manifest: Manifest;
  terms: (shard: number) => Promise<Record<string, number[]>>;
  facet: (name: FacetName) => Promise<number[][]>;
  cards: (file: number) => Promise<Card[]>;
  vocabulary: () => Promise<{ common: string; rare: string }>;
}

/** Chosen values by their place in the manifest. Within a facet any of them, across facets all. */
export type Filters = Partial<Record<FacetName, readonly number[]>>;

export interface Found {
  /** Page numbers in order. */
  pages: number[];
  /** How many of them answer every word. */
  complete: number;
  query: Query;
  /** Words that the site does not have, and what was searched instead. */
  corrections: { from: string; to: string }[];
  unknown: string[];
  /** Topics that the words lead to, by their place in the manifest. */
  topics: number[];
  /** Values of filters by which the page was found though it may not have the words: “Where it was tried: Corridors”. */
  because: (page: number) => [FacetName, number][];
  /** For each facet, how many results each of its values would leave. */
  counts: () => Promise<Record<FacetName, number[]>>;
}

/** Enough whole answers not to show half ones. */
const enough = 4;
const leastCoverage = 0.45;
const secondWay = 0.35;
const prefixWorth = 0.7;
const mostEndings = 12;
/** A page that a phrase leads to, beside pages that merely have the words. */
const ownPageWorth = 0.9;
/** A list or a page of the house, where more is asked for than its name; a briefing, where a place or a person is. */
const besidePageWorth = 0.3;
const sameTopic = 0.5;
/** What a level of its strongest study adds to a page: between two of like relevance the stronger study comes first. */
const levelWorth = 0.02;
/**
 * A briefing comes first where its topic is so much of what was asked; beside a topic, words that the site knows as
 * nothing else count so much. Of what is said as people talk (“my analyst left”) less than of keywords.
 */
const talk = { leastOfTopic: 0.4, plainWorth: 0.4 };
const keywords = { leastOfTopic: 0.5, plainWorth: 0.7 };
const waysOf = ({ isTalk }: Query) => (isTalk ? talk : keywords);
/** Rarity of a word that one page of twenty has. */
const leastOfSoft = Math.log(20);
/** A page is worth up to so much more the newer it is, where the newest is asked for. */
const newestWorth = 3;

type Scores = Map<number, number>;

/** Pages that have one way to say a concept. */
interface Way {
  scores: Scores;
  /** 1 where the page has it, less where it is merely about the same topic. */
  share: number;
  facet?: [FacetName, number];
}

const rarity = (pages: number, having: number): number => Math.log(1 + (pages - having + 0.5) / (having + 0.5));

const shardOf = (term: string, { shards }: Manifest): number => {
  let low = 0;
  let high = shards.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((shards[middle] ?? '') <= term) low = middle;
    else high = middle - 1;
  }
  return low;
};

const postingsOf = async (reader: CatalogReader, term: string): Promise<number[] | undefined> => {
  if (reader.manifest.shards.length === 0) return undefined;
  const shard = await reader.terms(shardOf(term, reader.manifest));
  return Object.hasOwn(shard, term) ? shard[term] : undefined;
};

/** Scores of one term: rarity times weight. */
const termScores = (figures: readonly number[], pages: number, worth = 1): Scores => {
  const rare = rarity(pages, figures.length) * worth;
  return new Map(unpacked(figures).map(([page, weight]) => [page, (rare * weight) / 31]));
};

/** Terms that begin with what was typed so far. */
const endingsOf = async (reader: CatalogReader, beginning: string): Promise<Scores> => {
  const { manifest } = reader;
  if (manifest.shards.length === 0) return new Map();
  const shards = [...new Set([shardOf(beginning, manifest), shardOf(`${beginning}\uFFFF`, manifest)])];
  const terms = (await Promise.all(shards.map((shard) => reader.terms(shard)))).flatMap((contents) =>
    Object.entries(contents).filter(([term]) => term.startsWith(beginning)),
  );
  const scores: Scores = new Map();
  for (const [, figures] of terms.sort(([, a], [, b]) => b.length - a.length).slice(0, mostEndings))
    for (const [page, score] of termScores(figures, manifest.pages, prefixWorth))
      scores.set(page, Math.max(score, scores.get(page) ?? 0));
  return scores;
};

/** A phrase in its words: all of them for the full score, some for less. */
const wordsScores = async (reader: CatalogReader, stems: readonly string[], isTyping: boolean): Promise<Scores> => {
  const parts = await Promise.all(
    stems.map(async (stem, index) => {
      const figures = await postingsOf(reader, stem);
      if (figures) return termScores(figures, reader.manifest.pages);
      return isTyping && index === stems.length - 1 && stem.length > 2
        ? endingsOf(reader, stem)
        : (new Map() as Scores);
    }),
  );
  if (parts.length === 1) return parts[0] ?? new Map();
  const sums = new Map<number, { sum: number; words: number }>();
  for (const part of parts)
    for (const [page, score] of part) {
      const before = sums.get(page) ?? { sum: 0, words: 0 };
      sums.set(page, { sum: before.sum + score, words: before.words + 1 });
    }
  return new Map(
    [...sums].flatMap(([page, { sum, words }]) =>
      words === parts.length ? [[page, sum / Math.sqrt(parts.length)] as const] : [],
    ),
  );
};

/** Where a concept stands in what was asked. */
interface Asked {
  /** The last one, of which the end may still be to come. */
  isTyping: boolean;
  /** Beside words that are known as nothing. */
  isOnly: boolean;
  /** A place, a person or a kind of thing is named too. */
  isOfThing: boolean;
}

const groupWays = async (
  reader: CatalogReader,
  group: PhraseGroup,
  { tokens }: Concept,
  { isOnly, isOfThing }: Asked,
): Promise<Way[]> => {
  const { manifest } = reader;
  const ways: Way[] = [];
  if (group.pages)
    ways.push({
      scores: new Map(
        group.pages.map((page) => [
          page,
          rarity(manifest.pages, 1) *
            ((group.isHouse && !isOnly) || (group.facet && isOfThing) ? besidePageWorth : ownPageWorth),
        ]),
      ),
      share: 1,
    });
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
}

/** The best way to say it counts in full, the others add to it. */
const conceptScores = async (reader: CatalogReader, concept: Concept, asked: Asked): Promise<ConceptScores> => {
  const { isTyping } = asked;
  const content = concept.tokens.filter(({ isStop }) => !isStop);
  const ways: Way[] = (
    await Promise.all([
      // “Who can help” asks for a person, not for the word help.
      ...(concept.isExact
        ? []
        : [
            wordsScores(
              reader,
              content.map(({ stem }) => stem),
              isTyping,
            ).then((scores) => [{ scores, share: 1 }]),
            ...(concept.joined
              ? [wordsScores(reader, [concept.joined], isTyping).then((scores) => [{ scores, share: 1 }])]
              : []),
          ]),
      ...concept.groups.map((group) => groupWays(reader, group, concept, asked)),
    ])
  ).flat();
  const scores: Scores = new Map();
  const shares = new Map<number, number>();
  for (const way of ways)
    for (const [page, score] of way.scores) {
      const before = scores.get(page) ?? 0;
      scores.set(page, Math.max(before, score) + secondWay * Math.min(before, score));
      shares.set(page, Math.max(shares.get(page) ?? 0, way.share));
    }
  return { scores, shares, ways };
};

const isKnownConcept = (concept: ConceptScores | undefined): boolean => (concept?.scores.size ?? 0) > 0;

/** Other words for those that no page has; undefined where there are none. */
const correct = async (
  reader: CatalogReader,
  text: string,
  missing: readonly Token[],
): Promise<{ text: string; corrections: Found['corrections'] } | undefined> => {
  const { common, rare } = await reader.vocabulary();
  const vocabulary = { common: common.split(' '), rare: rare.split(' ') };
  const known = new Set([...vocabulary.common, ...vocabulary.rare]);
  const better = (word: string): string | undefined => {
    const split = splitWord(word, (part) => known.has(part));
    const near = nearestWords(word, vocabulary, 1)[0];
    return split && (!near || word.length > 8) ? split.join(' ') : near;
  };
  const typed = wordsIn(text);
  const corrections: Found['corrections'] = [];
  const instead = new Map<number, string>();
  const replace = (from: string, to: string, place: number): void => {
    corrections.push({ from, to });
    instead.set(place, to);
  };
  const correctWord = ({ parts, joined }: Word, place: number): void => {
    const before = typed[place - 1]?.joined ?? '';
    const after = typed[place + 1]?.joined ?? '';
    const whole = known.has(joined) ? joined : parts.length > 1 ? nearestWords(joined, vocabulary, 1)[0] : undefined;
    if (whole) replace(parts.join('-'), whole, place);
    // “non profit” where the site writes nonprofit.
    else if (known.has(before + joined)) {
      replace(`${before} ${joined}`, before + joined, place);
      instead.set(place - 1, '');
    } else if (known.has(joined + after)) {
      replace(`${joined} ${after}`, joined + after, place);
      instead.set(place + 1, '');
    } else {
      const changed = parts.map((part) => (missing.some(({ word }) => word === part) && better(part)) || part);
      for (const [at, part] of parts.entries()) if (changed[at] !== part) replace(part, changed[at] ?? part, place);
      if (instead.has(place)) instead.set(place, changed.join(' '));
    }
  };
  for (const place of new Set(missing.map((token) => token.typed))) {
    const word = typed[place];
    if (word && !instead.has(place)) correctWord(word, place);
  }
  return corrections.length === 0
    ? undefined
    : { text: withWords(text, ({ raw }, place) => instead.get(place) ?? raw), corrections };
};

const allowedBy = async (reader: CatalogReader, filters: Filters): Promise<Map<FacetName, Set<number>>> => {
  const allowed = new Map<FacetName, Set<number>>();
  await Promise.all(
    facetNames.map(async (name) => {
      const values = filters[name] ?? [];
      if (values.length === 0) return;
      const postings = await reader.facet(name);
      allowed.set(name, new Set(values.flatMap((value) => unpacked(postings[value] ?? []).map(([page]) => page))));
    }),
  );
  return allowed;
};

const passes = (page: number, allowed: Map<FacetName, Set<number>>, except?: FacetName): boolean => {
  for (const [name, pages] of allowed) if (name !== except && !pages.has(page)) return false;
  return true;
};

interface SearchOptions {
  filters?: Filters;
  /** Always applied and not counted as a choice: the library searches only what can be read. */
  within?: Filters;
  sort?: 'relevance' | 'date';
}

const dictionaries = new WeakMap<Manifest, Dictionary>();

const dictionaryFor = (manifest: Manifest): Dictionary => {
  const dictionary = dictionaries.get(manifest) ?? dictionaryOf(manifest);
  dictionaries.set(manifest, dictionary);
  return dictionary;
};

interface Ranked {
  query: Query;
  scores: ConceptScores[];
}

const rank = async (reader: CatalogReader, text: string): Promise<Ranked> => {
  const query = parseQuery(text, dictionaryFor(reader.manifest));
  const scores = await Promise.all(
    query.concepts.map((concept, index) =>
      conceptScores(reader, concept, {
        isTyping: index === query.concepts.length - 1,
        isOnly: query.concepts.every(({ groups }, other) => other === index || groups.length === 0),
        isOfThing: query.concepts.some(({ groups }) =>
          groups.some(({ facet, pages, isHouse }) => !facet && pages && !isHouse),
        ),
      }),
    ),
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
    const weight = rarity(pages, scores[place]?.scores.size ?? 0);
    if (isSoft(concept)) return Math.max(weight, leastOfSoft);
    return hasSoft && concept.groups.length === 0 ? weight * waysOf(query).plainWorth : weight;
  });
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const ofKind: readonly FacetName[] = ['kind', 'publication'];

/** The page of the topic that the question is about, if it is about one. */
const briefingFor = (
  { query, scores }: Ranked,
  weights: readonly number[],
  isAnswered: boolean,
): number | undefined => {
  // A question that names a place, a person or a year asks for that; one that names a kind of thing, if there is such a thing.
  const isAbout = ({ groups }: Concept): boolean =>
    groups.every(({ facet, pages: own, isHouse }) =>
      facet ? soft.includes(facet[0]) || (!isAnswered && ofKind.includes(facet[0])) : !own || (!isAnswered && isHouse),
    );
  if (!query.concepts.every(isAbout)) return undefined;
  // Of two that lead there alike, the one that has more of the other words.
  const scoreOf = (page: number): number => sum(scores.map((concept) => concept.scores.get(page) ?? 0)) / 1000;
  let best: { page: number; weight: number } | undefined;
  const briefings = query.concepts.flatMap(({ groups }) =>
    groups.flatMap(({ facet, pages: own = [] }) => (facet?.[0] === 'topic' ? own : [])),
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
    const weight = share * of(({ groups }) => groups.some((group) => group.facet && group.pages?.includes(page)));
    if (share >= waysOf(query).leastOfTopic && weight + scoreOf(page) > (best?.weight ?? 0))
      best = { page, weight: weight + scoreOf(page) };
  }
  return best?.page;
};

/** Pages that answer, best first. */
const merge = (ranked: Ranked, { pages, levels }: Manifest): Answer[] => {
  const weights = weightsOf(ranked, pages);
  const known = ranked.scores.filter(isKnownConcept).length;
  const total = sum(weights.filter((_, place) => isKnownConcept(ranked.scores[place])));
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
  const briefing = briefingFor(
    ranked,
    weights,
    answers.some(({ shares }) => shares === known),
  );
  // Pages are numbered newest first.
  const age = (page: number): number => (ranked.query.isNewest ? newestWorth * (1 - page / pages) : 0);
  return answers
    .map(({ page, score, coverage, shares }) => ({
      page,
      score:
        page === briefing
          ? Infinity
          : score * coverage ** 2 * (1 + levelWorth * Number(levels[page] ?? 0)) * (1 + age(page)),
      coverage:
        shares === known ? 1 : Math.min(page === briefing ? Math.max(coverage, leastCoverage) : coverage, 0.999),
    }))
    .sort((a, b) => (a.score === b.score ? a.page - b.page : b.score - a.score));
};

/** Rejects where a file cannot be read: what could not be looked up was not “not found”. */
export const search = async (
  reader: CatalogReader,
  text: string,
  { filters = {}, within = {}, sort = 'relevance' }: SearchOptions = {},
): Promise<Found> => {
  const { manifest } = reader;
  let ranked = await rank(reader, text);
  const missing = ranked.query.concepts.flatMap(({ tokens }, index) =>
    isKnownConcept(ranked.scores[index]) ? [] : tokens,
  );
  let corrections: Found['corrections'] = [];
  if (missing.length > 0) {
    const corrected = await correct(reader, text, missing);
    if (corrected) {
      corrections = corrected.corrections;
      ranked = await rank(reader, corrected.text);
    }
  }
  const unknown = ranked.query.concepts.flatMap(({ tokens }, index) =>
    isKnownConcept(ranked.scores[index]) ? [] : tokens.map(({ word }) => word),
  );

  const allowed = await allowedBy(reader, filters);
  const inside = await allowedBy(reader, within);
  // Signs alone find nothing: browsing is for who typed nothing.
  const isBrowsing = text.trim() === '';
  const all = isBrowsing
    ? Array.from({ length: manifest.pages }, (_, page) => ({ page, score: 0, coverage: 1 }))
    : merge(ranked, manifest);
  const candidates = all.filter(({ page }) => passes(page, inside));
  const complete = candidates.filter(({ coverage }) => coverage === 1);
  const best = Math.max(0, ...candidates.slice(0, 50).map(({ coverage }) => coverage));
  const near = candidates.filter(({ coverage }) => coverage >= Math.min(leastCoverage, best * 0.75));
  // By date, a half answer could come first: then only whole ones, where there are some.
  const kept = sort === 'date' && complete.length >= enough ? complete : near;
  const filtered = kept.filter(({ page }) => passes(page, allowed));
  const pages = filtered.map(({ page }) => page);
  if (sort === 'date') pages.sort((a, b) => a - b);

  return {
    pages,
    complete: filtered.filter(({ coverage }) => coverage === 1).length,
    query: ranked.query,
    corrections,
    unknown,
    topics: [
      ...new Set(
        ranked.query.concepts.flatMap(({ groups }) =>
          groups.flatMap(({ facet }) => (facet?.[0] === 'topic' ? facet[1] : [])),
        ),
      ),
    ],
    because: (page) =>
      ranked.scores.flatMap(({ ways }) =>
        ways.flatMap(({ facet, scores }) => (facet && scores.has(page) ? [facet] : [])),
      ),
    counts: async () => {
      const entries = await Promise.all(
        facetNames.map(async (name) => {
          const others = new Set(kept.flatMap(({ page }) => (passes(page, allowed, name) ? page : [])));
          const postings = await reader.facet(name);
          return [
            name,
            postings.map((figures) =>
              unpacked(figures).reduce((count, [page]) => count + (others.has(page) ? 1 : 0), 0),
            ),
          ] as const;
        }),
      );
      return Object.fromEntries(entries) as Record<FacetName, number[]>;
    },
  };
};

/** Stems whose words are marked in what is shown. */
export const stemsToMark = ({ query }: Found): Set<string> =>
  new Set(
    query.concepts.flatMap(({ tokens }) =>
      tokens.flatMap(({ word, isStop }) => (isStop || isStopWord(word) ? [] : stemOf(word))),
    ),
  );
