import { readFlags } from '../src/lib/flags.js';
import { weekOf } from '../src/lib/weeks.js';
import { fill } from './fill.js';

/**
 * Fills a new database with invented readings up to the end of last week, to try out how the bot lives with many:
 * `node dist/bench/fill-database.js --url file:./big.db --readings 1000000`.
 */
const usage = 'Say where and how many: --url file:./big.db --readings 1000000';
const { values } = readFlags(usage, {
  options: { url: { type: 'string' }, readings: { type: 'string', default: '10000' } },
});
const readings = Number(values.readings);
if (values.url === undefined || !Number.isSafeInteger(readings) || readings < 1) {
  process.stderr.write(`${usage}\n`);
  process.exit(1);
}
const began = performance.now();
await fill(values.url, readings, weekOf(new Date()).from);
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${readings} readings in ${seconds.toFixed(1)} s\n`);
