import { describe, expect, test } from 'vitest';
import { isAcceptable, licencesIn } from '../../scripts/licence-list.js';
import { projectRoot } from '../../src/lib/paths.js';

describe('licences', () => {
  test('of every dependency are acceptable', () => {
    const packages = licencesIn(projectRoot);
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ licence }) => !isAcceptable(licence))).toEqual([]);
  });

  test.each(['GPL-3.0', 'AGPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN x', 'MIT AND GPL-3.0', ''])(
    'named %j are refused',
    (licence) => {
      expect(isAcceptable(licence)).toBe(false);
      expect(isAcceptable(undefined)).toBe(false);
    },
  );

  test.each(['MIT', '(MIT OR GPL-3.0)', 'MIT and ISC', 'GPL-2.0 OR Apache-2.0'])(
    'named %j are accepted',
    (licence) => {
      expect(isAcceptable(licence)).toBe(true);
    },
  );
});
