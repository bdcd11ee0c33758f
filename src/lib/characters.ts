/** The zero of every script whose digits a phone keyboard of a TikTok market can type. */
const ZEROS = [
  '٠', // Arabic
  '۰', // Persian, Urdu
  '०', // Devanagari
  '০', // Bengali
  '੦', // Gurmukhi
  '૦', // Gujarati
  '௦', // Tamil
  '౦', // Telugu
  '೦', // Kannada
  '൦', // Malayalam
  '๐', // Thai
  '໐', // Lao
  '၀', // Burmese
  '០', // Khmer
] as const;

const ASCII_DIGIT: ReadonlyMap<string, string> = new Map(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, digit) => [
      String.fromCharCode(zero.charCodeAt(0) + digit),
      String(digit),
    ]),
  ),
);

/**
 * Removes every character that takes no room on the screen: zero-width characters, byte order
 * marks, direction marks and overrides, soft hyphens, variation selectors, language tags.
 */
export function stripInvisible(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');
}

/**
 * What a person meant who typed a number or a date on any keyboard: full-width forms, the digits
 * of other scripts and every kind of space become their ASCII counterparts, every kind of dash
 * becomes `-`, invisible characters and surrounding white space go.
 */
export function plainTyping(text: string): string {
  return (
    stripInvisible(text)
      .normalize('NFKC')
      .replace(/\p{Nd}/gu, (digit) => ASCII_DIGIT.get(digit) ?? digit)
      // Hyphens, dashes, the minus sign; the Japanese vowel mark sits where a phone has the dash.
      .replace(/[\u2010-\u2015\u2212\u30fc]/g, '-')
      .trim()
  );
}

/** Letters that have no accent to take off, and what they are typed as where the keyboard has none. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/**
 * A word as it is compared: lower-case, without accents, the dot of Turkish capitals and the nukta
 * of Indian scripts, đ as d. Vowel signs of Indian scripts and of Thai are no accents and stay.
 */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0653-\u0655\u093c\u09bc\u0a3c\u0abc]/g, '')
    .normalize('NFC')
    .replace(/[đðøłħŧıßæœþς]/g, (letter) => PLAIN_LETTERS[letter] ?? 'σ');
}

const JAPANESE = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff5d]/;

/** Whether a text has letters or signs that only Japanese is written with, of the bot's languages. */
export function isJapanese(text: string): boolean {
  return JAPANESE.test(text);
}
