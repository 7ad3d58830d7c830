/** Written by `npm run build`; before the first build the types stand here. */
declare module '*/generated/site.json' {
  const site: unknown;
  export default site;
}
