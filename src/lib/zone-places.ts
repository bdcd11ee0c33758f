import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './paths.js';
import { COUNTRY_NAMES, PLACES, SEVERAL } from './place-names.js';

/** The zones, parted by spaces, and behind them what a place in them is called. */
const placeNames = z.array(z.tuple([z.string()], z.string()));

let made: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * Every place that names a zone, as it is looked up, with the zones that may be meant: the cities of
 * CLDR and the countries in all languages of Discord (`content/zone-places.json`, written by
 * `scripts/zone-places.ts`), and a list of capitals and large cities. Made when first needed.
 *
 * @param lookedUp a name as it is looked up.
 * @param current today's name of a zone that CLDR has under an older one.
 */
export function zonePlaces(
  lookedUp: (name: string) => string,
  current: (zone: string) => string,
): ReadonlyMap<string, readonly string[]> {
  made ??= readPlaces(lookedUp, current);
  return made;
}

function readPlaces(
  lookedUp: (name: string) => string,
  current: (zone: string) => string,
): Map<string, string[]> {
  const places = new Map<string, string[]>();
  const add = (name: string, zones: readonly string[]) => {
    const key = lookedUp(name);
    const known = places.get(key) ?? [];
    for (const zone of zones) if (!known.includes(zone)) known.push(zone);
    places.set(key, known);
  };
  for (const [zone, names] of Object.entries(PLACES)) for (const name of names) add(name, [zone]);
  const file = join(projectRoot, 'content', 'zone-places.json');
  const read = placeNames.parse(JSON.parse(readFileSync(file, 'utf8')));
  const entries = read.map(([zones, ...names]) => ({
    zones: [...new Set(zones.split(' ').map(current))],
    names,
  }));
  // A city before the country of its name: Mexico City is called México in Spanish.
  const [cities, countries] = [true, false].map((isOne) =>
    entries.filter(({ zones }) => (zones.length === 1) === isOne),
  );
  for (const { zones, names } of cities ?? []) for (const name of names) add(name, zones);
  for (const { zones, names } of countries ?? []) {
    for (const name of names) if (!places.has(lookedUp(name))) add(name, zones);
  }
  for (const [code, names] of Object.entries(COUNTRY_NAMES)) {
    const zones = places.get(lookedUp(countryOf(code) ?? '')) ?? [];
    for (const name of names) if (!places.has(lookedUp(name))) add(name, zones);
  }
  for (const [name, zones] of Object.entries(SEVERAL)) {
    places.set(lookedUp(name), [...new Set(zones.map(current))]);
  }
  return places;
}

const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The English name of a country by its code of two letters; null for what is none. */
export function countryOf(code: string): string | null {
  return /^[a-z]{2}$/i.test(code) ? (english.of(code.toUpperCase()) ?? null) : null;
}
