/** Whether a request was made by a page of this site. */

export type Origin = 'own' | 'unknown' | 'foreign';

/**
 * `Sec-Fetch-Site` is believed first: no page can forge it, and it holds where a strict referrer policy turns Origin into
 * “null”. Text browsers send neither, but the page they come from. What says nothing at all is taken, with a remark.
 */
export const originOf = (request: Request): Origin => {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none' ? 'own' : 'foreign';
  const own = new URL(request.url);
  const origin = request.headers.get('origin');
  if (origin && origin !== 'null') return origin === own.origin ? 'own' : 'foreign';
  const referrer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referrer)) return 'unknown';
  return new URL(referrer).host === own.host ? 'own' : 'foreign';
};
