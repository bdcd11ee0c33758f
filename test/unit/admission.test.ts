import { describe, expect, test } from 'vitest';
import { Admission } from '../../src/discord/admission.js';

/** Discord's clock is an unknown while ahead of ours. */
const DISCORD_AHEAD = 1_700_000_000_000;
const HOUR = 3_600_000;

/** An admission whose time a test moves, and interactions that waited so long. */
function atNoon() {
  let now = 50_000;
  const admission = new Admission(() => now);
  return {
    pass(milliseconds: number) {
      now += milliseconds;
    },
    /** An interaction arrives that Discord made so many milliseconds ago. */
    arrive: (waited: number) => admission.admit(now + DISCORD_AHEAD - waited),
    verdict: (waited: number) => {
      const admitted = admission.admit(now + DISCORD_AHEAD - waited);
      if (admitted.verdict === 'admitted') admitted.done();
      return admitted.verdict;
    },
  };
}

describe('suggestions', () => {
  test('take no place of an answer, and get nothing beyond 16 at once', () => {
    const admission = new Admission(() => 1_000);
    const typed = Array.from({ length: 200 }, () => admission.admit(1_000, 'suggestions'));
    expect(typed.filter(({ verdict }) => verdict === 'admitted')).toHaveLength(16);
    const answers = Array.from({ length: 80 }, () => admission.admit(1_000));
    expect(answers.filter(({ verdict }) => verdict === 'admitted')).toHaveLength(64);
    for (const one of typed) if (one.verdict === 'admitted') one.done();
    // While the bot is full of answers, they get nothing either.
    expect(admission.admit(1_000, 'suggestions').verdict).toBe('busy');
    for (const one of answers) if (one.verdict === 'admitted') one.done();
    expect(admission.admit(1_000, 'suggestions').verdict).toBe('admitted');
  });
});

describe('an interaction', () => {
  test('that comes in time is taken, however the clocks differ', () => {
    for (const ahead of [-1e12, -5_000, 0, 5_000, 1e12]) {
      const admission = new Admission(() => 1_000);
      expect(admission.admit(1_000 + ahead).verdict).toBe('admitted');
      expect(admission.admit(1_000 + ahead - 100).verdict).toBe('admitted');
    }
  });

  test('that waited long is told that the bot is busy; one that nobody can answer in time is left', () => {
    const at = atNoon();
    expect(at.verdict(40)).toBe('admitted');
    expect(at.verdict(140)).toBe('admitted');
    expect(at.verdict(2_500)).toBe('busy');
    expect(at.verdict(3_500)).toBe('hopeless');
    expect(at.verdict(60)).toBe('admitted');
  });

  test('is measured by the quickest of late, also of the minute before', () => {
    const at = atNoon();
    expect(at.verdict(20)).toBe('admitted');
    at.pass(61_000);
    expect(at.verdict(2_500)).toBe('busy');
    at.pass(30_000);
    expect(at.verdict(2_500)).toBe('busy');
  });

  test('is taken again once the clocks have drifted apart for good', () => {
    const at = atNoon();
    expect(at.verdict(0)).toBe('admitted');
    for (let minute = 0; minute < 4; minute += 1) {
      at.pass(61_000);
      at.verdict(2_500);
    }
    expect(at.verdict(2_500)).toBe('admitted');
  });

  test('after a quiet night isn’t measured by the evening before', () => {
    const at = atNoon();
    expect(at.verdict(0)).toBe('admitted');
    at.pass(10 * HOUR);
    // Nobody waited: in the night the two clocks moved apart by so much.
    expect(at.verdict(2_500)).toBe('admitted');
    expect(at.verdict(2_550)).toBe('admitted');
  });
});

describe('of many at once', () => {
  test('only so many are under work; each that is done makes room for one', () => {
    const at = atNoon();
    const taken = Array.from({ length: 5_000 }, () => at.arrive(0));
    const admitted = taken.filter((one) => one.verdict === 'admitted');
    expect(admitted.length).toBeGreaterThan(9);
    expect(admitted.length).toBeLessThan(1_000);
    expect(taken.at(-1)?.verdict).toBe('busy');

    for (const one of admitted.slice(0, 3)) {
      if (one.verdict === 'admitted') one.done();
    }
    expect(Array.from({ length: 5 }, () => at.arrive(0).verdict)).toEqual([
      'admitted',
      'admitted',
      'admitted',
      'busy',
      'busy',
    ]);
  });

  test('those that waited a while are taken while the bot has little to do, and not when it is full', () => {
    const at = atNoon();
    expect(at.verdict(0)).toBe('admitted');
    expect(at.verdict(1_000)).toBe('admitted');
    const taken = Array.from({ length: 40 }, () => at.arrive(0));
    expect(taken.every(({ verdict }) => verdict === 'admitted')).toBe(true);
    expect(at.verdict(1_000)).toBe('busy');
    expect(at.verdict(100)).toBe('admitted');
    for (const one of taken) if (one.verdict === 'admitted') one.done();
    expect(at.verdict(1_000)).toBe('admitted');
  });
});
