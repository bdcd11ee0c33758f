// Keeps a core busy, as far as others leave it: what `/score` takes beside it says what any other work on
// these cores costs, whatever it is.

import { constants, setPriority } from 'node:os';

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// About as much as a picture's lines take in the reader: too much for a core's own cache.
const values = new Float32Array(2_000_000).map((_, n) => n % 7);
for (let turn = 1; ; turn += 1) {
  for (let n = 0; n < values.length; n += 1) values[n] = ((values[n] ?? 0) * turn + n) % 11;
}
