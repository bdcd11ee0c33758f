// npm run release: puts everything that runs the bot into one folder and one archive, for this kind of
// machine and this version of Node; there it starts with Node alone. With -- --to FOLDER the folder is
// made there, and no archive.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readFlags } from '../src/lib/flags.js';
import { formatBytes } from '../src/lib/format.js';
import { projectRoot } from '../src/lib/paths.js';
import { programVersion, versionWords } from '../src/lib/version.js';
import { makeRelease } from './release-folder.js';

const usage =
  'npm run release makes an archive in release/ that starts with Node alone: node dist/src/main.js. With -- --to FOLDER it makes that folder, which must not be there yet, and no archive.';
const { values } = readFlags(usage, { options: { to: { type: 'string' } } });

const { version } = programVersion();
const name = `keepsake-${version}-${process.platform}-${process.arch}-node${process.versions.node.split('.')[0]}`;
const folder = values.to === undefined ? join(projectRoot, 'release', name) : resolve(values.to);
if (values.to === undefined) rmSync(folder, { recursive: true, force: true });
mkdirSync(dirname(folder), { recursive: true });
mkdirSync(folder);
const bytes = await makeRelease(folder);
process.stdout.write(`${folder}: Keepsake ${versionWords()}, ${formatBytes(bytes)}\n`);
if (values.to === undefined) {
  const archive = `${folder}.tar.gz`;
  // Linux, macOS and Windows bring it.
  const packed = spawnSync('tar', ['-czf', archive, '-C', dirname(folder), name], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (packed.status !== 0) throw new Error(`${archive} could not be packed.`);
  process.stdout.write(`${archive}: ${formatBytes(statSync(archive).size)}\n`);
}
