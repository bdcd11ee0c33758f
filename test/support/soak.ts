/** Whether the long runs are asked for: `npm run soak` sets this for its tests. */
const isSoak = process.env['KEEPSAKE_SOAK'] === '1';

/** How often, how many or how long: a few in `npm test`, all of it in `npm run soak`. */
export function atLength<T>(short: T, full: T): T {
  return isSoak ? full : short;
}
