import { describe, expect, it } from 'vitest';
import { spellingInSteps } from '../../src/services/knowledge/spelling.js';

/** All steps at once. */
function built(wordings: readonly (readonly string[])[]) {
  const steps = spellingInSteps(wordings);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('likeness by letters', () => {
  const likeness = built([
    ['turn off downloads', 'disable the download button'],
    ['who bookmarked my video'],
  ]);

  it('is whole for the same words, whatever filler stands around them', () => {
    expect(likeness('disable download button pls').get(0)).toBeCloseTo(1);
  });

  it('is there for words misspelt beyond mending, and the more the nearer they are', () => {
    const far = likeness('dwnloadz').get(0) ?? 0;
    const near = likeness('downloadz').get(0) ?? 0;
    expect(far).toBeGreaterThan(0);
    expect(near).toBeGreaterThan(far);
    expect(likeness('bookmarkd').get(1)).toBeGreaterThan(0.5);
  });

  it('leaves out who shares nothing, and is empty for nothing', () => {
    expect([...likeness('xyzzy').keys()]).toEqual([]);
    expect([...likeness('').keys()]).toEqual([]);
    expect([...likeness('downloads').keys()]).toEqual([0]);
  });
});
