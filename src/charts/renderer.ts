import { join } from 'node:path';
import type { Piscina } from 'piscina';
import { projectRoot } from '../lib/paths.js';
import type { ChartSpec } from './spec.js';

/** Draws charts. */
export interface ChartRenderer {
  /**
   * A chart as PNG.
   *
   * @throws ChartUnavailable where it can't be drawn, or not in time. What it shows is to be said
   *   in words anyway.
   */
  render(spec: ChartSpec): Promise<Uint8Array>;
  /** Ends the thread; whatever still waits is rejected. */
  close(): Promise<void>;
}

/** A chart that can't be drawn now: too many wait, it takes too long, or drawing it failed. */
export class ChartUnavailable extends Error {
  override readonly name = 'ChartUnavailable';
}

/** Charts that may be wanted at once. One takes 40 to 200 milliseconds, so the last of them is there in time, too. */
const MOST_UNDER_WAY = 20;

/** Milliseconds after which nobody waits for a chart any longer. The thread's start takes most of a second. */
const PATIENCE = 8_000;

/** Milliseconds without work after which the thread ends, and its memory with it. */
const IDLE_FOR = 30_000;

/** Compiled, wherever this runs from: a thread can't read TypeScript. */
const WORKER = join(projectRoot, 'dist', 'src', 'charts', 'worker.js');

/**
 * Charts are drawn one after the other in a thread of its own, which starts with the first and
 * ends when none has been wanted for a while: nobody waits for somebody else's picture.
 *
 * @param onFailure hears why a chart could not be drawn.
 */
export function createChartRenderer(
  onFailure: (error: unknown) => void = () => undefined,
): ChartRenderer {
  let pool: Promise<Piscina<ChartSpec, Uint8Array>> | undefined;
  let closed = false;
  let underWay = 0;

  async function render(spec: ChartSpec): Promise<Uint8Array> {
    underWay += 1;
    try {
      if (closed) throw new Error('The program is stopping.');
      // Counted here: the pool counts a task that a starting thread has yet to take in its own way.
      if (underWay > MOST_UNDER_WAY) throw new Error('Too many charts wait already.');
      pool ??= startPool();
      const signal = AbortSignal.timeout(PATIENCE);
      return await (await pool).run(spec, { signal });
    } catch (error) {
      onFailure(error);
      throw new ChartUnavailable('The chart could not be drawn.', { cause: error });
    } finally {
      underWay -= 1;
    }
  }

  async function close(): Promise<void> {
    closed = true;
    await (await pool)?.destroy();
  }

  return { render, close };
}

/** Loaded with the first chart: a start without any costs nothing. */
async function startPool(): Promise<Piscina<ChartSpec, Uint8Array>> {
  const { Piscina: Pool } = await import('piscina');
  return new Pool<ChartSpec, Uint8Array>({
    filename: WORKER,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_FOR,
    // The thread has nothing to say of the environment, and gets none of its secrets.
    env: {},
    // Between two charts the thread's event loop has to turn: a canvas's memory is let go of there.
    atomics: 'disabled',
    recordTiming: false,
  });
}
