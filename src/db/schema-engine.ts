import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

/** Once a process: a second instance would pull the memory from under the first. */
let loaded: Promise<typeof import('@prisma/schema-engine-wasm')> | undefined;

/**
 * Runs Prisma's own schema engine over one database and closes its connections afterwards, which
 * the engine itself never does.
 *
 * @param datamodels file name and content of each schema file; needed to compare, not to migrate.
 */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodels: [string, string][] | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= instantiate();
  const { SchemaEngine } = await loaded;
  const open = new Set<SqlDriverAdapter>();
  let unconnected: { error: unknown } | undefined;
  const remember = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting.catch((error: unknown) => {
      unconnected = { error };
      throw error;
    });
    const dispose = adapter.dispose.bind(adapter);
    // The engine closes its shadow database itself, and once is enough.
    adapter.dispose = async () => {
      if (open.delete(adapter)) await dispose();
    };
    open.add(adapter);
    return adapter;
  };
  const remembering: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => remember(factory.connect()),
    connectToShadowDb: () => remember(factory.connectToShadowDb().then(manyStatements)),
  };
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(remembering);
    const engine = await SchemaEngine.new({ datamodels }, () => undefined, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    // The engine passes on only that there was an error.
    throw unconnected?.error ?? error;
  } finally {
    await Promise.all([...open].map((adapter) => adapter.dispose()));
  }
}

/** A migration replayed on the shadow database comes as one text of many statements. */
function manyStatements(adapter: SqlDriverAdapter): SqlDriverAdapter {
  adapter.executeRaw = async ({ sql }) => {
    await adapter.executeScript(sql);
    return 0;
  };
  return adapter;
}

/** The part of Node's WebAssembly that is used here; its types come with the browser's only. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** Node 20 can't import a `.wasm` file, so the module is put together by hand, as its own entry does. */
async function instantiate(): Promise<typeof import('@prisma/schema-engine-wasm')> {
  const background = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const bytes = await readFile(join(dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': withIdleTimers(background),
  });
  background.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
  return background;
}

/** The engine leaves a timer of ten seconds running behind it: that mustn't keep the process. */
function withIdleTimers(imports: object): object {
  return Object.fromEntries(
    Object.entries(imports).map(([name, imported]: [string, unknown]) => {
      if (!name.startsWith('__wbg_setTimeout_') || typeof imported !== 'function') {
        return [name, imported];
      }
      return [
        name,
        (...args: unknown[]) => {
          const timer: unknown = imported(...args);
          if (timer instanceof Object && 'unref' in timer && typeof timer.unref === 'function') {
            timer.unref();
          }
          return timer;
        },
      ];
    }),
  );
}
