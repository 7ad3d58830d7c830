/** What was meant to be replaced or filled in: sample texts, values of the template, notes, empty lists. */
import { evidenceCollections, type CollectionName } from '../../kinds/index.ts';
import { shapeOf } from '../../kinds/shape.ts';
import { at, atField, type Words } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';
import { entryRule } from '../rule.ts';

const patterns: RegExp[] = [
  /\blorem ipsum\b/i,
  /\b(?:TODO|FIXME|TBD|tbd|TBA|TBC|XXX+|TKTK|TK|REPLACE ME|lipsum|(?:19|20)XX|Month (?:DD|Year|YYYY)|First ?name Last ?name)\b/,
  /\[(?:insert|add|your|enter|type|click|todo|name|date|title)\b[^\]]*\](?!\()/i,
  /\bclick (?:or tap )?(?:here )?to (?:enter|add) (?:a )?(?:text|date|title)\b|^\s*choose an item\.\s*$|\bdouble-click to edit\b/i,
  /<(?:insert|your|enter)\b[^>]*>/i,
  /\((?:insert|enter|add) (?:(?:the|a|your) )?(?:chart|citation|date|figure|image|link|name|number|photo|picture|source|table|text|title)\b[^)]*\)/i,
  /\[(?:#+|\?+|X|xx+|number|link|url|hyperlink|photo|picture|placeholder|citation|cite|to come)\](?![[(:])/i,
  // As templates have them, with capitals; in lower case they stand for what a speaker did not say.
  /\[(?:(?:Police|Sheriff’?s?|Agency|Project|Program|Site|Partner|Author|PI|Chief|Contact|Job|First|Last|Full) )?(?:Agency|Author|City|County|Department|Email|Month|Name|Organization|Percent|State|Title|University|Year|AGENCY|CITY|COUNTY|DEPARTMENT|NAME|STATE|YEAR)(?:,? (?:State|Name|Year|Date|Number|here))?\](?![[(:])/,
  /\[(?:link|url) (?:to|for|of) [^\]]+\](?![[(:])/i,
  /\((?:cite|citation\?|source\?|ref\??)\)/,
  // A roman number stands behind “number”, “Title” or “issue”.
  /\$X+\b|\bXX+[-/.]XX+(?:[-/.]\w+)?|\bXX+ (?:to|and|of) (?:XX+|YY+)\b|\b(?:by|about|than|over|under|nearly|almost|approximately|around|roughly|least|n =) XX+\b/,
  /\b00\/00\/0000\b|@@@+/,
  /«(?:[A-Z]\w*_?)+»|<<\w+>>/,
  /\b10\.\d{4,9}\/x+$/i,
  /\b(?:to be (?:added|announced|confirmed|determined|decided|written)|coming soon|more (?:text|details) to come|text goes here|placeholder text|sample text)\b/i,
  /^\s*(?:(?:your|the|a) )?(?:title|summary|name|text|description)(?: goes)? here\b|\b(?:title|summary|name|text|description) goes here\b/i,
  /^\s*(?:\.{3}|…|\?{2,}|x{3,}|-+|n\/?a|none|unknown|tbd)\s*$/i,
  /\bhttps?:\/\/(?:www\.)?example\.(?:com|org|net)\b/i,
  /____+|(?<![\w_])__+(?![\w_])/,
  /\bcomment(?:ed)? \[[A-Z]{1,3}\d{1,3}\]/i,
  /\[[A-Z]{1,3}\d{1,3}\](?!\()/,
  /\?{3,}|\d\s?\?{2}/,
  /\bX{2,}(?:\s*%|\s+(?!(?:and|or|to|of|in|is|was|came|has|had|the|a)\b)[a-z]\w+)/,
  /\[(?:citation needed|source\??|sic\?|check|ref|date\?)\]/i,
  /\[(?:figure|table|chart|photo|picture|map) \d* ?(?:about |goes )?here\]/i,
  /\bError! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid|No text of specified style|Not a valid|Objects cannot|Unknown|Filename not)/i,
];

const firstMatch = (
  text: string,
  counts: (match: RegExpExecArray) => boolean = () => true,
): RegExpExecArray | undefined => {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match && counts(match)) return match;
  }
  return undefined;
};

/** Closed lists may hold such words on purpose. */
const isChoice = (path: readonly PropertyKey[]): boolean =>
  ['kind', 'status', 'direction', 'heading', 'mode', 'modes', 'origin', 'synonyms', 'key', 'source'].includes(
    String(path.findLast((step) => typeof step === 'string')),
  );

/** A word where a list belongs is told as such. */
const isListMeant = ({ collection }: Entry, path: readonly PropertyKey[]): boolean =>
  path.length === 1 && shapeOf(collection).properties?.[String(path[0])]?.type === 'array';

const ofTemplate = (words: string): Words => ({
  found: `“${words}” is still the text of the template`,
  cure: 'write your own words, or take it out',
});

const toReplace = (words: string): Words => ({
  found: `“${words.trim()}” is text that was meant to be replaced`,
  cure: 'write what belongs there, or take it out; if it is not known yet, say so in words under “caveats” or make the entry a draft',
});

/** Text that was meant to be replaced. */
export const placeholders = entryRule('placeholders', 'error', function* (entry, { templateWords }) {
  for (const { path, value } of entry.words) {
    if (isChoice(path) || isListMeant(entry, path)) continue;
    const match = firstMatch(value);
    if (templateWords.has(value.trim())) yield atField(entry, path, ofTemplate(value.trim()));
    else if (match) yield atField(entry, path, toReplace(match[0]));
  }
  const inBody = entry.body.texts.flatMap(({ value, offset }) => {
    if (templateWords.has(value.trim())) return at(entry, offset, ofTemplate(value.trim().slice(0, 60)));
    const match = firstMatch(value, ([words]) => words.trim().length > 1);
    return match ? at(entry, offset + match.index, toReplace(match[0])) : [];
  });
  // A paragraph is told once, however many runs of text it has.
  for (const [first] of Map.groupBy(inBody, ({ line }) => line).values()) if (first) yield first;
});

const isFrontPage = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return /(^|\.)smart-policing\.com$/.test(url?.hostname ?? '') && url?.pathname === '/' && url.search === '';
};

/** Pages about the program as a whole may well name its front page. */
const aboutTheProgram = new Set(['pages', 'ta-types']);

/** Values of the template that were left standing: on a page they are false facts. */
export const templateValues = entryRule('template-values', 'error', function* (entry) {
  // A draft is still being filled in.
  if (entry.isDraft) return;
  const sources = entry.frontmatter.values['sources'];
  const isOnlySource =
    Array.isArray(sources) &&
    sources.filter((one: unknown) => typeof one === 'object' && one !== null && 'url' in one).length === 1;
  for (const { shape, value, path } of entry.marked)
    if (
      shape.kind === 'web-address' &&
      isFrontPage(value) &&
      !aboutTheProgram.has(entry.collection) &&
      (path[0] !== 'sources' || isOnlySource)
    )
      yield atField(entry, path, {
        found: `${value} is the front page of the program, as in the template`,
        cure: 'write the address of the page itself, or take the line out if there is none',
      });
  for (const { path, value } of entry.words)
    if (/^(?:\.\/)?name-of-(?:its|this)-/.test(value))
      yield atField(entry, path, {
        found: `“${value}” is still the text of the template`,
        cure: 'write the name that belongs there, or take the line out',
      });
});

/** What a template writes after the name of a field, or nothing. */
const isExample = (value: string): boolean => value === '' || /…|name-of-/.test(value);

/** A line with # in front is a note: a field that somebody filled in without taking the # away is lost without a word. */
export const notes = entryRule('notes', 'warning', function* (entry, project) {
  const { frontmatter, collection } = entry;
  const known = shapeOf(collection).properties ?? {};
  const template = project.templates.get(`content/templates/${collection}.mdx`) ?? '';
  for (const { 0: line, 1: name = '', 2: value = '', index } of frontmatter.yaml.matchAll(
    /^#[ \t]?([A-Za-z]\w*):[ \t]*(.*?)\r?$/gm,
  )) {
    if (!Object.hasOwn(known, name) || frontmatter.values[name] !== undefined) continue;
    const path = value.startsWith('./') ? `content/${collection}/${value.slice(2)}` : '';
    // A sample of a path, where no such file lies.
    const isSample = path !== '' && !project.files.some((file) => file.path === path);
    // “npm run new” writes the note of the template with the entry’s own name.
    const asInTemplate = line.trimEnd().replace(`./${entry.id}/`, './name-of-this-file/');
    if (isExample(value) || isSample || template.includes(asInTemplate)) continue;
    const words = {
      found: `a line that begins with # and is not shown: ${line.slice(0, 60)}`,
      cure: `to use it, take the # and the space away: ${name}: ${value}; else take the line out`,
    };
    yield at(entry, frontmatter.start + index, words, [name]);
  }
});

/** Collections whose pages are found by their topics. */
const needTopics: ReadonlySet<CollectionName> = new Set(evidenceCollections);

/** Lists left empty on a published page. */
export const emptyLists = entryRule('empty-lists', 'warning', function* (entry) {
  const { frontmatter, collection, isDraft } = entry;
  if (isDraft) return;
  for (const [field, value] of Object.entries(frontmatter.values)) {
    // An empty list of sources is the schema’s affair; pages about the site itself have no topic.
    if (!Array.isArray(value) || value.length > 0 || field === 'sources') continue;
    if (field === 'topics') {
      if (needTopics.has(collection))
        yield atField(entry, [field], {
          found: 'no topic, so no list of topics leads to the page',
          cure: 'write the topics it is about: file names of content/topics/ without “.mdx”',
        });
      // A field that must be there may well be empty.
    } else if (!shapeOf(collection).required?.includes(field))
      yield atField(entry, [field], {
        found: `an empty list under “${field}”`,
        cure: 'write its items, or take the line out',
      });
  }
});
