// `npm test`: everything that has to hold, and one line at the end that says how it went. A failed
// check doesn't keep the others from running. Files named after `--` run alone.
import { Tally } from './checks.mjs';

const only = process.argv.slice(2);
const tally = new Tally();
if (only.length === 0) await tally.checks();
tally.tests(only);
tally.end();
