// Loaded into a program before it starts (`node --import`): it is killed at the statement that
// KILL_AT counts to, before the database has it or, with `.5` behind the number, once it was sent.
// Each statement of a script counts. It says on standard error how many there were when it ends.
import { writeSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';

const at = Number(process.env.KILL_AT);
let count = 0;

function die() {
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment, in which nothing else is to happen.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

function counted(work) {
  count += 1;
  if (count === at) die();
  const result = work();
  if (count + 0.5 === at) die();
  return result;
}

const { prepare, exec, pragma } = BetterSqlite3.prototype;

BetterSqlite3.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  for (const way of ['run', 'get', 'all']) {
    const plain = statement[way];
    statement[way] = (...values) => counted(() => plain.apply(statement, values));
  }
  return statement;
};

BetterSqlite3.prototype.exec = function (script) {
  for (const sql of script.split(/;\s*\n/)) counted(() => exec.call(this, sql));
  return this;
};

BetterSqlite3.prototype.pragma = function (...args) {
  return counted(() => pragma.apply(this, args));
};

const { query } = pg.Client.prototype;

pg.Client.prototype.query = function (...args) {
  return counted(() => query.apply(this, args));
};

process.on('exit', () => writeSync(2, `${count} statements\n`));
