import { parseArgs } from 'node:util';
import { weekOf } from '../src/lib/weeks.js';
import { fill } from './fill.js';

/**
 * Fills a new database with invented readings up to the end of last week, to try out how the bot lives with many:
 * `node dist/bench/fill-database.js --url file:./big.db --readings 1000000`.
 */
const { values } = parseArgs({
  options: { url: { type: 'string' }, readings: { type: 'string', default: '10000' } },
});
const readings = Number(values.readings);
if (values.url === undefined || !Number.isSafeInteger(readings) || readings < 1) {
  process.stderr.write('Say where and how many: --url file:./big.db --readings 1000000\n');
  process.exit(2);
}
const began = performance.now();
await fill(values.url, readings, weekOf(new Date()).from);
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${readings} readings in ${seconds.toFixed(1)} s\n`);
