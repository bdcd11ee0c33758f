import { drawShot } from './draw.js';
import { DECOYS, SCREENS, type Shot, shotOf } from './shot.js';

/** A picture with what stands on it. */
export interface Taken extends Pick<Shot, 'kind' | 'language' | 'counts'> {
  /** By which it is found again: a seed, or a file. */
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** Other screens begin at this seed. */
const DECOYS_FROM = 1_000_000;

/** So many screenshots, and a quarter as many of other screens, each drawn as it is asked for. */
export function* drawnPictures(pictures: number): Generator<Taken> {
  for (let seed = 1; seed <= pictures; seed += 1) yield taken(seed, shotOf(seed, SCREENS));
  for (let nth = 1; nth <= Math.ceil(pictures / 4); nth += 1) {
    yield taken(DECOYS_FROM + nth, shotOf(DECOYS_FROM + nth, DECOYS));
  }
}

/** Whether it is a screen that mustn't be read. */
export function isDecoy({ kind }: Pick<Shot, 'kind'>): boolean {
  return DECOYS.some((one) => one === kind);
}

function taken(seed: number, shot: Shot): Taken {
  const { kind, language, counts } = shot;
  return { label: `seed ${seed}`, kind, language, counts, bytes: drawShot(shot) };
}
