// npm run restore -- FILE: makes the embedded database what a backup says, and keeps the one from
// before beside it.
import { resolve } from 'node:path';
import { restore } from '../db/backup.js';
import { operatorText } from '../words/operators/operator.js';
import { operate, say } from './operator.js';

await operate(operatorText.restoreUsage, async (databaseUrl, file) => {
  say(operatorText.restored(file, await restore(databaseUrl, resolve(file), new Date())));
});
