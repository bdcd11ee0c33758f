// npm run migrate-to -- postgresql://…: moves everything from the embedded database to PostgreSQL.
// The source is only read; a move that broke off goes on where it was.
import { moveTo } from '../db/transfer.js';
import { operatorText } from '../words/operators/operator.js';
import { operate, say } from './operator.js';

await operate(operatorText.moveUsage, async (databaseUrl, target) => {
  const moved = await moveTo(target, databaseUrl, ({ table, copied, rows }) => {
    process.stderr.write(`${operatorText.moving(table, copied, rows)}\n`);
  });
  say(operatorText.moved(moved));
});
