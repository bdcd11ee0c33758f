import { Locale } from 'discord-api-types/v10';
import { OTHER_LANGUAGES, otherLanguageOf } from '../../src/lib/languages.js';

/** Of each language beside English one of Discord's tags. */
export const languageTags: readonly Locale[] = OTHER_LANGUAGES.flatMap(
  (language) => Object.values(Locale).find((tag) => otherLanguageOf(tag) === language) ?? [],
);
