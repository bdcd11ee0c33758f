// npm run backup -- FILE: copies the embedded database into one file, while the bot runs.
import { resolve } from 'node:path';
import { backUp } from '../db/backup.js';
import { operatorText } from '../words/operators/operator.js';
import { operate, say } from './operator.js';

await operate(operatorText.backupUsage, async (databaseUrl, file) => {
  const { rows } = await backUp(databaseUrl, resolve(file));
  say(operatorText.backedUp(file, rows));
});
