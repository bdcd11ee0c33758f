import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/lib/paths.js';
import { WAITING } from '../../vitest.config.js';

test('every file that is said to wait is there', () => {
  expect(WAITING.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
});
