/** Files of this site, as scripts of pages fetch them. */

/** Undefined where there is nothing. Throws where it could not be fetched. */
const answered = async (address: string): Promise<Response | undefined> => {
  const response = await fetch(address);
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
};

/** Undefined where there is no such file. Throws where it could not be fetched. */
export const fetchedAnew = async <Contents>(address: string): Promise<Contents | undefined> =>
  (await (await answered(address))?.json()) as Contents | undefined;

/** The heading of a page; undefined where there is no such page. Throws where it could not be fetched. */
export const fetchedHeading = async (path: string): Promise<string | undefined> => {
  const page = await (await answered(path))?.text();
  if (page === undefined) return undefined;
  return new DOMParser().parseFromString(page, 'text/html').querySelector('h1')?.textContent.trim();
};

const known = new Map<string, Promise<unknown>>();

/** The same, but each file is fetched once; one that did not come may be asked for again. */
export const fetched = <Contents>(address: string): Promise<Contents | undefined> => {
  const file = known.get(address) ?? fetchedAnew(address);
  known.set(address, file);
  const forget = () => known.delete(address);
  file.then((contents) => contents ?? forget(), forget);
  return file as Promise<Contents | undefined>;
};
