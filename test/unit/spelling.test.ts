import { describe, expect, it } from 'vitest';
import { createSpelling } from '../../src/services/knowledge/spelling.js';

describe('likeness by letters', () => {
  const likeness = createSpelling([
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
