import { TextDecoder } from 'node:util';
import { kindOfFile, type LocalEncoding, localEncoding, looksWestern } from './local-encodings.js';

/** How a file writes its letters as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LocalEncoding;

/** Bytes that are no text in the encoding they began in; nothing of them is guessed. */
export class NotText extends Error {
  override readonly name = 'NotText';
  /** What the file is or seems to be, to be said behind "it is"; null for one in two encodings. */
  readonly seems: string | null;

  constructor(message: string, seems: string | null, options?: ErrorOptions) {
    super(message, options);
    this.seems = seems;
  }
}

/** So many bytes tell whether every other one is zero, as in UTF-16: a header is ASCII. */
const LOOKED_AT = 64;

/**
 * Decodes a file as it is read, and never loses a letter: UTF-8 and UTF-16 with or without a byte
 * order mark, else what Excel writes in a language, Windows-1252 where none is named. Nothing of a
 * file is kept but its last few bytes.
 *
 * @param onEncoding hears of the encoding, again if a file turns out to be one of Excel's.
 * @param language whose Excel may have written it, as a BCP 47 tag.
 * @throws NotText for bytes that change their encoding midway, that aren't of Western Europe where
 *   no language is named, or that are no table.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  onEncoding: (encoding: Encoding) => void = () => undefined,
  language?: string,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let encoding: Encoding = 'utf-8';
  let isAscii = true;
  let held = new Uint8Array();
  // Only the first characters of a file can be a byte order mark.
  const later = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes: Uint8Array, isLast: boolean): string => {
    if (decoder === undefined) {
      const kind = kindOfFile(bytes);
      if (kind !== null) throw new NotText('No table.', kind);
      encoding = encodingOf(bytes);
      decoder = new TextDecoder(encoding, { fatal: true });
    }
    try {
      // UTF-8 comes in whole characters: what is none shows at once.
      const text = decoder.decode(bytes, { stream: encoding !== 'utf-8' && !isLast });
      if (encoding === 'utf-8') decoder = later;
      isAscii &&= bytes.every((byte) => byte < 0x80);
      return western(text, isLast);
    } catch (error) {
      if (error instanceof NotText) throw error;
      const hasOthers = /[^\p{ASCII}\ufffd]/u.test(new TextDecoder().decode(bytes));
      // Two bytes of Chinese may make a character of UTF-8 by accident.
      const isMixed = hasOthers && localEncoding(language) === 'windows-1252';
      if (encoding !== 'utf-8' || !isAscii || isMixed) {
        throw new NotText(`Not ${encoding} throughout.`, null, { cause: error });
      }
      // So far nothing but ASCII, which both share: what follows can be read in the other.
      encoding = localEncoding(language);
      onEncoding(encoding);
      decoder = new TextDecoder(encoding, { fatal: true });
      try {
        return western(decoder.decode(bytes, { stream: !isLast }), isLast);
      } catch (cause) {
        if (cause instanceof NotText) throw cause;
        throw new NotText(`Not ${encoding} throughout.`, null, { cause });
      }
    }
  };
  // Whole words are judged: a piece may end within one.
  let word = '';
  function western(text: string, isLast = false): string {
    if (encoding !== 'windows-1252') return text;
    const read = word + text;
    const end = isLast ? read.length : read.search(/\P{L}\p{L}*$/u) + 1;
    word = read.slice(end);
    if (!looksWestern(read.slice(0, end))) {
      throw new NotText('Not of Western Europe.', 'written as Excel does outside Western Europe');
    }
    return text;
  }
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

/** The encoding a file begins in, by its byte order mark or by where its zeros are. */
export function encodingOf(bytes: Uint8Array): Encoding {
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
