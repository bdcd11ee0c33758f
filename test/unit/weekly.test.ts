import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { nextOccurrence, type WeeklyRule, wallClock, weekUntil } from '../../src/lib/weekly.js';

const WEEK = 7 * 86_400_000;

/** Zones whose clocks do unusual things: half an hour, two hours, at midnight, twice a year more. */
const unusual = [
  'Australia/Lord_Howe',
  'America/Santiago',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'America/St_Johns',
  'America/Nuuk',
  'Asia/Gaza',
  'Asia/Beirut',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Chatham',
];
const zones = [...Intl.supportedValuesOf('timeZone'), ...unusual];

const rules = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  timezone: fc.oneof(fc.constantFrom(...zones), fc.constantFrom(...unusual)),
});

/** From when Samoa left out a day to well beyond what is scheduled today. */
const moments = fc.date({
  min: new Date('2011-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});

/** The moments at which a zone's clock is put forward or back within a year. */
function changes(timezone: string, year: number): Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = [];
  let at = Temporal.ZonedDateTime.from({ year, month: 1, day: 1, timeZone: timezone });
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.year > year) return found;
    found.push(next);
    at = next;
  }
}

function local(at: Date, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone);
}

/** Whether a time of day is left out on the day of a moment, where the clock is put forward. */
function isLeftOut(rule: WeeklyRule, day: Temporal.PlainDate): boolean {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(rule.time));
  return !wanted.toZonedDateTime(rule.timezone).toPlainDateTime().equals(wanted);
}

function monday(week: string): Temporal.PlainDate {
  const [year = '', number = ''] = week.split('-W');
  const fourth = Temporal.PlainDate.from(`${year}-01-04`);
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ days: 7 * (Number(number) - 1) });
}

describe('a weekly rule', () => {
  test('means one time in each local week, later than the one before, from any moment on', () => {
    fc.assert(
      fc.property(rules, moments, (rule, start) => {
        let after = start;
        let before = nextOccurrence(rule, after);
        expect(before.at.getTime()).toBeGreaterThan(after.getTime());
        for (let n = 0; n < 8; n += 1) {
          after = before.at;
          const next = nextOccurrence(rule, after);
          expect(next.at.getTime()).toBeGreaterThan(after.getTime());
          // The ISO weeks follow each other without a gap.
          expect(monday(next.week).since(monday(before.week)).days).toBe(7);
          expect(next.from).toEqual(before.at);
          before = next;
        }
      }),
      { numRuns: 400 },
    );
  });

  test('shows the time it names on the wall clock of its day, unless the clock leaves it out', () => {
    fc.assert(
      fc.property(rules, moments, (rule, start) => {
        const { at, week } = nextOccurrence(rule, start);
        const day = monday(week).add({ days: rule.weekday - 1 });
        if (isLeftOut(rule, day)) return;
        expect(wallClock(at, rule.timezone)).toBe(rule.time);
        expect(local(at, rule.timezone).toPlainDate().equals(day)).toBe(true);
      }),
      { numRuns: 800 },
    );
  });

  test('is the same however long before it is asked for', () => {
    fc.assert(
      fc.property(
        rules,
        moments,
        fc.integer({ min: 1, max: WEEK - 3 * 3_600_000 }),
        (rule, start, ms) => {
          const { at } = nextOccurrence(rule, start);
          const between = new Date(at.getTime() - Math.min(ms, at.getTime() - start.getTime()));
          expect(nextOccurrence(rule, between).at).toEqual(at);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(zones.filter((zone) => changes(zone, 2027).length > 0))(
    'keeps its promise over every change of the clock of 2027 in %s',
    (timezone) => {
      for (const change of changes(timezone, 2027)) {
        const moment = change.epochMilliseconds;
        const [last, first] = [new Date(moment - 1), new Date(moment)].map((at) =>
          local(at, timezone).toPlainDateTime(),
        );
        if (last === undefined || first === undefined) throw new Error('no change');
        // Put forward: a time in the gap; put back: a time that comes twice.
        const [low, high] =
          Temporal.PlainDateTime.compare(first, last) > 0 ? [last, first] : [first, last];
        const middle = low.add({
          minutes: Math.floor(low.until(high).total({ unit: 'minutes' }) / 2),
        });
        const time = middle.toPlainTime().toString({ smallestUnit: 'minute' });
        const rule = { weekday: middle.dayOfWeek, time, timezone };
        const times = [nextOccurrence(rule, new Date(moment - 2.5 * WEEK))];
        for (let n = 0; n < 4; n += 1) {
          times.push(nextOccurrence(rule, times.at(-1)?.at ?? new Date()));
        }
        const weeks = times.map(({ week }) => week);
        expect(new Set(weeks).size).toBe(weeks.length);
        const onTheDay = times.find(({ week }) =>
          monday(week)
            .add({ days: rule.weekday - 1 })
            .equals(middle.toPlainDate()),
        );
        const gap = Temporal.PlainDateTime.compare(first, last) > 0;
        const at = onTheDay?.at.getTime() ?? Number.NaN;
        // Left out: just as much later as the clock jumped. Twice: the first, before the change.
        if (gap) expect(at).toBeGreaterThanOrEqual(moment);
        else expect(at).toBeLessThan(moment);
        for (const other of times) {
          if (other !== onTheDay) expect(wallClock(other.at, timezone)).toBe(time);
        }
      }
    },
  );
});

test.each([
  // Left out: 02:00 becomes 02:30 on Lord Howe, 00:00 becomes 01:00 in Chile, 01:00 becomes 03:00 at Troll.
  ['Australia/Lord_Howe', 7, '02:15', '2026-10-01T00:00:00Z', '02:45', '2026-10-03T15:45:00.000Z'],
  ['America/Santiago', 7, '00:30', '2026-09-01T00:00:00Z', '01:30', '2026-09-06T04:30:00.000Z'],
  ['Antarctica/Troll', 7, '02:30', '2027-03-25T00:00:00Z', '04:30', '2027-03-28T02:30:00.000Z'],
  ['Europe/Berlin', 7, '02:30', '2027-03-25T00:00:00Z', '03:30', '2027-03-28T01:30:00.000Z'],
  // Twice: the first of the two.
  ['Australia/Lord_Howe', 7, '01:45', '2027-03-30T00:00:00Z', '01:45', '2027-04-03T14:45:00.000Z'],
  ['America/Santiago', 6, '23:30', '2027-04-01T00:00:00Z', '23:30', '2027-04-04T02:30:00.000Z'],
  ['Europe/Berlin', 7, '02:30', '2026-10-20T00:00:00Z', '02:30', '2026-10-25T00:30:00.000Z'],
  // A day that was left out of the calendar: its time comes on the next.
  ['Pacific/Apia', 5, '12:00', '2011-12-27T00:00:00Z', '12:00', '2011-12-30T22:00:00.000Z'],
])('%s on day %i at %s after %s is %s there, %s', (timezone, weekday, time, after, there, at) => {
  const next = nextOccurrence({ weekday, time, timezone }, new Date(after));
  expect(next.at.toISOString()).toBe(at);
  expect(wallClock(next.at, timezone)).toBe(there);
});

test('the seven days before a moment begin at the same time on the wall clock', () => {
  const to = new Date('2026-10-28T08:00:00Z');
  expect(weekUntil(to, 'Europe/Berlin')).toEqual({
    at: to,
    from: new Date('2026-10-21T07:00:00Z'),
    week: '2026-W44',
  });
});
