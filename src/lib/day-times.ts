import { foldLetters } from './characters.js';

/** Words before a time of day and halves of the day that are typed whatever the language. */
const WORDS_BEFORE = ['at', 'um', 'à', 'às', 'a las', 'pukul', 'lúc', 'kl', 'kl.', 'klo', 'в', 'о'];
const HALVES = ['am', 'pm', 'a.m.', 'p.m.', 'uhr', 'sa', 'ch'];

const ZONE = String.raw`(?: ?(?:z|utc|gmt))?(?: ?[+-]\d{1,2}(?::?\d{2})?)?(?: ?\([^)]*\))?`;

/**
 * A time of day at the end of a lower-case text without accents, as a language writes it behind a
 * date: `, 12.00`, ` klo 18.30`, ` 오후 6:30`, ` 12:00 μ.μ.`.
 */
export function timeBehind(tag: string): RegExp {
  const before = new Set(WORDS_BEFORE.map(foldLetters));
  const halves = new Set(HALVES);
  for (const dateStyle of ['full', 'long', 'medium', 'short'] as const) {
    for (const hour12 of [true, false]) {
      const format = new Intl.DateTimeFormat(tag, {
        ...{ dateStyle, timeStyle: 'short', timeZone: 'UTC', hour12 },
      });
      for (let hour = 0; hour < 24; hour += 3) {
        const parts = format.formatToParts(Date.UTC(2026, 10, 1, hour));
        const at = parts.findIndex(({ type }) => type === 'hour');
        for (const { type, value } of parts) if (type === 'dayPeriod') halves.add(plain(value));
        const minute = parts.findIndex(({ type }) => type === 'minute');
        for (const [place, { type, value }] of parts.entries()) {
          const said = plain(value).replace(/^[^\p{L}]+/u, '');
          if (type !== 'literal' || said === '') continue;
          // 日 and 일 belong to the date.
          const isDay = /[\p{sc=Han}\p{sc=Hangul}]/u.test(said);
          if (place < at && place >= at - 2 && !isDay) before.add(said);
          // Hindi बजे, Bulgarian ч.
          if (place > minute) halves.add(said);
        }
      }
    }
  }
  const word = oneOf(before);
  const half = oneOf(halves);
  const clock = String.raw`\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?|\d{1,2}[時时시] ?(?:\d{2}[分분])?`;
  const dotted = String.raw`\d{1,2}[.]\d{2}(?:[.]\d{2})?`;
  // With a dot only where a year, a comma or a word tells it from a date.
  const start = `(?:t|[,،]? ?(?:${word} )?|(?<=日))(?:${half} ?)?(?:${clock})`;
  const dottedStart = String.raw`(?:(?<=\d{4}),? |, ?|,? ${word} )(?:${half} ?)?${dotted}`;
  return new RegExp(`(?:${start}|${dottedStart})(?: ?(?:${half})){0,2}${ZONE}$`, 'u');
}

function plain(text: string): string {
  return foldLetters(text.normalize('NFKC')).replace(/\s+/g, ' ').trim();
}

function oneOf(words: ReadonlySet<string>): string {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return `(?:${sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}
