import { Parser } from 'saxen';
import { entriesOf, unpackEntries } from './archive.js';
import { type Budget, LIMITS, TooMuch } from './budget.js';
import type { RawRow } from './drop.js';

/** One sheet of a workbook. */
export interface Sheet {
  /** The path of its entry, for telling two sheets apart. */
  readonly name: string;
  readonly rows: readonly RawRow[];
  /** Whether a value is the stored result of a formula. */
  readonly hasFormulas: boolean;
}

/** A workbook with macros: nothing of it is read. */
export class Macros extends Error {
  override readonly name = 'Macros';
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const STRINGS = 'xl/sharedStrings.xml';

/** Whether an archive is a workbook. */
export function isWorkbook(names: readonly string[]): boolean {
  return names.some((name) => SHEET.test(name));
}

/**
 * The sheets of an XLSX workbook that hold anything, read piece by piece; formulas are never worked
 * out, and nothing else of the archive is unpacked.
 *
 * @throws TooMuch, Macros, Damaged, SyntaxError for what is no XML.
 */
export function readWorkbook(bytes: Uint8Array, budget: Budget): Sheet[] {
  const names = entriesOf(bytes);
  if (names.some((name) => /vbaProject|macrosheets/i.test(name))) throw new Macros();
  const strings: string[] = [];
  if (names.includes(STRINGS)) {
    unpackEntries(bytes, budget, (name) => (name === STRINGS ? stringsReader(strings) : null));
  }
  const sheets: Sheet[] = [];
  unpackEntries(bytes, budget, (name) => {
    if (!SHEET.test(name)) return null;
    const rows: RawRow[] = [];
    const state = { hasFormulas: false };
    return sheetReader(rows, strings, budget, state, () => {
      if (rows.length > 0) sheets.push({ name, rows, hasFormulas: state.hasFormulas });
    });
  });
  return sheets.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Feeds a parser, and refuses a single tag or text that is longer than any of a real sheet. */
function feeding(parser: Parser, heard: { since: number }, onEnd: () => void = () => undefined) {
  const decoder = new TextDecoder();
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure ??= new SyntaxError('No XML.', { cause: error });
    parser.stop();
  });
  return (chunk: Uint8Array, isLast: boolean) => {
    heard.since += chunk.length;
    if (heard.since > LIMITS.rowLength * 4) throw new TooMuch('rowLength');
    parser.write(decoder.decode(chunk, { stream: !isLast }));
    if (failure !== undefined) throw failure;
    if (!isLast) return;
    parser.end();
    if (failure !== undefined) throw failure;
    onEnd();
  };
}

function stringsReader(strings: string[]) {
  const parser = new Parser();
  const heard = { since: 0 };
  let text = '';
  let depth = { text: false, phonetic: false };
  parser.on('openTag', (tag, _attributes, _decode, isClosed) => {
    heard.since = 0;
    const name = localName(tag);
    if (name === 'si') text = '';
    if (name === 'si' && isClosed) strings.push('');
    // What stands beside a word to say how it is pronounced.
    if (name === 'rPh') depth = { ...depth, phonetic: !isClosed };
    if (name === 't') depth = { ...depth, text: !isClosed };
    if (strings.length > LIMITS.rows * 8) throw new TooMuch('rows');
  });
  parser.on('text', (piece, decode) => {
    heard.since = 0;
    if (depth.text && !depth.phonetic) text = grown(text, decode(piece));
  });
  parser.on('cdata', (piece) => {
    if (depth.text && !depth.phonetic) text = grown(text, piece);
  });
  parser.on('closeTag', (tag) => {
    const name = localName(tag);
    if (name === 't') depth = { ...depth, text: false };
    if (name === 'rPh') depth = { ...depth, phonetic: false };
    if (name === 'si') strings.push(text);
  });
  return feeding(parser, heard);
}

function sheetReader(
  rows: RawRow[],
  strings: readonly string[],
  budget: Budget,
  state: { hasFormulas: boolean },
  onEnd: () => void,
) {
  const parser = new Parser();
  const heard = { since: 0 };
  let cells: string[] = [];
  let line = 0;
  let length = 0;
  let column = 0;
  let type = '';
  let value = '';
  let inValue = false;
  parser.on('openTag', (tag, attributes, _decode, isClosed) => {
    heard.since = 0;
    const name = localName(tag);
    if (name === 'row') {
      const number = Number(attributes()['r']);
      line = Number.isSafeInteger(number) && number > 0 ? number : line + 1;
      cells = [];
      length = 0;
      column = 0;
    } else if (name === 'c') {
      const { r, t } = attributes();
      column = columnOf(r) ?? column + 1;
      if (column > LIMITS.columns) throw new TooMuch('columns');
      type = t ?? 'n';
      value = '';
    } else if (name === 'f') state.hasFormulas = true;
    else if (name === 'v' || name === 't') inValue = !isClosed;
  });
  parser.on('text', (piece, decode) => {
    heard.since = 0;
    if (inValue) value = grown(value, decode(piece));
  });
  parser.on('cdata', (piece) => {
    if (inValue) value = grown(value, piece);
  });
  parser.on('closeTag', (tag) => {
    const name = localName(tag);
    if (name === 'v' || name === 't') inValue = false;
    else if (name === 'c') {
      const text = type === 's' ? (strings[Number(value)] ?? '') : type === 'e' ? '' : value;
      length += text.length;
      if (length > LIMITS.rowLength) throw new TooMuch('rowLength');
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = text;
    } else if (name === 'row' && cells.some((cell) => cell.trim() !== '')) {
      budget.takeRow();
      rows.push({ line, cells });
    }
  });
  return feeding(parser, heard, onEnd);
}

function grown(text: string, piece: string): string {
  if (text.length + piece.length > LIMITS.rowLength) throw new TooMuch('rowLength');
  return text + piece;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

/** 1 for A, 27 for AA; null for what names no column. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
