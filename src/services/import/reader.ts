import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../../lib/paths.js';
import type { Drop, DroppedFile } from './drop.js';
import type { ReadOptions } from './read-drop.js';

/** What the thread is given. */
export interface Task {
  readonly files: readonly DroppedFile[];
  readonly options: ReadOptions;
}

/** What comes of some files. */
export type Read =
  | { readonly kind: 'read'; readonly drop: Drop }
  /** TikTok's personal archive: nothing of it was kept. */
  | { readonly kind: 'personal' }
  /** Not read in time, or within the memory granted. */
  | { readonly kind: 'too much' };

/** Reads dropped files in a thread of its own. */
export type FileReader = (files: readonly DroppedFile[], options: ReadOptions) => Promise<Read>;

/** Compiled, wherever this runs from: a thread can't read TypeScript. */
const WORKER = join(projectRoot, 'dist', 'src', 'services', 'import', 'worker.js');

/** Milliseconds for all files of a drop: real ones take a tenth of a second. */
const PATIENCE = 10_000;

/** Megabytes of the thread's own heap; what it unpacks is bounded by itself. */
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

/** Drops read at once: who comes meanwhile waits. */
const MOST_AT_ONCE = 1;

/**
 * A reader of files. Each drop has a thread to itself, and its memory goes with it: whatever a file
 * does there, nobody else waits for it, and nothing of it stays.
 */
export function createFileReader(): FileReader {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  return async (files, options) => {
    if (underWay >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay += 1;
    try {
      return await readIn(files, options);
    } finally {
      const next = waiting.shift();
      if (next === undefined) underWay -= 1;
      else next();
    }
  };
}

async function readIn(files: readonly DroppedFile[], options: ReadOptions): Promise<Read> {
  const task: Task = { files, options };
  const worker = new Worker(WORKER, {
    workerData: task,
    resourceLimits: MEMORY,
    // The thread has nothing to say of the environment, and gets none of its secrets.
    env: {},
    // What went wrong is told by its end; nothing of a file is written anywhere.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Read>((resolve, reject) => {
      timer = setTimeout(() => resolve({ kind: 'too much' }), PATIENCE);
      worker.once('message', (read: Read) => resolve(read));
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'too much' });
        else reject(error);
      });
      worker.once('exit', (code) => reject(new Error(`The reading thread ended with ${code}.`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
