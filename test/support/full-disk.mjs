// Loaded into the bot before it starts (`node --import`): while the file that FULL_WHILE names is
// there, the database can't grow, and SQLite itself says of what needs room that the disk is full.
import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

const sign = process.env.FULL_WHILE;
/** As many pages as SQLite ever takes: no bound. */
const MOST_PAGES = 4_294_967_294;
const { prepare } = BetterSqlite3.prototype;

BetterSqlite3.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  for (const way of ['run', 'get', 'all']) {
    const plain = statement[way];
    statement[way] = (...values) => {
      // SQLite makes of a bound below the pages there are as many as there are.
      if (!this.readonly) this.pragma(`max_page_count = ${existsSync(sign) ? 1 : MOST_PAGES}`);
      return plain.apply(statement, values);
    };
  }
  return statement;
};
