import { CsvError } from 'csv-parse';
import { NotText } from '../../lib/decode-text.js';
import { Damaged, entriesOf, isArchive, refusePersonal, unpackEntries } from './archive.js';
import { Budget, TooMuch } from './budget.js';
import { readCsv } from './csv.js';
import type { Assumed, DroppedFile, LeftOut, LeftWhy, RawTable } from './drop.js';
import { isPersonalName, isPersonalStart, Personal } from './personal.js';
import { isWorkbook, Macros, readWorkbook } from './workbook.js';

/** The tables of some files, and what of them couldn't be opened. */
export interface OpenedFiles {
  readonly tables: readonly RawTable[];
  readonly left: readonly LeftOut[];
  readonly assumed: readonly Assumed[];
}

const TABLE = /\.(?:csv|tsv|xlsx|txt)$/i;

/** What stands beside files and isn't one: of a Mac, of a folder. */
const NOTHING = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)|\/$/i;

/**
 * Opens what was dropped: tables as CSV, XLSX, or either in a ZIP archive.
 *
 * @param language whose Excel may have written them, as a BCP 47 tag.
 * @throws Personal where any of it is the personal archive: nothing else is opened then.
 */
export async function openFiles(
  files: readonly DroppedFile[],
  language: string | undefined,
): Promise<OpenedFiles> {
  const budget = new Budget();
  const opened = { tables: [] as RawTable[], left: [] as LeftOut[], assumed: [] as Assumed[] };
  // Before anything at all is unpacked.
  for (const { name, bytes } of files) {
    if (isPersonalName(name) || isPersonalStart(bytes)) throw new Personal();
    if (!isArchive(bytes)) continue;
    const names = namesIn(bytes);
    if (names !== null && !isWorkbook(names)) lookForPersonal(bytes, names);
  }
  for (const [group, { name, bytes }] of files.entries()) {
    await openOne({ name, bytes, group, depth: 0 }, budget, opened, language);
  }
  return opened;
}

/** What else is wrong with an archive is said when its turn comes. */
function lookForPersonal(bytes: Uint8Array, names: readonly string[]): void {
  try {
    refusePersonal(bytes, names, new Budget());
  } catch (error) {
    if (error instanceof Personal) throw error;
  }
}

interface Opening {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly group: number;
  /** How many archives it stands in. */
  readonly depth: number;
}

interface Opened {
  readonly tables: RawTable[];
  readonly left: LeftOut[];
  readonly assumed: Assumed[];
}

async function openOne(
  file: Opening,
  budget: Budget,
  opened: Opened,
  language: string | undefined,
): Promise<void> {
  try {
    if (isArchive(file.bytes)) await openArchive(file, budget, opened, language);
    else {
      const rows = await readCsv(file.bytes, budget, language);
      opened.tables.push({ file: file.name, group: file.group, rows });
    }
  } catch (error) {
    const why = whyLeft(error);
    if (why === null) throw error;
    opened.left.push({ file: file.name, line: null, why });
  }
}

async function openArchive(
  file: Opening,
  budget: Budget,
  opened: Opened,
  language: string | undefined,
): Promise<void> {
  const { name, bytes, group, depth } = file;
  const names = entriesOf(bytes);
  if (isWorkbook(names)) {
    const sheets = readWorkbook(bytes, budget);
    for (const [place, { rows, hasFormulas }] of sheets.entries()) {
      const called = sheets.length > 1 ? `${name} › ${place + 1}` : name;
      opened.tables.push({ file: called, group, rows });
      if (hasFormulas) opened.assumed.push({ what: 'stored results', file: called });
    }
    if (sheets.length === 0) opened.left.push({ file: name, line: null, why: { why: 'empty' } });
    return;
  }
  const leave = (why: LeftWhy, entry = '') =>
    opened.left.push({ file: entry === '' ? name : `${name} › ${entry}`, line: null, why });
  // Studio puts tables into one archive; archives in archives are how bombs are built.
  if (depth > 0) {
    leave({ why: 'archive inside' });
    return;
  }
  const entries: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  let others = 0;
  unpackEntries(bytes, budget, (path) => {
    if (NOTHING.test(path)) return null;
    if (/\.(?:zip|rar|7z|gz|tar)$/i.test(path)) leave({ why: 'archive inside' }, baseOf(path));
    else if (!TABLE.test(path)) others += 1;
    if (!TABLE.test(path)) return null;
    const pieces: Uint8Array[] = [];
    return (chunk, isLast) => {
      pieces.push(chunk);
      if (isLast) entries.push({ path, bytes: Buffer.concat(pieces) });
    };
  });
  if (
    entries.length === 0 &&
    others === 0 &&
    !opened.left.some((one) => one.file.startsWith(name))
  ) {
    leave({ why: 'nothing inside' });
  } else if (entries.length === 0 && others > 0) leave({ why: 'not a table' });
  for (const entry of entries) {
    if (isPersonalStart(entry.bytes)) throw new Personal();
    const called = `${name} › ${baseOf(entry.path)}`;
    const inner = { name: called, bytes: entry.bytes, group, depth: depth + 1 };
    await openOne(inner, budget, opened, language);
  }
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function namesIn(bytes: Uint8Array): string[] | null {
  try {
    return entriesOf(bytes);
  } catch {
    // Said when its turn comes.
    return null;
  }
}

/** What a file is left out for; null where it isn't the file's fault. */
function whyLeft(error: unknown): LeftWhy | null {
  if (error instanceof TooMuch) return { why: 'too much', limit: error.limit };
  if (error instanceof Damaged || error instanceof SyntaxError) return { why: 'damaged' };
  if (error instanceof Macros) return { why: 'macros' };
  if (error instanceof CsvError) {
    return { why: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open quote' : 'damaged' };
  }
  if (error instanceof NotText) return { why: 'not a table' };
  return null;
}
