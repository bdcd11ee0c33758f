import { foldLetters } from './characters.js';
import { PLACES, SEVERAL, SHORT_NAMES } from './place-names.js';
import { wallClock } from './weekly.js';
import { countryOf, zonePlaces } from './zone-places.js';

/** Today's names of zones that the platform lists under an older one, or not at all. */
const TODAYS_NAMES = [
  'UTC',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Cordoba',
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

const SEVERAL_KEYS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(SEVERAL).map(([name, zones]) => [careless(name), zones]),
);

/**
 * The IANA name of a zone as typed, whatever its case and whether its words are parted by `_` or
 * by spaces; older names are known, too, and cities and countries that keep one zone. Null for what
 * is no zone, or may be several: see `zonesMeant`.
 */
export function findTimeZone(typed: string): string | null {
  const [zone, another] = zonesMeant(typed, new Date());
  return zone === undefined || another !== undefined ? null : zone;
}

/**
 * Every zone that a text may mean in full, the likeliest first: one for its own name or a city,
 * more for a short name (`EST`), a large country, or an offset (`GMT+7`), which doesn't say when the
 * clock changes. Empty for what names none.
 *
 * @param now decides which zones keep an offset.
 */
export function zonesMeant(typed: string, now: Date): readonly string[] {
  const wanted = careless(typed);
  const whole = zonesNamed(typed, wanted, now);
  if (whole.length > 0) return whole;
  const [first = '', ...more] = typed.split(/[,،、]/);
  if (more.length > 0)
    return more.reduce(
      (zones, part) => inBoth(zones, zonesMeant(part, now)),
      zonesMeant(first, now),
    );
  // New York City, Thành phố Hồ Chí Minh
  const bare = wanted.replace(CITY, '');
  return bare === wanted ? [] : zonesNamed(bare, bare, now);
}

/** What is written with a city's name: it is one. */
const CITY =
  /^(?:thanh pho|tp|kota|city of|ciudad de|cidade de|stadt|ville de|greater) | (?:city|area|metro|shi)$/;

/** Of a city and its country what they share; both where they share nothing. */
function inBoth(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  const shared = one.filter((zone) => other.includes(zone));
  return shared.length > 0 ? shared : [...one, ...other];
}

function zonesNamed(typed: string, wanted: string, now: Date): readonly string[] {
  const known = ZONES.get(wanted);
  if (known !== undefined) return [known];
  const older = olderName(typed);
  if (older !== null) return [older];
  const short = Object.hasOwn(SHORT_NAMES, wanted) ? SHORT_NAMES[wanted] : undefined;
  if (short !== undefined) return short;
  const several = SEVERAL_KEYS.get(wanted);
  if (several !== undefined) return several;
  cities ??= byCity();
  const city = cities.get(wanted);
  if (city !== undefined) return city;
  const places = zonePlaces(careless, current);
  const place = places.get(wanted) ?? places.get(careless(countryOf(wanted) ?? ''));
  return place === undefined ? atOffset(wanted, now) : [...place].sort(byName);
}

/**
 * The zones that fit what was typed so far, the best first: what it means in full, then what begins
 * like it, a city before its country.
 */
export function searchTimeZones(typed: string, most: number, now = new Date()): string[] {
  const wanted = careless(typed);
  if (wanted === '') return OFTEN_MEANT.slice(0, most);
  const meant = zonesMeant(typed, now);
  // Each zone once, by the best there is for it: this is asked with every letter that is typed.
  const ranks = new Map(meant.map((name) => [name, 0]));
  const note = (name: string, rank: number) => {
    if (rank < (ranks.get(name) ?? Number.POSITIVE_INFINITY)) ranks.set(name, rank);
  };
  const word = ` ${wanted}`;
  for (const [key, name] of ZONES) {
    const city = key.slice(key.lastIndexOf('/') + 1);
    if (city.startsWith(wanted)) note(name, 1);
    else if (key.startsWith(wanted)) note(name, 3);
    else if (city.includes(word)) note(name, 4);
    else if (key.includes(wanted)) note(name, 6);
  }
  for (const [place, zones] of zonePlaces(careless, current)) {
    const rank = place.startsWith(wanted) ? 2 : place.includes(word) ? 5 : null;
    if (rank !== null) for (const name of zones) note(name, rank);
  }
  const others = [...ranks].filter(([, rank]) => rank > 0);
  others.sort(([a, one], [b, other]) => one - other || byName(a, b));
  // What means the whole keeps its order: the first is the likeliest.
  return [...meant, ...others.map(([name]) => name)].slice(0, most);
}

