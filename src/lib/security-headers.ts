/**
 * The headers of every answer, in one place: the build writes them to dist/_headers for the files that
 * Netlify serves, and functions take theirs from here, because Netlify’s rules do not reach functions.
 *
 * Sources of the rules: OWASP Secure Headers Project, OWASP ASVS 5.0 section 3.4, and the grading of
 * Mozilla’s HTTP Observatory (`npm run observatory`).
 */

/** Of a style sheet inside a page, as the policy names it: `sha256-…`. */
export type StyleHash = `sha256-${string}`;

/**
 * Everything the site loads is its own. No script is inline, and of styles only the very sheets of the build, each by its
 * hash: nothing needs 'unsafe-inline'. No report-to: reports would need a third party, or an open door of our own that
 * takes anyone's text (ASVS 3.4.7 is not met, on purpose).
 */
const policy = (scripts: string, styles: readonly StyleHash[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles.map((hash) => `'${hash}'`).join(' ') || "'none'"}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What a page could ask of the reader’s device, and this site never does. */
const neverAsked = [
  'accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen geolocation',
  'gyroscope hid idle-detection magnetometer microphone midi payment picture-in-picture',
  'publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking',
].flatMap((line) => line.split(' '));

/** For a page with these sheets; what is no page has none. */
export const securityHeaders = (styles: readonly StyleHash[] = []) => ({
  'Content-Security-Policy': policy("'self'", styles),
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  // For browsers that do not know frame-ancestors.
  'X-Frame-Options': 'DENY',
  // Not no-referrer: under that, a form posted without script arrives with the origin “null”.
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': neverAsked.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'X-Permitted-Cross-Domain-Policies': 'none',
});

/** Pagefind is WebAssembly: the search page, and the worker that it starts, may compile it. Nothing else may. */
const withWebAssembly = (styles: readonly StyleHash[]) => ({
  'Content-Security-Policy': policy("'self' 'wasm-unsafe-eval'", styles),
});
const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/**
 * Media types of the files beside pages that servers do not know by their ending: the names that Zotero and JabRef answer to.
 * Netlify takes the dot of a rule for any character, so an ending here must be that of no page: `ics` would be `/topics/` too.
 */
const mediaTypes = { bib: 'application/x-bibtex', ris: 'application/x-research-info-systems' };

/** The pages that a rule for files would take for files. */
export const takenForFiles = (paths: readonly string[]): string[] =>
  paths.filter((path) => Object.keys(mediaTypes).some((ending) => path.replace(/\/$/, '').endsWith(ending)));

/**
 * By a path, or all paths below one; where several match, the last one wins. Netlify’s own rule for everything not named
 * here: kept, but asked about each time (`max-age=0, must-revalidate`).
 */
const headerRules = (styles: readonly StyleHash[]) => [
  { path: '/*', why: 'Every file and page, and the sheets inside them.', headers: securityHeaders(styles) },
  {
    path: '/search/*',
    why: 'The search page compiles the WebAssembly of the index.',
    headers: withWebAssembly(styles),
  },
  {
    path: '/pagefind/*',
    why: 'So does the worker, which goes by its own policy. The list of the index is asked about each time.',
    headers: withWebAssembly([]),
  },
  { path: '/pagefind/index/*', why: 'Names hold a hash of the contents: a change has another name.', headers: forEver },
  { path: '/pagefind/fragment/*', why: 'The same.', headers: forEver },
  { path: '/search/data/*', why: 'The same: the folder’s name is a hash of what is in it.', headers: forEver },
  { path: '/_astro/*', why: 'The same.', headers: forEver },
  {
    path: '/fonts/*',
    why: 'The faces change with the look, about never: a week.',
    headers: { 'Cache-Control': 'public, max-age=604800' },
  },
  ...Object.entries(mediaTypes).map(([ending, type]) => ({
    path: `/*.${ending}`,
    why: 'Not every server knows this ending.',
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  })),
];

/** Contents of Netlify’s `_headers` file: https://docs.netlify.com/manage/routing/headers/ */
export const headersFile = (styles: readonly StyleHash[]): string =>
  headerRules(styles)
    .map(({ path, why, headers }) =>
      [`# ${why}`, path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
