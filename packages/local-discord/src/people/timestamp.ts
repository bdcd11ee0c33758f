/** The moment relative times are told from, and the zone of absolute ones. */
export interface Moment {
  readonly now: number;
  readonly timeZone: string;
}

const unitSeconds: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * A moment in one of Discord's styles (`t`, `T`, `d`, `D`, `f`, `F`, `s`, `S`, `R`), in English.
 * @param ms milliseconds since 1970.
 */
export function timestamp(ms: number, style: string, moment: Moment): string {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return 'at an unknown time';
  if (style === 'R') {
    const seconds = Math.round((ms - moment.now) / 1000);
    const [unit, size] = unitSeconds.find(([, s]) => Math.abs(seconds) >= s) ?? ['second', 1];
    return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
      Math.trunc(seconds / size),
      unit,
    );
  }
  const options: Record<string, Intl.DateTimeFormatOptions> = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    f: { dateStyle: 'long', timeStyle: 'short' },
    F: { dateStyle: 'full', timeStyle: 'short' },
    s: { dateStyle: 'short', timeStyle: 'short' },
    S: { dateStyle: 'short', timeStyle: 'medium' },
  };
  return new Intl.DateTimeFormat('en-GB', {
    ...(options[style] ?? options['f']),
    timeZone: moment.timeZone,
  }).format(ms);
}
