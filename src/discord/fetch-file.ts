import type { Files } from '../commands/asking.js';
import { fetchWithin, isOk } from '../lib/fetch-within.js';

/** Where Discord keeps what members attach. */
const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];

/** Milliseconds for one file. */
const PATIENCE = 10_000;

/**
 * Fetches what members attach, from Discord alone; nothing of it is kept.
 *
 * @param apiUrl where the REST API is, if it isn't Discord's own: its host keeps the files, too.
 * @param patience milliseconds for one file.
 */
export function createFiles(apiUrl: string | undefined, patience = PATIENCE): Files {
  return {
    async bytesOf({ url, size }, most) {
      if (size > most) return 'too large';
      if (!isDiscords(url, apiUrl)) return 'gone';
      try {
        return await fetchWithin(patience, url, {}, async ({ status, bytes }) =>
          isOk(status) ? ((await bytes(most)) ?? 'too large') : 'gone',
        );
      } catch {
        return 'gone';
      }
    },
  };
}

/** Whether an address is one of Discord's, or of the server that stands in for it. */
export function isDiscords(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, port, username } = new URL(url);
  if (username !== '') return false;
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && port === '' && HOSTS.includes(hostname);
}
