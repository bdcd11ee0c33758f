import { type FieldError, type Path, wrong } from './errors.js';

/** What is wrong with an address, where it has another scheme than those that are taken. */
export function schemeErrors(path: Path, url: unknown, schemes: readonly string[]): FieldError[] {
  if (typeof url !== 'string' || url === '' || !URL.canParse(url)) return [];
  const { protocol } = new URL(url);
  if (schemes.includes(protocol)) return [];
  const names = schemes.map((scheme) => scheme.slice(0, -1)).join(', ');
  return [
    wrong(
      path,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${protocol.slice(0, -1)}" is not supported. Scheme must be one of (${names}).`,
    ),
  ];
}
