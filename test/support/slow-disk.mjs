// Loaded into the bot before it starts (`node --import`): every commit to SQLite takes COMMIT_MS
// longer, as on a disk that is slow to say that it has everything. As there, the process waits.
import BetterSqlite3 from 'better-sqlite3';

const ms = Number(process.env.COMMIT_MS);
const clock = new Int32Array(new SharedArrayBuffer(4));
const { prepare } = BetterSqlite3.prototype;

BetterSqlite3.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  if (sql !== 'COMMIT') return statement;
  const { run } = statement;
  statement.run = (...values) => {
    Atomics.wait(clock, 0, 0, ms);
    return run.apply(statement, values);
  };
  return statement;
};
