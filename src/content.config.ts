/** The collections: a loader and a schema each. */
import { defineCollection } from 'astro:content';
import { entries } from './build/entries-loader.ts';
import { schemas } from './kinds/index.ts';

export const collections = {
  'ta-types': defineCollection({ loader: entries('ta-types'), schema: schemas['ta-types'] }),
  experts: defineCollection({ loader: entries('experts'), schema: schemas.experts }),
  'program-profiles': defineCollection({ loader: entries('program-profiles'), schema: schemas['program-profiles'] }),
  'research-spotlights': defineCollection({
    loader: entries('research-spotlights'),
    schema: schemas['research-spotlights'],
  }),
  resources: defineCollection({ loader: entries('resources'), schema: schemas.resources }),
  webinars: defineCollection({ loader: entries('webinars'), schema: schemas.webinars }),
  meetings: defineCollection({ loader: entries('meetings'), schema: schemas.meetings }),
  podcasts: defineCollection({ loader: entries('podcasts'), schema: schemas.podcasts }),
  assistance: defineCollection({ loader: entries('assistance'), schema: schemas.assistance }),
  topics: defineCollection({ loader: entries('topics'), schema: schemas.topics }),
  pages: defineCollection({ loader: entries('pages'), schema: schemas.pages }),
};
