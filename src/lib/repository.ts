/**
 * The page of a repository’s host on which a file can be changed; undefined where the address names no such page.
 * An address may come with a token (`https://x-access-token:…@github.com/…`) or as git writes it (`git@github.com:…`):
 * neither is ever printed. A preview is built from `pull/12/head`, which is no branch: there the published file is meant.
 */
export const editAddress = (repository: string | undefined, branch: string, file: string): string | undefined => {
  const web = (repository ?? '').trim().replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/');
  if (!URL.canParse(web)) return undefined;
  const { protocol, host, pathname } = new URL(web);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const onBranch = /^pull\/\d+\//.test(branch) ? 'main' : branch;
  return `https://${host}${pathname.replace(/(?:\.git)?\/*$/, '')}/edit/${onBranch}/${file}`;
};
