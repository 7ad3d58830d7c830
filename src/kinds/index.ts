/** The collections and their schemas: the one table that the site, the checks and the generators read. */
import type { z } from 'zod';
import { assistance } from './assistance.ts';
import { experts } from './experts.ts';
import type { CollectionName } from './fields.ts';
import { meetings } from './meetings.ts';
import { pages } from './pages.ts';
import { podcasts } from './podcasts.ts';
import { programProfiles } from './program-profiles.ts';
import { researchSpotlights } from './research-spotlights.ts';
import { resources } from './resources.ts';
import { taTypes } from './ta-types.ts';
import { topics } from './topics.ts';
import { webinars } from './webinars.ts';

export const schemas = {
  'ta-types': taTypes,
  experts,
  'program-profiles': programProfiles,
  'research-spotlights': researchSpotlights,
  resources,
  webinars,
  meetings,
  podcasts,
  assistance,
  topics,
  pages,
} satisfies Record<CollectionName, z.ZodType>;
