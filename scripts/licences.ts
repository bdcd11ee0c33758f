// npm run licences: the licence of every dependency, and the exit code 1 if one isn't acceptable.
import { projectRoot } from '../src/lib/paths.js';
import { isAcceptable, type Licensed, licencesIn } from './licence-list.js';

const packages = licencesIn(projectRoot);
const byLicence = new Map<string, Licensed[]>();
for (const one of packages) {
  const licence = one.licence ?? 'none named';
  byLicence.set(licence, [...(byLicence.get(licence) ?? []), one]);
}
for (const [licence, those] of [...byLicence].sort(([, a], [, b]) => b.length - a.length)) {
  const names = those.map(
    ({ name, version, onlyToBuild }) => `${name} ${version}${onlyToBuild ? ' (to build)' : ''}`,
  );
  process.stdout.write(`${licence}: ${those.length}\n  ${names.join(', ')}\n`);
}
const refused = packages.filter(({ licence }) => !isAcceptable(licence));
for (const { name, version, licence } of refused) {
  process.stderr.write(
    `✗ ${name} ${version}: ${licence ?? 'no licence named'}\n  → Leave it out, or see whether scripts/licence-list.ts may accept it.\n`,
  );
}
process.stdout.write(
  `${packages.length} packages, ${refused.length === 0 ? 'all' : `all but ${refused.length}`} under licences that are acceptable here.\n`,
);
process.exitCode = refused.length === 0 ? 0 : 1;
