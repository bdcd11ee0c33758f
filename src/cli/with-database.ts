import { readConfig } from '../config.js';
import { type Database, openDatabase } from '../db/database.js';
import { DatabaseProblem } from '../db/errors.js';
import { decodeSnowflake } from '../lib/custom-id.js';
import { problemLines } from '../lib/problem.js';
import { examineDatabase } from '../services/doctor.js';
import { rightsText } from '../text/rights.js';

/** Discord's first ids, of 2015, have 17 digits. */
const SHORTEST_ID = 17;

/** A Discord id from the command line; null, with a word about it, for what can't be one. */
export function idFrom(typed: string): bigint | null {
  const id = typed.length < SHORTEST_ID ? null : decodeSnowflake(typed);
  if (id === null) complain(rightsText.notAnId(typed));
  return id;
}

/**
 * Does something with the bot's database, which may be in use meanwhile. What can't be done is said
 * on standard error and makes the exit code 1.
 */
export async function withDatabase(work: (db: Database) => Promise<void>): Promise<void> {
  const config = readConfig();
  const url = config.ok ? config.config.databaseUrl : config.databaseUrl;
  if (url === undefined) return complain(rightsText.noAddress);
  const found = await examineDatabase(url);
  if (!found.ok) return complain(problemLines(found.problem));
  if (!found.isThere) return complain(rightsText.noDatabase);
  try {
    const db = await openDatabase(url, () => undefined);
    await work(db).finally(() => db.close());
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    complain(problemLines(error));
  }
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
