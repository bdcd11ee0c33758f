/** The languages Discord can be used in, by its own tags; a test compares them with Discord's list. */
export const DISCORD_LANGUAGES = [
  'id',
  'da',
  'de',
  'en-GB',
  'en-US',
  'es-ES',
  'es-419',
  'fr',
  'hr',
  'it',
  'lt',
  'hu',
  'nl',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'fi',
  'sv-SE',
  'vi',
  'tr',
  'cs',
  'el',
  'bg',
  'ru',
  'uk',
  'hi',
  'th',
  'zh-CN',
  'ja',
  'zh-TW',
  'ko',
] as const;

/** Whose numbers are read: Discord's languages, and others in which TikTok is often used. */
export const COUNT_LANGUAGES: readonly string[] = [...DISCORD_LANGUAGES, 'fa', 'ar', 'en-IN'];

/**
 * The languages beside English: a BCP 47 tag in small letters, or the part before its region. Of each there
 * is a folder in `src/words/` and one in `content/`.
 */
export const OTHER_LANGUAGES = ['de', 'es', 'fr', 'id', 'ja', 'pt-br', 'vi'] as const;

export type OtherLanguage = (typeof OTHER_LANGUAGES)[number];

/**
 * Which of the other languages a reader has; null for English, also for want of their own.
 *
 * @param locale a BCP 47 tag, as Discord gives it.
 */
export function otherLanguageOf(locale: string): OtherLanguage | null {
  const tag = locale.toLowerCase();
  const [base] = tag.split('-');
  return OTHER_LANGUAGES.find((one) => one === tag || one === base) ?? null;
}
