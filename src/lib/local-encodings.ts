/** What Excel writes where it isn't asked for Unicode, by the language it runs in. */
const BY_LANGUAGE = {
  ar: 'windows-1256',
  bg: 'windows-1251',
  cs: 'windows-1250',
  el: 'windows-1253',
  fa: 'windows-1256',
  hr: 'windows-1250',
  hu: 'windows-1250',
  ja: 'shift_jis',
  ko: 'euc-kr',
  lt: 'windows-1257',
  pl: 'windows-1250',
  ro: 'windows-1250',
  ru: 'windows-1251',
  th: 'windows-874',
  tr: 'windows-1254',
  uk: 'windows-1251',
  vi: 'windows-1258',
  'zh-CN': 'gbk',
  'zh-TW': 'big5',
} as const;

/** An encoding of one part of the world. */
export type LocalEncoding = (typeof BY_LANGUAGE)[keyof typeof BY_LANGUAGE] | 'windows-1252';

/** What Excel writes in a language; Windows-1252 where none is named. */
export function localEncoding(language?: string): LocalEncoding {
  const base = language?.replace(/-.*/, '');
  const known = Object.entries(BY_LANGUAGE).find(([tag]) => tag === language || tag === base);
  return known?.[1] ?? 'windows-1252';
}

/** Signs of Windows-1252 that hardly anybody types; bytes of Japanese and Chinese become them. */
const SELDOM = /[\u0080-\u009fƒˆ‰†‡˜]|‚[^\p{ASCII}]/u;

/** A sign of money, law or measure inside a word: a letter of another part of the world. */
const SIGN_IN_WORD = /\p{L}[¡-§©«-®±-³¶¹¼-¿]\p{L}/u;

/** A word of nothing but letters with accents, of more than one kind, as hardly any is. */
const ONLY_ACCENTED = /(?<![\p{L}\p{M}])[À-ÖØ-öø-ÿ]{2,}(?![A-Za-z])/gu;

/**
 * Whether a text that was read as Windows-1252 can be meant so: Cyrillic, Greek and Chinese become
 * words of accented letters only, Japanese signs that nobody types.
 */
export function looksWestern(text: string): boolean {
  if (SELDOM.test(text) || SIGN_IN_WORD.test(text)) return false;
  const words = text.match(ONLY_ACCENTED) ?? [];
  return words.every((word) => new Set(word.toLowerCase()).size === 1);
}

/** How files begin that are no text. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook (.xlsx) or another archive, whatever its name'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (.xls), whatever its name'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF, not a table'],
  [[0x1f, 0x8b], 'compressed (gzip)'],
];

/** What a file is that is no text, by its first bytes; null for what may be one. */
export function kindOfFile(bytes: Uint8Array): string | null {
  const known = BEGINNINGS.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  return known?.[1] ?? null;
}
