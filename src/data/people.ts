import type { Person } from '../kinds/fields.ts';
import type { PeopleOf, PersonView } from '../kinds/kind.ts';
import { addressOf } from '../kinds/index.ts';
import { placeIn, published } from './entries.ts';

/** Shows people as pages name them: an expert by the name and address of their page. */
export const peopleOfSite = async (): Promise<PeopleOf> => {
  const experts = await published('experts');
  return (people) =>
    people.flatMap((person): PersonView[] => {
      if (!('expert' in person)) return [person];
      const entry = experts[placeIn(experts, person.expert.id)];
      return entry ? [{ name: entry.data.name, href: addressOf(entry), role: person.role }] : [];
    });
};

/** Presenters or guests ready to show. */
export const peopleViews = async (people: readonly Person[]): Promise<readonly PersonView[]> =>
  (await peopleOfSite())(people);

/** Experts in the order of their family names. */
export const expertsByName = async () =>
  [...(await published('experts'))].sort((a, b) => a.data.familyName.localeCompare(b.data.familyName, 'en'));
