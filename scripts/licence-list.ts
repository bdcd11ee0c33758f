import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** A package of the lock file. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** As the package says it itself; undefined if it says nothing. */
  readonly licence: string | undefined;
  /** Whether it is only needed to build and to test. */
  readonly onlyToBuild: boolean;
}

/**
 * Licences under which a package may be used unchanged in a program under MIT, by their SPDX names.
 * MPL and EPL ask that changes to their own files be published; nothing here changes any.
 */
const ACCEPTABLE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'EPL-2.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Unlicense',
]);

/** Packages that don't name their licence in package.json, with what they say elsewhere. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  // Its file LICENSE is that of MIT.
  'seq-queue': 'MIT',
};

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});
const manifest = z.object({ license: z.string().optional() });

/** Every package of the lock file in `root`, in its order; what is installed speaks for itself. */
export function licencesIn(root: string): Licensed[] {
  const { packages } = lockFile.parse(readJson(join(root, 'package-lock.json')));
  return Object.entries(packages).flatMap(([path, { version, license, dev }]) => {
    // What isn't installed is ours.
    if (!path.startsWith('node_modules/') || version === undefined) return [];
    const name = path.split('node_modules/').at(-1) ?? path;
    const file = join(root, path, 'package.json');
    // Of other platforms' packages only the lock file knows.
    const own = existsSync(file) ? manifest.safeParse(readJson(file)).data?.license : license;
    const licence = own ?? SAID_ELSEWHERE[name];
    return [{ name, version, licence, onlyToBuild: dev ?? false }];
  });
}

/** Whether a licence, or a choice of several, lets the package be used here. */
export function isAcceptable(licence: string | undefined): boolean {
  if (licence === undefined) return false;
  const words = licence.replace(/^\((.*)\)$/, '$1');
  const choices = words.split(/ or /i);
  return choices.some((choice) =>
    choice.split(/ and /i).every((one) => ACCEPTABLE.has(one.trim())),
  );
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
