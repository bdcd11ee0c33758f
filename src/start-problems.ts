import { DatabaseProblem } from './db/errors.js';
import { HealthProblem } from './health/server.js';
import type { Problem } from './lib/problem.js';
import { ContentError } from './services/content/content-file.js';

/**
 * What keeps the bot from starting, in words for the operator. What Discord says is put into words
 * where it is asked.
 *
 * @throws the error itself, if it is a fault of the program.
 */
export function startProblem(error: unknown): Problem {
  if (error instanceof DatabaseProblem || error instanceof HealthProblem) return error;
  if (error instanceof ContentError) {
    const mend = 'Mend the files named, or take them from the release.';
    return { problem: error.message, mend, stays: true };
  }
  throw error;
}
