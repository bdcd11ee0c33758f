import { oneLine } from '../../lib/clip.js';
import { isBeyondTomorrowAnywhere } from '../../lib/dates.js';
import { parsePostedDay } from '../../lib/posted-day.js';
import { parseTikTokLink, type TikTokLink } from '../../lib/tiktok-link.js';
import type { Impossible } from '../refusal.js';
import type { Findings, Typing } from './count-input.js';

/** Reads a link as it was typed; what can't be read is noted. */
export function readLink(typed: string, { unreadable }: Findings): TikTokLink | null {
  const result = parseTikTokLink(typed);
  if (result.ok) return result.link;
  unreadable.push({ option: 'link', typed, why: result.problem });
  return null;
}

/**
 * Reads the day a post went public; what can't be read, or may mean several days, is noted.
 *
 * @returns `YYYY-MM-DD`.
 */
export function readPosted(
  typed: string,
  now: Date,
  { language, chosen }: Typing,
  found: Findings & { readonly impossible: Impossible[] },
): string | null {
  const result = parsePostedDay(chosen?.posted ?? typed, now, language);
  if (!result.ok && result.problem === 'ambiguous') {
    found.doubts.push({ option: 'posted', typed, days: result.candidates });
  } else if (!result.ok) {
    found.unreadable.push({ option: 'posted', typed, why: result });
  } else if (isBeyondTomorrowAnywhere(result.date, now)) {
    found.impossible.push({ what: 'posted in the future', posted: result.date });
  } else return result.date;
  return null;
}

/** A text of nothing visible is no text. */
export function storable(text: string | undefined): string | null {
  const kept = oneLine(text ?? '');
  return kept === '' ? null : kept;
}
