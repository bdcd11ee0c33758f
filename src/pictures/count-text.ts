/**
 * Counts as TikTok writes them on its screens: whole, grouped, or short with at most two decimals.
 * What the short forms mean is read later, with everything else that is typed.
 */
const FORMS = [
  /^\d{1,9}$/,
  /^\d{1,3}(?:[.,]\d{3})+$/,
  /^\d{1,4}(?:[.,]\d{1,2})?(?:K|M|B)$/,
  /^\d{1,4}(?:[.,]\d{1,2})?(?:Tsd\.?|Mio\.?|Mrd\.?|mil|mi|mln|rb|jt|N|Tr|千|万|億|亿)$/,
];

/** Marks that look alike, as the recogniser writes them. */
const ALIKE: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '。': '.',
  '·': '.',
  '‚': ',',
  '٫': '.',
  k: 'K',
  m: 'M',
};

/** What a nought that stands alone is read as. */
const NOUGHTS = ['o', 'O', '○', '〇', '。'];

/** The count that a text is; null where it is none, or more than one. */
export function countText(text: string): string | null {
  // Digits come in their wide form, too.
  const given = text.replaceAll(/[０-９]/g, (one) => one.normalize('NFKC'));
  if (NOUGHTS.includes(given)) return '0';
  // A dot of what is behind the digits stands beside them now and then.
  const whole = given.replaceAll(/\s+/g, '').replace(/(?<=^\d+)[.,·]$/, '');
  const plain = [...whole].map((one) => ALIKE[one] ?? one).join('');
  // The two above are capital where they stand alone behind the digits, and not inside a word.
  const written = /[A-Za-z]{2,}/.test(given) ? whole : plain;
  return FORMS.some((form) => form.test(written)) ? written : null;
}
