import type { Files, Pictures } from '../commands/asking.js';
import { MOST_BYTES } from '../pictures/limits.js';
import type { PictureReader } from '../pictures/reader.js';

/** Fetches pictures that members attach, and has them read. Nothing of one is kept. */
export function createPictures(
  reader: Pick<PictureReader, 'obstacle' | 'read'>,
  files: Files,
): Pictures {
  return {
    areRead: reader.obstacle === null,
    async read(file, { picture }) {
      if (reader.obstacle !== null) return { ok: false, why: reader.obstacle };
      const bytes = await files.bytesOf(file, MOST_BYTES);
      if (bytes === 'gone') return { ok: false, why: 'not fetched' };
      if (bytes === 'too large') return { ok: false, why: bytes };
      return reader.read({ bytes, names: picture.counts });
    },
  };
}
