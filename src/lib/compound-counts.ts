/** One part of a number that is written in several: `1万` of `1万2千`. */
export interface CountPart {
  readonly digits: string;
  /** Empty for what is counted singly: the last part of `1万2345`. */
  readonly form: string;
}

/** A short form written between the digits where the decimals begin, as in Vietnamese `1tr8`. */
const FORM_AS_MARK = /^(\D+?) ?(\d{1,3})$/u;

/** More parts than any number has. */
const MOST_PARTS = 5;

/**
 * The parts of a number with several short forms (`1万2千`, `2 lakh 50 thousand`), or with digits
 * behind its one (`1万2345`); null for what has only one part, or a part that has no digits.
 *
 * @param digits before the first form.
 * @param behind all that follows, lower-case.
 */
export function compoundParts(digits: string, behind: string): readonly CountPart[] | null {
  if (!/^\d+$/.test(digits) || !/\d/.test(behind)) return null;
  // `4億.9` has a part of a person, or a digit too many.
  if (/[.,]\d/.test(behind)) return null;
  const [, first = '', rest = ''] = /^(\D+?) ?(\d.*)$/u.exec(behind) ?? [];
  const parts: CountPart[] = [{ digits, form: first }];
  for (const [, more = '', form = ''] of rest.matchAll(/(\d+) ?(\D*?) ?(?=\d|$)/gu)) {
    parts.push({ digits: more, form });
  }
  const isWhole = first !== '' && parts.slice(0, -1).every(({ form }) => form !== '');
  return isWhole && parts.length > 1 && parts.length <= MOST_PARTS ? parts : null;
}

/** `1tr8` as `1.8` and `tr`; null for other texts. */
export function formAsMark(digits: string, behind: string): CountPart | null {
  const [, form, decimals] = FORM_AS_MARK.exec(behind) ?? [];
  if (!/^\d+$/.test(digits) || form === undefined || decimals === undefined) return null;
  return { digits: `${digits},${decimals}`, form };
}
