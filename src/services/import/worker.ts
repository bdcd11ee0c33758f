// The thread in which files are read: with a bound on its memory, and ended when it takes too long.
import { parentPort, workerData } from 'node:worker_threads';
import { Personal } from './personal.js';
import { readDrop } from './read-drop.js';
import type { Read, Task } from './reader.js';

// Whoever starts it gives it nothing else.
const { files, options } = workerData as Task;

let read: Read;
try {
  read = { kind: 'read', drop: await readDrop(files, options) };
} catch (error) {
  if (!(error instanceof Personal)) throw withoutItsText(error);
  read = { kind: 'personal' };
}
parentPort?.postMessage(read);

/** Where it happened, and not what it says: that may be text of a file, and goes to the log. */
function withoutItsText(error: unknown): Error {
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const bare = new Error('A file could not be read.');
  bare.stack = [`${name}: ${bare.message}`, ...places].join('\n');
  return bare;
}
