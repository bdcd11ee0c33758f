import { describe, expect, it } from 'vitest';
import { sameAgeLine } from '../../src/embeds/same-age.js';
import { wordsOf } from '../../src/words/languages.js';

const DAY = 86_400_000;
const line = (more: Partial<Parameters<typeof sameAgeLine>[0]>) =>
  sameAgeLine({ age: 5 * DAY, times: 3.14, saves: null, basis: null, ...more }, wordsOf('en-GB'));

describe('how a video stands at its age', () => {
  it('names what is compared, and how the saves of both sides are known', () => {
    expect(line({ saves: 'fewer', basis: 'counted' })).toBe(
      '**At 5 days: 3.1 times the views of your others**. Save rate: below theirs (counted)',
    );
    expect(line({ saves: 'more', basis: 'estimated', times: 1.02 })).toBe(
      '**At 5 days: about the views of your others**. Save rate: above theirs (estimated)',
    );
    expect(line({ saves: 'usual', basis: 'estimated' })).toContain('too close to tell (estimated)');
    expect(line({ saves: 'usual', basis: 'counted' })).toContain('about theirs (counted)');
  });

  it('says nothing of saves where they can’t be compared, or it isn’t known how they are known', () => {
    const alone = '**At 5 days: 3.1 times the views of your others**';
    expect(line({})).toBe(alone);
    // Kept by a program that didn't say it.
    expect(line({ saves: 'more' })).toBe(alone);
  });
});
