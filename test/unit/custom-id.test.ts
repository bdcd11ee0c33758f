import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCustomId, decodeSnowflake, encodeCustomId } from '../../src/lib/custom-id.js';

const name = fc.stringMatching(/^[a-z][a-z-]{0,19}$/);
const version = fc.integer({ min: 1, max: 9999 });
const field = fc.stringMatching(/^[\w.@-]{0,20}$/);

describe('a custom id', () => {
  test('is readable, with its version', () => {
    expect(encodeCustomId({ name: 'real-saves', version: 1, fields: ['12', '34'] })).toBe(
      'real-saves:v1:12:34',
    );
    expect(decodeCustomId('real-saves:v1:12:34')).toEqual({
      name: 'real-saves',
      version: 1,
      fields: ['12', '34'],
    });
  });

  test('says the same when read back', () => {
    fc.assert(
      fc.property(name, version, fc.array(field, { maxLength: 3 }), (n, v, fields) => {
        const id = { name: n, version: v, fields };
        const text = encodeCustomId(id);
        expect(text.length).toBeLessThanOrEqual(100);
        expect(decodeCustomId(text)).toEqual(id);
      }),
    );
  });

  test('that couldn’t be read back is never made', () => {
    const anything = fc.record({
      name: fc.oneof(name, fc.string()),
      version: fc.oneof(version, fc.integer(), fc.double()),
      fields: fc.array(fc.oneof(field, fc.string(), fc.constantFrom(':', 'a:b'))),
    });
    fc.assert(
      fc.property(anything, (id) => {
        let text: string;
        try {
          text = encodeCustomId(id);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(decodeCustomId(text)).toEqual(id);
      }),
    );
  });

  test('is at most as long as Discord takes', () => {
    const of = (length: number) => ({ name: 'x', version: 1, fields: ['1'.repeat(length)] });
    expect(encodeCustomId(of(95))).toHaveLength(100);
    expect(() => encodeCustomId(of(96))).toThrow(RangeError);
  });

  test.each([
    '',
    ':',
    'how',
    'how:1:2',
    'how:v:2',
    'how:v0:2',
    'how:v01:2',
    'how:v1.5:2',
    'how:v-1',
    'how:v10000',
    'How:v1:2',
    ':v1:2',
    '-how:v1',
    'h0w:v1',
    ' how:v1',
    'how:v1 :2',
    'how v1 2',
    '__proto__:v1',
  ])('is not read from %j', (text) => {
    expect(decodeCustomId(text)).toBeNull();
  });

  test('is looked for in any text without a complaint', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const id = decodeCustomId(text);
        if (id !== null) expect([id.name, `v${id.version}`, ...id.fields].join(':')).toBe(text);
      }),
    );
  });
});

describe('an id in a custom id', () => {
  test('reads back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (id) => {
        expect(decodeSnowflake(String(id))).toBe(id);
      }),
    );
  });

  test.each([
    '',
    ' 1',
    '-1',
    '1.0',
    '1e3',
    '0x10',
    '１２',
    '9223372036854775808',
    '9'.repeat(19),
    '1'.repeat(20),
    'abc',
  ])('is not read from %j', (text) => {
    expect(decodeSnowflake(text)).toBeNull();
  });
});
