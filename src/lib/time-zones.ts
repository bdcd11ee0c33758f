import { wallClock } from './weekly.js';

/** Today's names of zones that the platform lists under an older one, or not at all. */
const TODAYS_NAMES = [
  'UTC',
  'America/Argentina/Buenos_Aires',
  'America/Indiana/Indianapolis',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
];

/** Offered before anything is typed: the largest cities, from west to east. */
const OFTEN_MEANT = [
  'America/Los_Angeles',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Jakarta',
  'Asia/Ho_Chi_Minh',
  'Asia/Manila',
  'Asia/Tokyo',
  'Australia/Sydney',
];

/** Every zone by what is left of its name when it is typed carelessly. */
const ZONES: ReadonlyMap<string, string> = new Map(
  [...Intl.supportedValuesOf('timeZone'), ...TODAYS_NAMES].map((name) => [careless(name), name]),
);

/**
 * The IANA name of a zone as typed, whatever its case and whether its words are parted by `_` or
 * by spaces; older names are known, too. Null for what is no zone: an offset like `+02:00` or a
 * short name like `EST` doesn't say when the clock changes.
 */
export function findTimeZone(typed: string): string | null {
  const known = ZONES.get(careless(typed));
  if (known !== undefined) return known;
  const name = typed.trim().replaceAll(' ', '_');
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Whether this program knows a zone: what is stored may be of one that knew more of them. */
export function isKnownZone(timezone: string): boolean {
  try {
    wallClock(new Date(0), timezone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The zones that fit what was typed so far, the best first: a city's beginning before its middle. */
export function searchTimeZones(typed: string, most: number): string[] {
  const wanted = careless(typed);
  if (wanted === '') return OFTEN_MEANT.slice(0, most);
  const ranked: { name: string; rank: number }[] = [];
  for (const [key, name] of ZONES) {
    const city = key.slice(key.lastIndexOf('/') + 1);
    const rank = [
      key === wanted || city === wanted,
      city.startsWith(wanted),
      key.startsWith(wanted),
      city.split(' ').some((word) => word.startsWith(wanted)),
      key.includes(wanted),
    ].indexOf(true);
    if (rank >= 0) ranked.push({ name, rank });
  }
  ranked.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
  return ranked.slice(0, most).map(({ name }) => name);
}

/** A zone with the time it is there, which tells people more than its name: `Asia/Tokyo · 18:05 now`. */
export function zoneWithTime(timezone: string, now: Date): string {
  return `${timezone} · ${wallClock(now, timezone)} now`;
}

function careless(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}