const byName = (a: string, b: string): number =>
  peopleIn(a) - peopleIn(b) || (a < b ? -1 : a > b ? 1 : 0);

/** Those of the largest cities first, then those of other large ones. */
function peopleIn(zone: string): number {
  const place = OFTEN_MEANT.indexOf(zone);
  if (place >= 0) return place;
  const isRemote = /^(?:Antarctica|Arctic|Etc)\//.test(zone);
  return OFTEN_MEANT.length + (Object.hasOwn(PLACES, zone) ? 0 : isRemote ? 2 : 1);
}

/** Zones by the last part of their names, which is a city's; made when first needed. */
let cities: ReadonlyMap<string, readonly string[]> | undefined;

function byCity(): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, string[]>();
  for (const [key, name] of ZONES) {
    if (!key.includes('/')) continue;
    const city = key.slice(key.lastIndexOf('/') + 1);
    const zones = made.get(city) ?? [];
    const zone = current(name);
    if (!zones.includes(zone)) made.set(city, [...zones, zone]);
  }
  return made;
}

/** A name that the platform knows and doesn't list: `US/Eastern`. */
function olderName(typed: string): string | null {
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

/** Today's name of a zone that is known under an older one, too: Asia/Calcutta is Asia/Kolkata. */
function current(zone: string): string {
  todays ??= new Map(
    TODAYS_NAMES.flatMap((name) => {
      const older = olderName(name);
      return older === null || older === name ? [] : [[older, name]];
    }),
  );
  return todays.get(zone) ?? zone;
}

let todays: ReadonlyMap<string, string> | undefined;

/** The zones that are so far from UTC now: `gmt+7`, `utc+05:30`, `+2`. */
function atOffset(wanted: string, now: Date): readonly string[] {
  const [, sign, hours, minutes = '0'] =
    /^(?:gmt|utc)? ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?$/.exec(wanted.replace(/[−–]/g, '-')) ?? [];
  if (sign === undefined || hours === undefined) return [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return (zonesByOffset(now).get(offset) ?? []).slice().sort(byName);
}

/** Clocks change on the hour, or at a half of it. */
const HALF_HOUR = 1_800_000;

let offsets: { readonly since: number; readonly zones: ReadonlyMap<number, string[]> } | undefined;

/** Zones by the minutes their clocks are ahead of UTC; kept for half an hour, for it takes a while. */
function zonesByOffset(now: Date): ReadonlyMap<number, string[]> {
  const since = Math.floor(now.getTime() / HALF_HOUR);
  if (offsets?.since === since) return offsets.zones;
  const zones = new Map<number, string[]>();
  for (const zone of new Set([...ZONES.values()].map(current))) {
    if (!zone.includes('/')) continue;
    const minutes = minutesAhead(zone, now);
    zones.set(minutes, [...(zones.get(minutes) ?? []), zone]);
  }
  offsets = { since, zones };
  return zones;
}

/** Minutes that a zone's clock is ahead of UTC. */
function minutesAhead(timeZone: string, now: Date): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** A zone with the time it is there, which tells people more than its name: `Asia/Tokyo · 18:05 now`. */
export function zoneWithTime(timezone: string, now: Date): string {
  return `${timezone} · ${wallClock(now, timezone)} now`;
}

function careless(text: string): string {
  return foldLetters(text)
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/[\s_]+/g, ' ')
    .trim();
}
