import { searchTimeZones, zoneWithTime } from '../lib/time-zones.js';
import type { Choice, OptionSpec } from './options.js';

/** Discord shows at most so many choices while somebody types, and as many in a menu. */
const MOST_ZONES = 25;

/** Time zones to choose from, each with its time now. @param typed nothing gives those most meant. */
export function zoneChoices(typed: string, at: Date): Choice[] {
  return searchTimeZones(typed, MOST_ZONES, at).map((timezone) => ({
    name: zoneWithTime(timezone, at),
    value: timezone,
  }));
}

/** An option that takes a time zone by a city or a country. */
export const zoneOption: Omit<Extract<OptionSpec, { type: 'text' }>, 'description' | 'required'> = {
  type: 'text',
  maxLength: 60,
  autocomplete: (typed, { at }) => zoneChoices(typed, at),
};
