// Loaded into the bot before it starts (`node --import`): while the file that SLOW_WHILE names is
// there, waiting for the disk takes SQLite DISK_MS longer. It waits at the end of each transaction
// that has changed something, with each such change outside of one, and when the log is brought into
// the file. As there, the process waits.
import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

const sign = process.env.SLOW_WHILE;
const ms = Number(process.env.DISK_MS);
const clock = new Int32Array(new SharedArrayBuffer(4));
const { prepare, exec, pragma } = BetterSqlite3.prototype;

const changesOf = new WeakMap();

BetterSqlite3.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  for (const way of ['run', 'get', 'all']) {
    const plain = statement[way];
    statement[way] = (...values) => {
      const result = plain.apply(statement, values);
      if (!this.inTransaction && hasChanged(this)) wait();
      return result;
    };
  }
  return statement;
};

BetterSqlite3.prototype.exec = function (sql) {
  const result = exec.call(this, sql);
  if (!this.inTransaction) wait();
  return result;
};

BetterSqlite3.prototype.pragma = function (source, options) {
  const result = pragma.call(this, source, options);
  if (source.startsWith('wal_checkpoint')) wait();
  return result;
};

/** Whether rows were changed since this was last asked. */
function hasChanged(db) {
  const before = changesOf.get(db) ?? 0;
  const changes = prepare.call(db, 'SELECT total_changes()').pluck().get();
  changesOf.set(db, changes);
  return changes > before;
}

function wait() {
  if (existsSync(sign)) Atomics.wait(clock, 0, 0, ms);
}
