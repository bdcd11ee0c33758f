// What the operator's commands share: the database they work on, and what they say.
import { readConfig } from '../config.js';
import { type Database, openDatabase } from '../db/database.js';
import { DatabaseProblem } from '../db/errors.js';
import { asProblemInUse } from '../db/problems.js';
import { decodeSnowflake } from '../lib/custom-id.js';
import { readFlags } from '../lib/flags.js';
import { problemLines } from '../lib/problem.js';
import { examineDatabase } from '../services/doctor.js';
import { rightsText } from '../words/operators/rights.js';

/** Discord's first ids, of 2015, have 17 digits. */
const SHORTEST_ID = 17;

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
  const { positionals } = readFlags(usage, { allowPositionals: true });
  const [argument, ...more] = positionals;
  if (argument === undefined || more.length > 0) return complain(usage);
  await withAddress((databaseUrl) => work(databaseUrl, argument));
}

/** Does something with the bot's database, which may be in use meanwhile. */
export async function withDatabase(work: (db: Database) => Promise<void>): Promise<void> {
  await withAddress(async (databaseUrl) => {
    const found = await examineDatabase(databaseUrl);
    if (!found.ok) return complain(problemLines(found.problem));
    // Opening one in which nothing is stored yet would make its tables.
    if (found.kind !== 'ours') return complain(rightsText.noDatabase);
    const db = await openDatabase(databaseUrl, () => undefined);
    await work(db).finally(() => db.close());
  });
}

/** A Discord id from the command line; null, with a word about it, for what can't be one. */
export function idFrom(typed: string): bigint | null {
  const id = typed.length < SHORTEST_ID ? null : decodeSnowflake(typed);
  if (id === null) complain(rightsText.notAnId(typed));
  return id;
}

/** A sentence on standard error; the exit code becomes 1. */
export function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

/** A sentence on standard output. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function withAddress(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  const read = readConfig();
  const databaseUrl = read.ok ? read.config.databaseUrl : read.databaseUrl;
  // No token is needed, and what else is wrong is no matter here.
  const ofDatabase = (read.ok ? read.warnings : read.problems).filter(
    ({ problem, mend }) => /^\.env /.test(problem) || /DATABASE_URL[ ?]/.test(problem + mend),
  );
  if (databaseUrl === undefined) return complain(ofDatabase.map(problemLines).join('\n'));
  if (read.ok) for (const warning of ofDatabase) process.stderr.write(`${problemLines(warning)}\n`);
  try {
    await work(databaseUrl);
  } catch (error) {
    const problem = asProblemInUse(error, databaseUrl);
    if (!(problem instanceof DatabaseProblem)) throw error;
    complain(problemLines(problem));
  }
}
