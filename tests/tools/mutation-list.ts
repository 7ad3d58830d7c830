/** Ways to break the project, each with the tests that should notice. */
interface Mutation {
  what: string;
  file: string;
  find: string;
  put: string;
  /** Part of the name of the test file that should notice; `build` where the build itself refuses. */
  gate: string;
}

// One breakage a row.
// prettier-ignore
export const mutations: readonly Mutation[] = [
  { what: 'a field loses its label', file: 'src/components/SearchForm.astro', find: 'for={id}', put: '', gate: 'pages/validity' },
  { what: 'a style attribute', file: 'src/components/PageHead.astro', find: 'class="folio small"', put: 'class="folio small" style="color: red"', gate: 'pages/weight' },
  { what: 'a script on every page', file: 'src/layouts/Base.astro', find: '</body>', put: '<script is:inline src="/icon.js"></script></body>', gate: 'pages/weight' },
  { what: 'CSS of three times the size', file: 'src/components/GlanceTable.css', find: '@layer components {', put: `${Array.from({ length: 1500 }, (_, index) => `.x${(index * 7919).toString(36)} { margin: ${index * 13}px ${index * 17}px }`).join('\n')}\n@layer components {`, gate: 'build' },
  { what: 'a security header is gone', file: 'src/lib/security-headers.ts', find: "'X-Content-Type-Options': 'nosniff',", put: '', gate: 'pages/headers' },
  { what: 'the policy allows inline style', file: 'src/lib/security-headers.ts', find: '`style-src ${', put: "`style-src 'unsafe-inline' ${", gate: 'pages/headers' },
  { what: 'hashed files are not kept', file: 'src/lib/security-headers.ts', find: ', immutable', put: '', gate: 'pages/headers' },
  { what: 'a dead link in the footer', file: 'src/site.ts', find: "href: '/meetings/'", put: "href: '/meeting/'", gate: 'pages/links' },
  { what: 'a dead fragment', file: 'src/pages/index.astro', find: '#strength', put: '#strenght', gate: 'pages/links' },
  { what: 'every page calls itself the home page', file: 'src/layouts/Base.astro', find: 'new URL(path, site.address)', put: "new URL('/', site.address)", gate: 'pages/links' },
  { what: 'a file from another host', file: 'src/layouts/Base.astro', find: '<link rel="icon"', put: '<link rel="stylesheet" href="https://fonts.example/sans.css" /><link rel="icon"', gate: 'pages/browser' },
  { what: 'the menu in another order on one page', file: 'src/components/SiteHeader.astro', find: 'site.navigation.map(', put: "(path === '/about/' ? [...site.navigation].reverse() : site.navigation).map(", gate: 'pages/wcag' },
  { what: 'paler text', file: 'src/styles/tokens.css', find: '--ink-2: #475550', put: '--ink-2: #8a9791', gate: 'look/contrast' },
  { what: 'a color of its own in a component', file: 'src/components/SourceList.css', find: '@layer components {', put: '@layer components {\n  .source-line { color: #555; }', gate: 'look/tokens' },
  { what: 'a size of its own', file: 'src/components/SourceList.css', find: '@layer components {', put: '@layer components {\n  .source-line { font-size: 15px; }', gate: 'look/tokens' },
  { what: 'no outline on focus', file: 'src/styles/base.css', find: 'outline: 3px solid var(--focus)', put: 'outline: none', gate: 'look/focus' },
  { what: 'a table without caption', file: 'src/components/GlanceTable.astro', find: '<caption>{caption}</caption>', put: '', gate: 'look/tables' },
  { what: 'a table without its source', file: 'src/components/GlanceTable.astro', find: ' class="source-line"', put: '', gate: 'look/tables' },
  { what: 'a page wider than a telephone', file: 'src/components/PageHead.css', find: '@layer components {', put: '@layer components {\n  main { min-inline-size: 30rem; }', gate: 'look/layout' },
  { what: 'lines too long to read', file: 'src/styles/tokens.css', find: 'calc(34 * var(--t-body))', put: 'calc(52 * var(--t-body))', gate: 'look/layout' },
  { what: 'two outcome marks alike', file: 'src/components/MarkSymbols.astro', find: 'd="M8 1a7 7 0 0 0 0 14Z" fill="currentColor"', put: 'd="M4.5 8h7" stroke="currentColor"', gate: 'look/marks' },
  { what: 'print without sources', file: 'src/styles/print.css', find: '@media print {', put: '@media print {\n    .sources { display: none; }', gate: 'look/print' },
  { what: 'a character that the fonts lack', file: 'src/site.ts', find: 'This is not an official site', put: '→ This is not an official site', gate: 'look/characters' },
  { what: 'fonts that move the page', file: 'src/styles/fonts.css', find: 'size-adjust: 101.17%', put: 'size-adjust: 140%', gate: 'pages/shift' },
  { what: 'the button of the confirmation comes late', file: 'src/components/request/request.css', find: 'request-received:not(:defined) {\n    visibility: hidden;', put: 'request-received:not(:defined) {\n    display: none;', gate: 'pages/shift' },
  { what: 'the form comes in place of the confirmation', file: 'netlify/request/confirm.ts', find: 'if (!reference) return seeOther(formPath);', put: 'if (reference) return seeOther(formPath);', gate: 'pages/axe' },
  { what: 'functions of an old build answer after a rebuild', file: 'netlify/local/functions.ts', find: '?version=${version}', put: '', gate: 'local/functions' },
  { what: 'a reference to nothing', file: 'content/program-profiles/miami-florida-2019.mdx', find: 'gun-violence', put: 'gun-violense', gate: 'build' },
  { what: 'request: the store is not read back', file: 'netlify/store/blobs.ts', find: 'const found = await read(key);', put: 'const found = written ? text : await read(key);', gate: 'request/handle' },
  { what: 'request: no escape in the page', file: 'netlify/request/page.ts', find: 'text.replace(/[&<>"\']/g, (sign) => entities[sign] ?? sign)', put: 'text', gate: 'request/property' },
  { what: 'request: foreign origins are taken', file: 'netlify/request/handle.ts', find: 'if (origin === \'foreign\') {', put: 'if (origin === \'foreign\' && !site) {', gate: 'request/handle' },
  { what: 'request: the acknowledgement repeats what was typed', file: 'netlify/mail/acknowledgement.ts', find: 'What happens next\nIt is passed on', put: 'You wrote: ${String(record.answers[\'issue\'])}\n\nWhat happens next\nIt is passed on', gate: 'request/mail' },
  { what: 'request: the retries come later', file: 'netlify/mail/deliver.ts', find: 'const seconds = [0, 5, 300, 1800,', put: 'const seconds = [0, 5, 1800,', gate: 'request/redelivery' },
  { what: 'request: the honeypot drops instead of tagging', file: 'netlify/request/handle.ts', find: '  const blocked = notReady(settings);', put: '  if (submission.honeypot) return received(reply, { outcome: \'received\', reference: \'TA-2222-2222\' });\n  const blocked = notReady(settings);', gate: 'request/handle' },
  { what: 'request: mail goes out while a setting is malformed', file: 'netlify/mail/redeliver.ts', find: 'if (blockingProblems(settings).length > 0) return undefined;', put: '', gate: 'request/redelivery' },
  { what: 'request: a reload is another request', file: 'netlify/request/keep.ts', find: 'const digest = digestOf(answers);', put: 'const digest = digestOf({ ...answers, key });', gate: 'request/handle' },
  { what: 'a page that imports the checks', file: 'src/components/PageHead.astro', find: 'interface Props', put: "import '../checks/find.ts';\ninterface Props", gate: 'structure' },
];
