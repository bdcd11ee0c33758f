/** The databases the product runs on. */
export type Provider = 'sqlite' | 'postgresql';

/** The database an address names. */
export function providerOf(url: string): Provider {
  return /^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite';
}
