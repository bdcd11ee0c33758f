import { type Count, parseCount } from './counts.js';

const UNITS = [
  { letter: 'K', of: 1_000n },
  { letter: 'M', of: 1_000_000n },
  { letter: 'B', of: 1_000_000_000n },
] as const;

/**
 * A count as it can be typed so that it is read back as the same, with its rounding: 541,200 with a
 * step of 100 is `541.2K`. Where no short form says the same, all its digits.
 *
 * @param language of the member who would send it again: K, M and B don't mean the same everywhere.
 */
export function typedCount(count: Count, language?: string): string {
  for (const { letter, of } of UNITS) {
    if (count.step < 10n || count.step > of || of / count.step > 100n) continue;
    const decimals = String(of / count.step).length - 1;
    const digits = (count.value / count.step).toString().padStart(decimals + 1, '0');
    const whole = digits.slice(0, digits.length - decimals);
    const typed = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
    const back = parseCount(`${typed}${letter}`, language);
    if (back.ok && back.count.value === count.value && back.count.step === count.step) {
      return `${typed}${letter}`;
    }
  }
  return String(count.value);
}
