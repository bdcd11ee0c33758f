import { promisify } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { type AsyncZippable, zip } from 'fflate';
import type { Row } from './tables.js';

/** One file, by its path inside an archive. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Spreadsheets keep 15 digits of a number; what has more is shown wrong unless it is text. */
const DIGITS_OF_A_SPREADSHEET = 15;

/** Without it, spreadsheets take UTF-8 for something older. */
const BYTE_ORDER_MARK = '\uFEFF';

const compress = promisify<AsyncZippable, Uint8Array>(zip);

/** Puts files into one ZIP archive, in a thread of its own where that is worth it. */
export function archiveOf(files: readonly ArchivedFile[]): Promise<Uint8Array> {
  return compress(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])));
}

/** Rows as JSON, one a line, without the brackets around them: ids as text, times in ISO 8601. */
export function jsonLines(rows: readonly Row[]): string {
  return rows.map((row) => `    ${JSON.stringify(row, exact)}`).join(',\n');
}

/**
 * Rows as CSV that a spreadsheet opens without harm: long numbers, and text that it would take for
 * a formula, begin with an apostrophe.
 *
 * @param isFirst whether the column names stand above them.
 */
export function csvLines(rows: readonly Row[], isFirst: boolean): string {
  const text = stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cell(value)])),
    ),
    { header: isFirst, escape_formulas: true, record_delimiter: 'windows' },
  );
  return isFirst ? BYTE_ORDER_MARK + text : text;
}

/** A number below the digits of a spreadsheet stays one; everything else is text. */
function cell(value: unknown): string | number | bigint | null {
  switch (typeof value) {
    case 'bigint': {
      const digits = String(value);
      return digits.length > DIGITS_OF_A_SPREADSHEET ? `'${digits}` : value;
    }
    case 'number':
    case 'string':
      return value;
    case 'boolean':
      return value ? 'yes' : 'no';
    default:
      if (value === null || value === undefined) return null;
      return value instanceof Date ? value.toISOString() : JSON.stringify(value, exact);
  }
}

/** JSON has no integers of 64 bits that every reader keeps. */
function exact(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
