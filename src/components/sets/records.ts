/** The files beside an entry’s page, as the browser fetches them. */
import type { ComparedProject } from '../../lib/comparison.ts';
import { partsOf } from './set.ts';

/** Undefined where there is no such file. Throws where it could not be fetched. */
export const fetched = async <Contents>(address: string): Promise<Contents | undefined> => {
  const response = await fetch(address);
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Contents;
};

/** `/library/a-report.json` of `/library/a-report/`. */
export const besideOf = (path: string, ending: string): string => `${path.replace(/\/$/, '')}.${ending}`;

/** The published record of a project; undefined where it is gone. */
export const projectAt = async (path: string): Promise<ComparedProject | undefined> => {
  const record = await fetched<{ data: Omit<ComparedProject, 'id' | 'href'> }>(besideOf(path, 'json'));
  return record && { ...record.data, id: partsOf(path)?.id ?? path, href: path };
};
