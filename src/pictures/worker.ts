import { constants, setPriority } from 'node:os';
import { loadModels } from './models.js';
import { readPicture } from './read-picture.js';
import type { PictureOutcome, PictureTask } from './spec.js';

// What answers people goes first.
try {
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // Not everywhere may a process say that of itself.
}

const models = loadModels();
// Without them every task fails, and says so.
models.catch(() => undefined);

process.on('message', (task: PictureTask) => {
  void answer(task).then((outcome) => process.send?.(outcome));
});
// Nobody is left to read for.
process.on('disconnect', () => process.exit());

async function answer(task: PictureTask): Promise<PictureOutcome> {
  try {
    return await readPicture(task, await models);
  } catch {
    // What went wrong may quote the picture: no more is said of it.
    return { ok: false, why: 'failed' };
  }
}
