// What the operator's commands share: the database they work on, and how they end.
import { readConfig } from '../config.js';
import { DatabaseProblem } from '../db/errors.js';
import { problemLines } from '../lib/problem.js';

/**
 * Runs one command of the operator's on the database of the settings; no token is needed. What is
 * wrong goes to standard error with its mend, and makes the exit code 1.
 *
 * @param usage said instead where an argument is missing or one too many.
 */
export async function operate(
  usage: string,
  work: (databaseUrl: string, argument: string) => Promise<void>,
): Promise<void> {
  const [argument, ...more] = process.argv.slice(2);
  if (argument === undefined || argument.startsWith('-') || more.length > 0) {
    giveUp(usage);
    return;
  }
  const read = readConfig();
  const databaseUrl = read.ok ? read.config.databaseUrl : read.databaseUrl;
  if (databaseUrl === undefined) {
    const problems = read.ok ? [] : read.problems;
    giveUp(
      problems
        .filter(({ problem }) => problem.startsWith('DATABASE_URL'))
        .map(problemLines)
        .join('\n'),
    );
    return;
  }
  try {
    await work(databaseUrl, argument);
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    giveUp(problemLines(error));
  }
}

function giveUp(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}
