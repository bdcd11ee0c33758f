import type { Translated } from '../services/knowledge/translations.js';
import type { en } from './en/en.js';

/** A text in some language, of the form that the English one has: a missing or extra key doesn't compile. */
type InSomeLanguage<T> = T extends string
  ? string
  : T extends (...args: infer Args) => infer Said
    ? (...args: Args) => InSomeLanguage<Said>
    : { readonly [Key in keyof T]: InSomeLanguage<T[Key]> };

/** Everything that members read, in one language. */
export type Language = InSomeLanguage<typeof en>;

/** The words for one reader: a language, and how numbers, days and lists are written. */
export type Words = Language & {
  /** A BCP 47 tag, as Discord gives it. It may be of a language in which there are no words. */
  readonly locale: string;
  /** What the bot knows, as far as it stands in this language. */
  readonly texts: Translated;
};
