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
  { name: 'a redirect to a page without its last slash', rule: 'redirects', files: { 'public/_redirects': '/old/ /webinars/fixture-webinar 301\n' }, in: 'public/_redirects', at: 1, words: ['did you mean /webinars/fixture-webinar/?'], alone: true, sole: true },
  { name: 'a redirect between commas', rule: 'redirects', files: { 'public/_redirects': '/old/, /webinars/, 301\n' }, in: 'public/_redirects', at: 1, words: ['signs around', 'write /old/ /webinars/ 301'], alone: true, sole: true },
  { name: 'a redirect that begins with its number', rule: 'redirects', files: { 'public/_redirects': '301 /old/ /webinars/\n' }, in: 'public/_redirects', at: 1, words: ['“301”', 'write /old/ /webinars/ 301'], alone: true, sole: true },
  { name: 'a redirect of every address', rule: 'redirects', files: { 'public/_redirects': '/* /webinars/ 301\n' }, in: 'public/_redirects', at: 1, words: ['every address', 'one for each page'], alone: true, sole: true },
  { name: 'two versions of a redirect', rule: 'conflicts', files: { 'public/_redirects': '<<<<<<< HEAD\n/old/ /webinars/ 301\n=======\n/old/ /meetings/ 301\n>>>>>>> mine\n' }, in: 'public/_redirects', at: 1, words: ['two people', 'keep one version'], alone: true, sole: true },
  { name: 'two versions of the synonyms', rule: 'conflicts', files: { 'content/synonyms.yaml': 'same:\n<<<<<<< HEAD\n  - [police, cops]\n=======\n  - [police, officers]\n>>>>>>> mine\n' }, in: 'content/synonyms.yaml', at: 2, words: ['two people', 'keep one version'], alone: true, sole: true },
];
