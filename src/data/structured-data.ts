/** What each page is in schema.org’s words. */
import { kinds } from '../kinds/index.ts';
import type { Surroundings } from '../kinds/kind.ts';
import { thing, type Thing } from '../lib/structured-data.ts';
import { site } from '../site.ts';
import { absoluteAddress, citedAs, workOf, type CitedCollection, type CitedEntry } from './citations.ts';
import type { Entry } from './entries.ts';
import { peopleOfSite } from './people.ts';
import { previewAddress } from './previews.ts';
import { topicLinks } from './topics.ts';

const around = async (entry: CitedEntry): Promise<Surroundings> => ({
  ...citedAs(entry),
  summary: entry.data.summary,
  work: workOf(entry),
  siteAddress: site.address,
  license: site.license.href,
  provider: site.program.provider,
  funder: site.program.funder,
  picture: absoluteAddress(previewAddress(entry.collection)),
  topics: (await topicLinks(entry.data.topics.map(({ id }) => id))).map(({ label }) => label),
  peopleOf: await peopleOfSite(),
  absolute: absoluteAddress,
});

export const thingsOf = async <C extends CitedCollection>(entry: Entry<C>): Promise<readonly Thing[]> =>
  kinds[entry.collection].things(entry.data, await around(entry as CitedEntry));

export const websiteThing = (): Thing =>
  thing('WebSite', {
    name: site.name,
    url: absoluteAddress('/'),
    description: site.description,
    inLanguage: site.language,
    potentialAction: thing('SearchAction', {
      target: thing('EntryPoint', { urlTemplate: `${absoluteAddress('/search/')}?q={search_term_string}` }),
      'query-input': 'required name=search_term_string',
    }),
  });
