import { plainTyping } from './characters.js';

/**
 * Reads a time of day as people type it: `18:00`, `9:30`, `18.00`, `18h30`, `18`, `18h`, `20 Uhr`,
 * `6 pm`, `6:30pm`. Null for what can't be one, or may be two: see `clockTimes`.
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
  const typed = plainTyping(text).toLowerCase();
  const match =
    /^(?:um |at |às |à |a las |pukul |jam |lúc )?(\d{1,2})(?:[:.](\d{2})(?::\d{2})?|( ?(?:h|時|点|giờ|час(?:ов|а)?|horas?|heures?))(?: ?(\d{2})分?)?)?( ?(?:uhr|o'clock|h))?(?: ?(am|pm|a\.m\.|p\.m\.|a\. m\.|p\. m\.))?$/.exec(
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
