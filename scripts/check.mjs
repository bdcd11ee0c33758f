// `npm run check`: the quick part of `npm test`, for working: the checks, the tests that start no bot
// but for those that try everything that can meet or break off, and for each command the file that
// shows it working. `-- --watch` goes on with the tests of whatever is changed.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root, Tally, vitest } from './checks.mjs';

const WITHOUT_A_BOT = ['test/unit', 'test/db', 'test/services'];

/** Hundreds of meetings and of programs killed half-way: a minute for each of them. */
const THOROUGH = /^(meet-.*|making)\.test\.ts$/;

const QUICK = WITHOUT_A_BOT.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((path) => path.endsWith('.test.ts') && !THOROUGH.test(basename(path)))
    .map((path) => join(folder, path)),
);

const ONE_A_COMMAND = [
  ...['score', 'faq', 'tips', 'guide', 'history-list', 'insights', 'leaderboard'],
  ...['digest-setup', 'data'],
].map((name) => `test/discord/${name}.test.ts`);

if (process.argv.includes('--watch')) watch();
else {
  const tally = new Tally();
  await tally.checks();
  tally.tests([...QUICK, ...ONE_A_COMMAND]);
  tally.end();
}

/** The bot is compiled anew with every change, and the tests that a change touches run again. */
function watch() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const compiler = ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
  const options = { cwd: root, stdio: 'inherit' };
  const compiling = spawn(process.execPath, [tsc, ...compiler], options);
  const testing = spawn(
    process.execPath,
    [vitest, 'watch', '--changed', ...WITHOUT_A_BOT],
    options,
  );
  testing.once('exit', (code) => {
    compiling.kill();
    process.exit(code ?? 1);
  });
}
