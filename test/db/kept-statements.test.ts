import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeptStatements } from '../../src/db/kept-statements.js';

describe('statements that are kept', () => {
  let client: BetterSqlite3.Database;
  let kept: KeptStatements;
  beforeEach(() => {
    client = new BetterSqlite3(':memory:');
    client.exec(`CREATE TABLE "T" ("n" INTEGER);
      INSERT INTO "T" VALUES (1), (2), (3), (4), (5)`);
    kept = new KeptStatements(client);
  });
  afterEach(() => kept.close());

  const rows = (sql: string, ...values: unknown[]) => kept.prepare(sql).bind(values).raw().all();
  const numbers = (sql: string, ...values: unknown[]) => rows(sql, ...values).flat();

  test('are made once, whatever their values', () => {
    const sql = 'SELECT "n" FROM "T" WHERE "n" > ? ORDER BY "n" LIMIT ? OFFSET ?';
    const first = kept.statement(sql);
    expect(numbers(sql, 1, 2, 1)).toEqual([3, 4]);
    expect(numbers(sql, 0, 1, 0)).toEqual([1]);
    expect(numbers(sql, 2n, 10n, 0n)).toEqual([3, 4, 5]);
    expect(kept.statement(sql)).toBe(first);
  });

  test('give as many rows as they are asked for', () => {
    const sql = 'SELECT "n" FROM "T" ORDER BY "n" LIMIT ?';
    // As in SQLite itself, less than none is all.
    const asked = [0, 1, 5, 9, -1, 3n];
    expect(asked.map((most) => numbers(sql, most).length)).toEqual([0, 1, 5, 5, 5, 3]);
    const within =
      'SELECT COUNT(*) FROM (SELECT "n" FROM "T" LIMIT ?) WHERE "n" IN (SELECT "n" FROM "T" LIMIT ? OFFSET ?)';
    expect(numbers(within, 4, 3, 2)).toEqual([2]);
  });

  test('aren’t planned by the value of a limit, which would make each of them anew', () => {
    // Handed to SQLite as it is, the number is asked for by the plan.
    const handed: string[] = [];
    const { prepare } = client;
    client.prepare = ((sql: string) => {
      handed.push(sql);
      return prepare.call(client, sql);
    }) as typeof prepare;
    rows('SELECT "n" FROM "T" LIMIT ? OFFSET ?', 1, 0);
    expect(handed).toEqual(['SELECT "n" FROM "T" LIMIT (? + 0) OFFSET (? + 0)']);
  });

  test('that change rows say how many', () => {
    const sql = 'UPDATE "T" SET "n" = "n" + ? WHERE "n" > ?';
    expect(kept.prepare(sql).bind([10, 3]).run().changes).toBe(2);
    expect(kept.prepare(sql).bind([10, 100]).run().changes).toBe(0);
  });

  test('are let go of with a script, which may change what they are about', () => {
    const sql = 'SELECT * FROM "T" ORDER BY 1 LIMIT ?';
    expect(rows(sql, 1)).toEqual([[1]]);
    kept.exec('ALTER TABLE "T" ADD COLUMN "m" TEXT');
    expect(rows(sql, 1)).toEqual([[1, null]]);
  });
});
