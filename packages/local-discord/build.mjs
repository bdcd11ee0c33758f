// Compiles the package into dist/ and bundles its page into dist/public/. Plain JavaScript, since
// it has to run before anything is compiled.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const page = join(here, 'src', 'page');
const shown = join(here, 'dist', 'public');

run('typescript', 'bin/tsc', '-p', join(here, 'tsconfig.json'));
// Loaded before a bot's own program, so it is plain JavaScript in both places.
mkdirSync(join(here, 'dist', 'bot'), { recursive: true });
copyFileSync(
  join(here, 'src', 'bot', 'shifted-clock.mjs'),
  join(here, 'dist', 'bot', 'shifted-clock.mjs'),
);

mkdirSync(shown, { recursive: true });
const form = ['--format', 'esm', '--platform', 'browser', '--log-level', 'warn'];
run('rolldown', 'bin/cli.mjs', join(page, 'main.ts'), '--file', join(shown, 'page.js'), ...form);
copyFileSync(join(page, 'index.html'), join(shown, 'index.html'));
// One file in this order: narrow screens have the last word.
const styles = ['base', 'layout', 'messages', 'command-box', 'modal', 'panel', 'narrow'].map(
  (name) => readFileSync(join(page, 'styles', `${name}.css`), 'utf8'),
);
writeFileSync(join(shown, 'page.css'), styles.join('\n'));

/** Runs a tool of a package that is installed here or further up. */
function run(name, program, ...args) {
  const tool = join(folderOf(name), program);
  const { status } = spawnSync(process.execPath, [tool, ...args], {
    cwd: here,
    // Standard output belongs to whoever builds this on the way to something else.
    stdio: ['ignore', process.stderr.fd, 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}

function folderOf(name) {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
