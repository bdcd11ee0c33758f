/**
 * Whether an address was cut in the wrong place because its password has a character that means
 * something there: `/`, `?` or `#`.
 */
export function isCutByPassword(url: string): boolean {
  const [, password] = /^postgres(?:ql)?:\/\/[^/?#@]*?:(.*)@/.exec(url) ?? [];
  if (password === undefined || !/[/?#]/.test(password)) return false;
  if (!URL.canParse(url)) return true;
  const { username, hash, pathname, search } = new URL(url);
  return hash !== '' || pathname.includes('@') || (username === '' && search.includes('@'));
}
