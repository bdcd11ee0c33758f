// Writes content/zone-places.json: what the cities of time zones and the countries that keep them
// are called in the languages of Discord. The cities come from the unpacked package cldr-dates-full,
// which is too large to be installed for everybody; the countries from Intl:
//   npm pack cldr-dates-full@48.2.0 && tar xf cldr-dates-full-48.2.0.tgz
//   node dist/scripts/zone-places.js package
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DISCORD_LANGUAGES } from '../src/lib/languages.js';
import { projectRoot } from '../src/lib/paths.js';

/** Where CLDR keeps a language under another name than Discord. */
const AS_IN_CLDR: Readonly<Record<string, string>> = {
  'en-US': 'en',
  'es-ES': 'es',
  'pt-BR': 'pt',
  'sv-SE': 'sv',
  'zh-CN': 'zh',
  'zh-TW': 'zh-Hant',
};

/** Countries with one zone that nearly everybody lives in, though there are more. */
const MAIN_ZONE: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  UA: 'Europe/Kyiv',
  UZ: 'Asia/Tashkent',
};

const LANGUAGES = [...DISCORD_LANGUAGES, 'fa', 'ar'];

const zoneNames = z.looseObject({
  main: z.record(
    z.string(),
    z.looseObject({
      dates: z.looseObject({ timeZoneNames: z.looseObject({ zone: z.unknown() }) }),
    }),
  ),
});

const cities = new Map<string, Set<string>>();
for (const tag of LANGUAGES) {
  const name = AS_IN_CLDR[tag] ?? tag;
  const file = join(process.argv[2] ?? '.', 'main', name, 'timeZoneNames.json');
  const [language] = Object.values(zoneNames.parse(JSON.parse(readFileSync(file, 'utf8'))).main);
  collect(language?.dates.timeZoneNames.zone, []);
}

const lines = [
  ...[...cities].map(([zone, names]): [string[], string[]] => [[zone], [...names]]),
  ...countries(),
].map(([zones, names]) => `  ${JSON.stringify([zones.join(' '), ...names.sort()])}`);
const target = join(projectRoot, 'content', 'zone-places.json');
writeFileSync(target, `[\n${lines.sort().join(',\n')}\n]\n`);

/** A zone's name is the path to it: America, Argentina, Buenos_Aires. */
function collect(node: unknown, path: readonly string[]): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'exemplarCity' && typeof value === 'string') note(path.join('/'), value);
    else if (!key.startsWith('_')) collect(value, [...path, key]);
  }
}

function note(zone: string, city: string): void {
  // What the name of the zone says already needn't be said again.
  const own = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  if (zone.startsWith('Etc/') || city === own) return;
  cities.set(zone, (cities.get(zone) ?? new Set()).add(city));
}

function* countries(): Generator<[zones: string[], names: string[]]> {
  const languages = LANGUAGES.flatMap((tag) =>
    (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames(tag, { type: 'region', style }),
    ),
  );
  for (const first of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    for (const second of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      const region = first + second;
      // What a country was called before has today's name, too.
      if (new Intl.Locale(`und-${region}`).region !== region) continue;
      const main = MAIN_ZONE[region];
      const zones = main === undefined ? zonesOf(region) : [main];
      if (zones.length === 0) continue;
      yield [zones, [...new Set(languages.flatMap((names) => names.of(region) ?? []))]];
    }
  }
}

/** A getter in older versions of the platform, a method in newer ones; neither is in the types. */
function zonesOf(region: string): string[] {
  const locale: object = new Intl.Locale(`und-${region}`);
  const zones: unknown =
    'getTimeZones' in locale && typeof locale.getTimeZones === 'function'
      ? locale.getTimeZones()
      : 'timeZones' in locale
        ? locale.timeZones
        : [];
  return Array.isArray(zones) ? zones.filter((zone) => typeof zone === 'string') : [];
}
