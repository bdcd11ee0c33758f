import { PLACES } from './places.js';
import { frameOf } from './surface-fit.js';
import type { Row, WatchRow } from './table.js';
import { type Core, foldOf, trainCore } from './training.js';

/** Videos, and a fit that has seen none of their creators or, where places are apart, of their places. */
export interface Batch {
  readonly apart: 'creators' | 'places';
  readonly core: Core;
  readonly tested: readonly Row[];
}

const FOLDS = 3;
/** The large sources are left out one by one, small places several at once. */
const LARGE = ['vn-food-creators', 'vn-general'];
const SMALL_BATCHES = 3;

/** Every creator's videos once by a fit without them, and every place's once by a fit without it. */
export function batchesOf(rows: readonly Row[], watched: readonly WatchRow[]): Batch[] {
  const frame = frameOf(rows);
  const byCreator = Array.from(
    { length: FOLDS },
    (_, fold): Batch => ({
      apart: 'creators',
      core: trainCore(
        rows.filter(({ author }) => foldOf(author, FOLDS) !== fold),
        watched,
        frame,
      ),
      tested: rows.filter(({ author }) => foldOf(author, FOLDS) === fold),
    }),
  );
  const byPlace = placesTogether().map((places): Batch => {
    const tested = rows.filter(({ place }) => places.includes(place));
    const authors = new Set(tested.map(({ author }) => author));
    const others = rows.filter(
      ({ place, author }) => !places.includes(place) && !authors.has(author),
    );
    return { apart: 'places', core: trainCore(others, watched, frame), tested };
  });
  return [...byCreator, ...byPlace];
}

function placesTogether(): string[][] {
  const small = Object.keys(PLACES).filter((place) => !LARGE.includes(place));
  return [
    ...LARGE.map((place) => [place]),
    ...Array.from({ length: SMALL_BATCHES }, (_, k) =>
      small.filter((_place, i) => i % SMALL_BATCHES === k),
    ),
  ];
}
