// Makes a clone ready to run: installs what is missing or out of date, generates the Prisma
// clients, compiles. Runs before every npm script and does nothing when nothing changed. Plain
// JavaScript, since it has to run before anything is installed or compiled.
//
// With --to-run it installs only what the bot and the operator's commands need (no tests, no browser, no
// PostgreSQL, no local Discord) and bundles these, as a release is. Where everything is compiled already,
// that serves, too.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const databases = ['sqlite', 'postgresql'];
const isToRun = process.argv.includes('--to-run');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Keepsake needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

const lockFile = readFileSync(join(root, 'package-lock.json'));
// Compiled packages are made for one version of Node on one kind of machine.
const machine = `${process.versions.modules} ${process.platform} ${process.arch}`;
if (!isInstalled() || !isMarked('machine', machine)) {
  say('Installing packages (about two minutes where one has to be compiled) …');
  // Windows starts npm through a shell.
  run('npm', ['ci', isToRun ? '--omit=dev' : '--include=dev', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
  });
  keepOwnPlatform();
  mark('machine', machine);
}
const schemas = databases.map((name) =>
  readFileSync(join(root, 'prisma', name, 'schema.prisma'), 'utf8'),
);
keepOwnCompilers();

for (const database of databases) linkModels(database);

const models = readFileSync(join(root, 'prisma', 'models.prisma'));
step('generated', digest(lockFile, models, ...schemas), 'src/db/generated', () => {
  say('Generating the database clients …');
  for (const database of databases) {
    run(
      process.execPath,
      [bin('prisma/build/index.js'), 'generate', '--schema', `prisma/${database}`],
      {
        // `generate` never starts the engine, but the command line insists that a file be there.
        env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  }
});

const isBundled = isToRun && !isCompiled();
if (isBundled) await bundleToRun();
else if (!isToRun) compileAll();

const known = digest(...stamps(['content'], /\.md$/), ...stamps(['src'], /\.ts$/));
step('content', known, 'dist/content-cache/en-faq.json', () => {
  // What was kept was checked by the rules of then.
  rmSync(join(root, 'dist', 'content-cache'), { recursive: true, force: true });
  run(process.execPath, [join(root, 'dist', 'scripts', 'cache-content.js')]);
});

// After what is known was checked, which they are made of, too.
if (isBundled && !isDone('commands', known, 'dist/whole/shared/commands.json')) {
  await keepCommands(known);
}

/** What reads screenshots brings 288 MB, for every system; that of others is let go. */
function keepOwnPlatform() {
  const systems = join(root, 'node_modules', 'onnxruntime-node', 'bin', 'napi-v6');
  const own = join(systems, process.platform, process.arch);
  if (!existsSync(own)) return;
  for (const system of readdirSync(systems)) {
    for (const kind of readdirSync(join(systems, system))) {
      const folder = join(systems, system, kind);
      if (folder !== own) rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Prisma's client brings compilers of queries for five databases in two sizes; 59 MB of them are let go. */
function keepOwnCompilers() {
  const runtime = join(root, 'node_modules', '@prisma', 'client', 'runtime');
  const own = databases.map((name, n) => {
    const [, size = 'fast'] = /compilerBuild\s*=\s*"(\w+)"/.exec(schemas[n] ?? '') ?? [];
    return `query_compiler_${size}_bg.${name}.`;
  });
  for (const file of readdirSync(runtime)) {
    const isCompiler = file.startsWith('query_compiler_');
    if (isCompiler && !own.some((start) => file.startsWith(start)))
      rmSync(join(runtime, file), { force: true });
  }
}

/** Everything; whether its types fit is looked at by the checks, once and not here, too. */
function compileAll() {
  const place = 'packages/local-discord';
  const files = ['tsconfig.json', `${place}/tsconfig.json`, `${place}/build.mjs`];
  const state = [...stamps([`${place}/src`], /./), ...files.map((name) => stamp(join(root, name)))];
  step('local-discord', digest(lockFile, ...state), `${place}/dist`, () => {
    say('Compiling the local Discord …');
    run(process.execPath, [join(root, place, 'build.mjs')]);
  });
  step('compiled', compiledState(), 'dist', () => {
    say('Compiling …');
    run(process.execPath, [bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
    copyFileSync(join(root, 'scripts/bundle.mjs'), join(root, 'dist/scripts/bundle.mjs'));
  });
}

/** Whether everything is compiled as it stands: then the bot is, too. */
function isCompiled() {
  return existsSync(markFile('compiled')) && isMarked('compiled', compiledState());
}

function compiledState() {
  return digest(lockFile, models, ...sourceStamps());
}

/** The bot and the operator's commands, without looking at types, of which some aren't installed. */
async function bundleToRun() {
  const sources = stamps(['src'], /\.(ts|json)$/);
  const others = ['scripts/bundle.mjs', 'scripts/cache-content.ts', 'scripts/keep-commands.ts'];
  const state = digest(
    lockFile,
    models,
    ...sources,
    ...others.map((name) => stamp(join(root, name))),
  );
  if (isDone('bundled', state, 'dist/whole')) return;
  say('Compiling …');
  // The compiler would take what is written over its files for its own.
  rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });
  const { bundle } = await import('./bundle.mjs');
  await bundle(root, root, { more: ['scripts/cache-content'] });
  mark('bundled', state);
}

/** What each start would make again; where it can't be kept, each does. */
async function keepCommands(state) {
  const { prepareStarts } = await import('./bundle.mjs');
  try {
    prepareStarts(join(root, 'dist'));
    mark('commands', state);
  } catch {
    say('Commands could not be kept; each start makes them anew …');
  }
}

/** Runs `work` unless the mark left by its last success still fits and `product` is there. */
function step(name, state, product, work) {
  if (isDone(name, state, product)) return;
  work();
  mark(name, state);
}

function isDone(name, state, product) {
  return existsSync(markFile(name)) && isMarked(name, state) && existsSync(join(root, product));
}

/** Whether npm's own note of what it installed has every package of the lock file. */
function isInstalled() {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const have = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(JSON.parse(lockFile.toString()).packages).every(
    ([path, { version, optional, dev }]) =>
      !path.startsWith('node_modules/') ||
      optional === true ||
      (isToRun && dev === true) ||
      (have[path] !== undefined && have[path].version === version),
  );
}

/** Whether a mark fits; one that was never left doesn't speak against it. */
function isMarked(name, state) {
  return !existsSync(markFile(name)) || readFileSync(markFile(name), 'utf8') === state;
}

function mark(name, state) {
  mkdirSync(dirname(markFile(name)), { recursive: true });
  writeFileSync(markFile(name), state);
}

function markFile(name) {
  return join(root, 'node_modules', '.keepsake', name);
}

/** Where a checkout has no symbolic links (Windows), the models are copied to each database. */
function linkModels(database) {
  const link = join(root, 'prisma', database, 'models.prisma');
  if (existsSync(link) && lstatSync(link).isSymbolicLink()) return;
  copyFileSync(join(root, 'prisma', 'models.prisma'), link);
}

/** Path, size and time of every file that the compiler reads. */
function sourceStamps() {
  return [
    ...stamps(['src', 'playground', 'bench', 'model', 'scripts'], /\.(m?ts|mjs|json)$/),
    ...['tsconfig.json', 'tsconfig.build.json'].map((name) => stamp(join(root, name))),
  ];
}

/** Path, size and time of every file in these folders whose name fits. */
function stamps(folders, name) {
  const files = folders.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && name.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name))
      : [],
  );
  return files.sort().map(stamp);
}

function stamp(file) {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}

function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

function bin(path) {
  return join(root, 'node_modules', path);
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
  if (status === 0) return;
  stop(
    `\`${command} ${args.join(' ')}\` failed${error ? `: ${error.message}` : ''}. Mend what it names above and start again.`,
  );
}

// Standard error: `npm run estimate -- - > out.csv` must keep standard output to itself.
function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}
