import { foldLetters, plainTyping } from './characters.js';
import { DISCORD_LANGUAGES } from './languages.js';

/**
 * Reads a time of day as people type it: `18:00`, `9:30`, `18.00`, `18h30`, `18`, `18h`, `20 Uhr`,
 * `6 pm`, `오후 6시`, `kl. 18`, `noon`, `1800`. Null for what can't be one, or may be two: see `clockTimes`.
 *
 * @returns `HH:MM` on a clock of 24 hours.
 */
export function parseClockTime(text: string): string | null {
  const [time, another] = clockTimes(text);
  return time === undefined || another !== undefined ? null : time;
}

/**
 * Every time of day that a text may mean: two for a bare number up to twelve, which some count from
 * noon; none for what is no time. Each as `HH:MM` on a clock of 24 hours.
 */
export function clockTimes(text: string): readonly string[] {
  const typed = halvesInEnglish(foldLetters(plainTyping(text)));
  if (/^(?:12 )?(?:noon|midday|mediodia|meio-dia|midi|mittags?)$/.test(typed)) return ['12:00'];
  if (/^(?:12 )?(?:midnight|medianoche|meia-noite|minuit|mitternacht)$/.test(typed))
    return ['00:00'];
  const match =
    /^(?:um |at |as |a |a las |pukul |jam |luc |kl\.? |klo |в |о )?(\d{1,2})(?:[:.](\d{2})(?::\d{2})?|((?<=\d{2})(?=\d{2}$)| ?(?:h|時|时|点|點|시|gio|час(?:ов|а)?|horas?|heures?))(?: ?(\d{2})[分분]?)?)?( ?(?:uhr|o'clock|h|uur))?(?: ?(am|pm))?$/.exec(
      typed,
    );
  if (match === null) return [];
  const [, hours = '', afterMark, hourWord, afterWord, behind, half] = match;
  const minutes = Number(afterMark ?? afterWord ?? 0);
  const hour = Number(hours);
  if (minutes > 59) return [];
  const written = (at: number) =>
    `${String(at).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return [];
    return [written((hour % 12) + (half.startsWith('p') ? 12 : 0))];
  }
  if (hour > 23) return [];
  const isBare = afterMark === undefined && hourWord === undefined && behind === undefined;
  // `6` alone is as often six in the evening.
  if (isBare && hour >= 1 && hour <= 12) return [written(hour % 12), written((hour % 12) + 12)];
  return [written(hour)];
}

/** Halves of the day as the languages of Discord write them; made when first needed. */
let halves: readonly (readonly [word: string, half: 'am' | 'pm'])[] | undefined;

/** The text with am or pm behind the time, in whichever language and place it was written. */
function halvesInEnglish(typed: string): string {
  halves ??= DISCORD_LANGUAGES.flatMap((tag) => {
    const format = new Intl.DateTimeFormat(tag, {
      ...{ timeStyle: 'short', hour12: true, timeZone: 'UTC' },
    });
    return ([6, 18] as const).map((hour) => {
      const parts = format.formatToParts(Date.UTC(2026, 0, 1, hour));
      const word = parts.find(({ type }) => type === 'dayPeriod')?.value ?? '';
      return [foldLetters(plainTyping(word)), hour === 6 ? 'am' : 'pm'] as const;
    });
  })
    .concat([
      // Some versions of CLDR have English ones for Korean.
      ['오전', 'am'],
      ['오후', 'pm'],
      ['am', 'am'],
      ['pm', 'pm'],
      ['a.m.', 'am'],
      ['p.m.', 'pm'],
    ])
    .sort(([one], [other]) => other.length - one.length);
  for (const [word, half] of halves) {
    if (word === '' || !/\p{L}/u.test(word)) continue;
    if (typed.endsWith(word)) return `${typed.slice(0, -word.length).trim()} ${half}`;
    if (typed.startsWith(word)) return `${typed.slice(word.length).trim()} ${half}`;
  }
  return typed;
}
