import { searchTimeZones, zoneWithTime } from '../lib/time-zones.js';
import type { OptionSpec } from './options.js';

/** Discord shows at most so many choices while somebody types. */
const MOST_CHOICES = 25;

/** An option that takes a time zone by a city or a country. */
export const zoneOption: Omit<Extract<OptionSpec, { type: 'text' }>, 'description' | 'required'> = {
  type: 'text',
  maxLength: 60,
  autocomplete: (typed, { at }) =>
    searchTimeZones(typed, MOST_CHOICES, at).map((timezone) => ({
      name: zoneWithTime(timezone, at),
      value: timezone,
    })),
};
