import { plainTyping } from './characters.js';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** A week of ISO 8601, from Monday to Monday, in UTC. */
export interface Week {
  /** `2026-W47`: sorts as it runs. */
  readonly name: string;
  /** Its first moment. */
  readonly from: Date;
  /** The first moment of the next one. */
  readonly to: Date;
}

/** The week a moment lies in. */
export function weekOf(moment: Date): Week {
  const days = Math.floor(moment.getTime() / DAY);
  // Day 0 of Unix time was a Thursday.
  const monday = (days - ((days + 3) % 7)) * DAY;
  // A week belongs to the year that has its Thursday.
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const number = Math.round((monday - firstMonday(year)) / WEEK) + 1;
  return {
    name: `${year}-W${String(number).padStart(2, '0')}`,
    from: new Date(monday),
    to: new Date(monday + WEEK),
  };
}

/** The week so many weeks later, or earlier below zero. */
export function weeksLater(week: Week, weeks: number): Week {
  return weekOf(new Date(week.from.getTime() + weeks * WEEK));
}

/** Reads `2026-W47`, also typed as `2026w47` or `2026 W 47`; null for what is no week. Never throws. */
export function parseWeek(text: string): Week | null {
  const parts = /^(\d{4})[- ]*w[- ]*(\d{1,2})$/i.exec(plainTyping(text));
  if (parts === null) return null;
  const [year, number] = [Number(parts[1]), Number(parts[2])];
  const week = weekOf(new Date(firstMonday(year) + (number - 1) * WEEK));
  // Most years have no week 53, and none has a week 0.
  return week.name === `${parts[1]}-W${String(number).padStart(2, '0')}` ? week : null;
}

/** The Monday of week 1, which is the week with 4 January in it. */
function firstMonday(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
}
