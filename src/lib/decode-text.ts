import { TextDecoder } from 'node:util';

/** How a file writes its letters as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes that are no text in the encoding they began in; nothing of them is guessed. */
export class NotText extends Error {
  override readonly name = 'NotText';
}

/** So many bytes tell whether every other one is zero, as in UTF-16: a header is ASCII. */
const LOOKED_AT = 64;

/**
 * Decodes a file as it is read, and never loses a letter: UTF-8 and UTF-16 with or without a byte
 * order mark, else Windows-1252, which Excel writes in much of the world. Nothing of a file is kept
 * but its last few bytes.
 *
 * @param onEncoding hears of the encoding, again if a file turns out to be Windows-1252.
 * @throws NotText for bytes that change their encoding midway.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  onEncoding: (encoding: Encoding) => void = () => undefined,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let encoding: Encoding = 'utf-8';
  let isAscii = true;
  let held = new Uint8Array();
  // Only the first characters of a file can be a byte order mark.
  const later = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes: Uint8Array, isLast: boolean): string => {
    if (decoder === undefined) {
      encoding = encodingOf(bytes);
      decoder = new TextDecoder(encoding, { fatal: true });
    }
    try {
      // UTF-8 comes in whole characters: what is none shows at once.
      const text = decoder.decode(bytes, { stream: encoding !== 'utf-8' && !isLast });
      if (encoding === 'utf-8') decoder = later;
      isAscii &&= bytes.every((byte) => byte < 0x80);
      return text;
    } catch (error) {
      const hasOthers = /[^\p{ASCII}\ufffd]/u.test(new TextDecoder().decode(bytes));
      if (encoding !== 'utf-8' || !isAscii || hasOthers) {
        throw new NotText(`Not ${encoding} throughout.`, { cause: error });
      }
      // So far nothing but ASCII, which both share: what follows can be read in the other.
      encoding = 'windows-1252';
      onEncoding(encoding);
      decoder = new TextDecoder(encoding);
      return decoder.decode(bytes, { stream: !isLast });
    }
  };
  for await (const chunk of chunks) {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    // The first bytes decide; a pipe may bring them one by one.
    if (decoder === undefined && bytes.length < 4) {
      held = new Uint8Array(bytes);
      continue;
    }
    const [whole, rest] = encoding === 'utf-8' ? atCharacter(bytes) : [bytes, new Uint8Array()];
    held = new Uint8Array(rest);
    if (whole.length > 0) yield decode(whole, false);
  }
  const last = decode(held, true);
  if (last !== '') yield last;
  onEncoding(encoding);
}

/** Parts bytes before a character of UTF-8 that isn't whole yet, so that a decoder can be changed. */
function atCharacter(bytes: Uint8Array): [whole: Uint8Array, rest: Uint8Array] {
  let at = bytes.length;
  while (at > 0 && bytes.length - at < 3 && ((bytes[at - 1] ?? 0) & 0xc0) === 0x80) at -= 1;
  const lead = bytes[at - 1] ?? 0;
  const needs = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  const has = bytes.length - at + 1;
  return needs > has
    ? [bytes.subarray(0, at - 1), bytes.subarray(at - 1)]
    : [bytes, bytes.subarray(bytes.length)];
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = (parity: number) =>
    start.filter((byte, at) => at % 2 === parity && byte === 0).length;
  const most = start.length / 4;
  if (zeros(1) > most && zeros(0) === 0) return 'utf-16le';
  if (zeros(0) > most && zeros(1) === 0) return 'utf-16be';
  return 'utf-8';
}
