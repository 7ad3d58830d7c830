/** Published addresses and redirects. One mistake a row. */
import type { Mistake } from './mistake.ts';

// prettier-ignore
export const addresses: readonly Mistake[] = [
  { name: 'a page taken away without a redirect', rule: 'redirects', files: { 'src/checks/published-addresses.txt': '/webinars/\n/webinars/fixture-webinar-2015/\n' }, in: 'src/checks/published-addresses.txt', at: 2, words: ['was published and is gone', 'withdrawn:', 'public/_redirects', '/the-new-address/ 301'], alone: true },
  { name: 'a page taken away beside a redirect with stars', rule: 'redirects', files: { 'public/_redirects': '/a/**/b /webinars/ 301\n* /webinars/ 404\n', 'src/checks/published-addresses.txt': '/a/x/b\n/gone-for-good/\n' }, in: 'public/_redirects', at: 2, words: ['does not begin with /'], alone: true },
  { name: 'a redirect to nowhere', rule: 'redirects', files: { 'public/_redirects': '/old/ /webinars/fixture-webinr/ 301\n' }, in: 'public/_redirects', at: 1, words: ['does not exist', 'did you mean /webinars/fixture-webinar/?'], alone: true },
  { name: 'redirects in a loop', rule: 'redirects', files: { 'public/_redirects': '/a/ /b/ 301\n/b/ /a/ 301\n' }, in: 'public/_redirects', at: 1, words: ['a loop: /a/ → /b/ → /a/'], alone: true },
  { name: 'a redirect to a redirect', rule: 'redirects', files: { 'public/_redirects': '# moved\n/a/ /b/ 301\n/b/ /webinars/ 301\n' }, in: 'public/_redirects', at: 2, words: ['leads to another', 'write /a/ /webinars/ 301'], alone: true },
  { name: 'a redirect of a page that is there', rule: 'redirects', files: { 'public/_redirects': '/webinars/ /meetings/ 301\n' }, in: 'public/_redirects', at: 1, words: ['is a page of the site'], alone: true },
  { name: 'a redirect with one address', rule: 'redirects', files: { 'public/_redirects': '/a/\n' }, in: 'public/_redirects', at: 1, words: ['one address'], alone: true },
];
