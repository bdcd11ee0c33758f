import { CsvError } from 'csv-parse';
import { type Options, parse } from 'csv-parse/sync';
import { decodeText } from '../../lib/decode-text.js';
import { tableSeparator } from '../../lib/table-separator.js';
import { type Budget, LIMITS, TooMuch } from './budget.js';
import type { RawRow } from './drop.js';

/**
 * The rows of a CSV table, its header first.
 *
 * @param language whose Excel may have written it, as a BCP 47 tag.
 * @throws TooMuch, and NotText of `decodeText` for what is no text.
 */
export async function readCsv(
  bytes: Uint8Array,
  budget: Budget,
  language?: string,
): Promise<RawRow[]> {
  let text = '';
  for await (const piece of decodeText(once(bytes), undefined, language)) text += piece;
  const { separator, skip } = tableSeparator(text);
  const body = text.slice(skip).replace(/^\uFEFF/, '');
  const before = skip > 0 ? 1 : 0;
  const rows =
    strictly(body, separator, budget.rows + 1) ?? loosely(body, separator, budget.rows + 1);
  for (const { cells } of rows) {
    budget.takeRow();
    if (cells.length > LIMITS.columns) throw new TooMuch('columns');
  }
  return rows.map(({ line, cells }) => ({ line: line + before, cells }));
}

/** As it stands written; null where quotation marks in it aren't doubled. */
function strictly(text: string, separator: string, most: number): RawRow[] | null {
  try {
    const rows = parsed(text, separator, most, false);
    const width = rows[0]?.cells.length ?? 0;
    const isTorn = everythingQuoted(text) && rows.some(({ cells }) => cells.length !== width);
    return isTorn ? null : rows;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/**
 * TikTok puts every value into quotation marks, and leaves those in a title as they are: then the
 * marks with a separator or a line's end between them part the values.
 */
function loosely(text: string, separator: string, most: number): RawRow[] {
  if (!everythingQuoted(text)) return parsed(text, separator, most, true);
  const [header, ...others] = text.replace(/\s+$/, '').split(/(?<=")\r?\n(?=")/);
  const names = cellsOf(header ?? '', separator);
  const titleAt = names.findIndex((name) =>
    /title|caption|titel|titre|t[íi]tulo|标题|タイトル/i.test(name),
  );
  const rows: RawRow[] = [{ line: 1, cells: names }];
  let line = 2;
  let held = '';
  for (const piece of others) {
    held = held === '' ? piece : `${held}\n${piece}`;
    if (held.length > LIMITS.rowLength) throw new TooMuch('rowLength');
    const cells = cellsOf(held, separator);
    // A line's end between two marks of a title.
    if (cells.length < names.length && piece !== others.at(-1)) continue;
    const more = cells.length - names.length;
    const joined =
      more > 0 && titleAt >= 0
        ? cells.toSpliced(
            titleAt,
            more + 1,
            cells.slice(titleAt, titleAt + more + 1).join(`"${separator}"`),
          )
        : cells;
    rows.push({ line, cells: joined });
    if (rows.length > most) break;
    line += (held.match(/\n/g)?.length ?? 0) + 1;
    held = '';
  }
  return rows;
}

function cellsOf(row: string, separator: string): string[] {
  return row
    .trim()
    .replace(/^"|"$/g, '')
    .split(`"${separator}"`)
    .map((cell) => cell.replaceAll('""', '"'));
}

function everythingQuoted(text: string): boolean {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return /^"[^"]*"(?:[,;\t]"[^"]*")+$/.test(header);
}

function parsed(text: string, delimiter: string, most: number, relaxed: boolean): RawRow[] {
  const rows: RawRow[] = [];
  let inside = 0;
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: relaxed,
    skip_empty_lines: true,
    max_record_size: LIMITS.rowLength,
    to: most,
    on_record: (cells: string[], { lines }) => {
      // The parser tells the last line of a row, and counts CR LF inside quotes twice.
      const whole = cells.join('');
      inside += whole.match(/\r\n/g)?.length ?? 0;
      const line = lines - inside - (whole.match(/\r\n?|\n/g)?.length ?? 0);
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
      return null;
    },
  } satisfies Options<string[]>;
  try {
    parse(text, options);
  } catch (error) {
    const isLong = error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE';
    throw isLong ? new TooMuch('rowLength') : error;
  }
  return rows;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
