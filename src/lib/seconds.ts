/** A day: no video is longer. */
const LONGEST = 86_400;

const PLAIN = /^(\d{1,5}(?:[.,]\d{1,3})?) ?(?:s|sec|secs|seconds?)?$/i;
const CLOCK = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2}(?:[.,]\d{1,3})?)$/;

/**
 * A length of time as it is typed or stands in TikTok: `34`, `34.5`, `12,3 s`, `0:34`, `1:02:05`.
 *
 * @returns seconds, at most those of a day; null for anything else.
 */
export function parseSeconds(text: string): number | null {
  const typed = text.trim();
  const number = (part: string | undefined) => Number((part ?? '0').replace(',', '.'));
  const plain = PLAIN.exec(typed);
  const clock = CLOCK.exec(typed);
  const seconds = plain
    ? number(plain[1])
    : clock
      ? number(clock[1]) * 3600 + number(clock[2]) * 60 + number(clock[3])
      : Number.NaN;
  return seconds <= LONGEST ? seconds : null;
}
