import type { z } from 'zod';
import { addressOf } from '../lib/addresses.ts';
import type { person } from '../kinds/fields.ts';
import { placeIn, published } from './entries.ts';

export interface PersonView {
  name: string;
  href?: string | undefined;
  role?: string | undefined;
  affiliation?: string | undefined;
}

/** Presenters or guests ready to show: an expert by the name and address of their page. */
export const peopleViews = async (people: readonly z.infer<typeof person>[]): Promise<PersonView[]> => {
  const experts = await published('experts');
  return people.flatMap((item): PersonView[] => {
    if (!('expert' in item)) return [item];
    const entry = experts[placeIn(experts, item.expert.id)];
    return entry ? [{ name: entry.data.name, href: addressOf(entry), role: item.role }] : [];
  });
};

/** Experts in the order of their family names. */
export const expertsByName = async () =>
  [...(await published('experts'))].sort((a, b) => a.data.familyName.localeCompare(b.data.familyName, 'en'));
