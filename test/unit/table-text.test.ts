import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, type Encoding, NotText } from '../../src/lib/decode-text.js';
import { hasHeader, tableSeparator } from '../../src/lib/table-separator.js';
import { COLUMNS, columnOf, nearestColumn } from '../../src/services/estimate/columns.js';

/** Bytes in pieces of these sizes, over and over. */
async function* pieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0;
  for (let turn = 0; from < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

/** Letters as bytes, found by decoding every pair of them. */
function encoded(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, number[]>();
  for (let lead = 255; lead >= 0; lead -= 1) {
    for (let trail = 0x40; lead >= 0x80 && trail < 256; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if ([...letter].length === 1) bytesOf.set(letter, [lead, trail]);
    }
    const letter = decoder.decode(Uint8Array.of(lead));
    if (letter !== '\ufffd') bytesOf.set(letter, [lead]);
  }
  return Buffer.from([...text].flatMap((letter) => bytesOf.get(letter) ?? []));
}

async function decoded(bytes: Buffer, sizes: readonly number[], language?: string) {
  let encoding: Encoding | undefined;
  let text = '';
  for await (const part of decodeText(pieces(bytes, sizes), (one) => (encoding = one), language))
    text += part;
  return { text, encoding };
}

/** Words whose bytes in Windows-1252 never make a character of UTF-8 by accident. */
const latin = fc
  .array(
    fc.constantFrom(
      ...['Müller', 'Größe', 'façade', 'Ñandú', 'à', 'É', 'Hélène', 'naïve', 'Åsa', 'são', 'häät'],
      ...['¿Qué?', '«Où»', 'm³', '1º', '£5', 'a', ';', ',', '\n'],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => words.join(' '));
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const header = 'creator;views;likes;comments;shares\n';

describe('the letters of a file', () => {
  test('come back whole from UTF-8 and UTF-16, with and without a mark, in whatever pieces', async () => {
    const body = fc.string({ unit: 'grapheme', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        body,
        sizes,
        fc.constantFrom('utf8', 'utf8 mark', 'utf16le', 'utf16le mark', 'utf16be', 'utf16be mark'),
        async (text, inPieces, written) => {
          const whole = header + text.replace(/\p{Surrogate}/gu, '');
          const marked = written.endsWith('mark') ? `\ufeff${whole}` : whole;
          const bytes = Buffer.from(marked, written.startsWith('utf8') ? 'utf8' : 'utf16le');
          if (written.startsWith('utf16be')) bytes.swap16();
          expect((await decoded(bytes, inPieces)).text).toBe(whole);
        },
      ),
    );
  });

  test('come back whole from Windows-1252', async () => {
    await fc.assert(
      fc.asyncProperty(latin, sizes, async (text, inPieces) => {
        const bytes = Buffer.from(`${header}\x80 ${text}`, 'latin1');
        expect(await decoded(bytes, inPieces)).toEqual({
          text: `${header}€ ${text}`,
          encoding: 'windows-1252',
        });
      }),
    );
  });

  test.each([
    ['Анна;1', 'windows-1251', 'ru'],
    ['田中さくら;1', 'shift_jis', 'ja'],
    ['アナ;1', 'shift_jis', 'ja'],
    ['张伟;1', 'gbk', 'zh-CN'],
    ['Γιώργος;1', 'windows-1253', 'el'],
    ['김민수;1', 'euc-kr', 'ko'],
  ])('of %s in %s are read by their language, and refused without', async (text, encoding, tag) => {
    const bytes = Buffer.concat([Buffer.from(header), encoded(text, encoding)]);
    for (const size of [3, 1000]) {
      await expect(decoded(bytes, [size])).rejects.toThrow(NotText);
      expect(await decoded(bytes, [size], tag)).toEqual({ text: header + text, encoding });
    }
  });

  test('a workbook is named, whatever the file is called', async () => {
    const bytes = Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1');
    await expect(decoded(bytes, [4])).rejects.toMatchObject({
      seems: expect.stringContaining('xlsx'),
    });
  });

  test('are refused where they change midway, and never replaced', async () => {
    const bytes = Buffer.concat([Buffer.from(`${header}é\n`), Buffer.from('é\n', 'latin1')]);
    for (const size of [1, 2, 7, 1000]) {
      await expect(decoded(bytes, [size])).rejects.toThrow(NotText);
    }
  });
});

describe('what parts the columns', () => {
  test('is found, whatever stands in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab1,;\t"\n €'), maxLength: 8 });
    const MOST = Object.keys(COLUMNS).length;
    const names = fc.shuffledSubarray(Object.keys(COLUMNS), { minLength: 5 });
    fc.assert(
      fc.property(
        names,
        fc.constantFrom(',', ';', '\t'),
        fc.array(cell, { minLength: MOST, maxLength: MOST }),
        fc.boolean(),
        (head, delimiter, cells, says) => {
          const row = cells.slice(0, head.length);
          const table = stringify([head, row], { delimiter });
          const text = says ? `sep=${delimiter}\r\n${table}` : table;
          expect(hasHeader(text)).toBe(true);
          const { separator, skip } = tableSeparator(text);
          expect(separator).toBe(delimiter);
          expect(parse(text.slice(skip), { delimiter: separator })).toEqual([head, row]);
        },
      ),
    );
  });

  test('is a comma for one column', () => {
    expect(tableSeparator('views\n1\n')).toEqual({ separator: ',', skip: 0 });
  });
});

describe('the name of a column', () => {
  test('is known in whatever case and with whatever between its words', () => {
    for (const [column, names] of Object.entries(COLUMNS)) {
      for (const name of names) {
        for (const between of ['', ' ', '_', '.', '-']) {
          expect(columnOf(name.replaceAll(' ', between))).toBe(column);
          expect(columnOf(name.toUpperCase().replaceAll(' ', between))).toBe(column);
        }
      }
    }
  });

  test('belongs to one column only', () => {
    const names = Object.values(COLUMNS).flat();
    expect(new Set(names).size).toBe(names.length);
  });

  test('that is nearly one is told, and no other', () => {
    expect(nearestColumn('savess')).toBe('saves');
    expect(nearestColumn('coments')).toBe('comments');
    for (const other of ['Video title', 'url', 'views', 'hashtags', 'id', 'x']) {
      expect(nearestColumn(other)).toBeNull();
    }
  });
});
