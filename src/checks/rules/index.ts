/** Every rule, once. */
import type { Rule } from '../rule.ts';
import { boldHeadings } from './bold-headings.ts';
import { briefingLength } from './briefing-length.ts';
import { briefings } from './briefings.ts';
import { characters } from './characters.ts';
import { compilersVoice } from './compilers-voice.ts';
import { conflicts } from './conflicts.ts';
import { contacts } from './contacts.ts';
import { doubledNames } from './doubled-names.ts';
import { draftReferences } from './draft-references.ts';
import { droppedText } from './dropped-text.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { duplicateTitles } from './duplicate-titles.ts';
import { eatenSigns } from './eaten-signs.ts';
import { emptyLists } from './empty-lists.ts';
import { escapes } from './escapes.ts';
import { figures } from './figures.ts';
import { fileBytes } from './file-bytes.ts';
import { fileEmpty } from './file-empty.ts';
import { fileEncoding } from './file-encoding.ts';
import { fileKind } from './file-kind.ts';
import { fileName } from './file-name.ts';
import { fileText } from './file-text.ts';
import { files } from './files.ts';
import { findingLines } from './finding-lines.ts';
import { footnotes } from './footnotes.ts';
import { frontmatter } from './frontmatter.ts';
import { headings } from './headings.ts';
import { html } from './html.ts';
import { images } from './images.ts';
import { likelyDates } from './likely-dates.ts';
import { linkLabels } from './link-labels.ts';
import { links } from './links.ts';
import { mapPlaces } from './map-places.ts';
import { markdown } from './markdown.ts';
import { mdxParts } from './mdx-parts.ts';
import { mdxSyntax } from './mdx-syntax.ts';
import { mediaSize } from './media-size.ts';
import { notes } from './notes.ts';
import { outcomes } from './outcomes.ts';
import { pastedAnswers } from './pasted-answers.ts';
import { people } from './people.ts';
import { placeholders } from './placeholders.ts';
import { quotes } from './quotes.ts';
import { redirects } from './redirects.ts';
import { references } from './references.ts';
import { schema } from './schema.ts';
import { sources } from './sources.ts';
import { strays } from './strays.ts';
import { synonyms } from './synonyms.ts';
import { tables } from './tables.ts';
import { templateValues } from './template-values.ts';
import { testedSteps } from './tested-steps.ts';
import { titles } from './titles.ts';
import { transcripts } from './transcripts.ts';
import { unreadable } from './unreadable.ts';
import { unusedMedia } from './unused-media.ts';
import { unusedTopics } from './unused-topics.ts';
import { webAddresses } from './web-addresses.ts';
import { wrongFolder } from './wrong-folder.ts';
import { yaml } from './yaml.ts';

export const rules = [
  fileKind,
  strays,
  fileName,
  fileText,
  fileEmpty,
  fileEncoding,
  fileBytes,
  unreadable,
  conflicts,
  frontmatter,
  yaml,
  notes,
  wrongFolder,
  schema,
  likelyDates,
  mapPlaces,
  emptyLists,
  doubledNames,
  references,
  draftReferences,
  people,
  duplicateIds,
  duplicateTitles,
  droppedText,
  quotes,
  escapes,
  mdxSyntax,
  mdxParts,
  html,
  tables,
  footnotes,
  headings,
  boldHeadings,
  images,
  files,
  transcripts,
  mediaSize,
  linkLabels,
  markdown,
  eatenSigns,
  links,
  webAddresses,
  sources,
  figures,
  titles,
  findingLines,
  outcomes,
  briefings,
  briefingLength,
  testedSteps,
  characters,
  pastedAnswers,
  placeholders,
  templateValues,
  compilersVoice,
  contacts,
  redirects,
  synonyms,
  unusedMedia,
  unusedTopics,
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];
