import type { Pictures } from '../commands/asking.js';
import type { AttachedFile } from '../commands/attached-file.js';
import { MOST_BYTES } from '../pictures/limits.js';
import type { PictureReader } from '../pictures/reader.js';
import { SHOWN_COUNTS } from '../pictures/spec.js';
import { pictureText } from '../text/pictures.js';

/** Where Discord keeps what members attach. */
const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];

/** Milliseconds for one file. */
const PATIENCE = 10_000;

const names = Object.fromEntries(
  SHOWN_COUNTS.map((count) => [count, pictureText.counts[count]]),
) as typeof pictureText.counts; // fromEntries forgets the keys

/**
 * Fetches what members attach, from Discord alone, and has it read. Nothing of it is kept.
 *
 * @param apiUrl where the REST API is, if it isn't Discord's own: its host keeps the files, too.
 * @param patience milliseconds for one file.
 */
export function createPictures(
  reader: Pick<PictureReader, 'obstacle' | 'read'>,
  apiUrl: string | undefined,
  patience = PATIENCE,
): Pictures {
  return {
    async read(file) {
      if (reader.obstacle !== null) return { ok: false, why: reader.obstacle };
      if (file.size > MOST_BYTES) return { ok: false, why: 'too large' };
      const bytes = await fetched(file, apiUrl, patience);
      if (typeof bytes === 'string') return { ok: false, why: bytes };
      return reader.read({ bytes, names });
    },
  };
}

/** The bytes of a file; why not, where Discord doesn't hand them over or there are too many. */
async function fetched(
  { url }: AttachedFile,
  apiUrl: string | undefined,
  patience: number,
): Promise<Uint8Array | 'not fetched' | 'too large'> {
  if (!isDiscords(url, apiUrl)) return 'not fetched';
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { signal, redirect: 'error' });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return 'not fetched';
    }
    const parts: Uint8Array[] = [];
    let size = 0;
    // What it says of its size is no promise.
    for await (const part of response.body) {
      size += part.length;
      if (size > MOST_BYTES) return 'too large';
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch {
    return 'not fetched';
  }
}

/** Whether an address is one of Discord's, or of the server that stands in for it. */
export function isDiscords(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, port, username } = new URL(url);
  if (username !== '') return false;
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && port === '' && HOSTS.includes(hostname);
}
