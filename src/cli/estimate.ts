// npm run estimate -- FILE.csv: estimates a file of videos without Discord ("-" reads standard
// input). The rows go to standard output as they are read, with estimate, low, high and score
// added; what is wrong goes to standard error.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { readFlags } from '../lib/flags.js';
import { type HeaderResult, RESULT_COLUMNS, readHeader } from '../services/estimate/rows.js';

const usage = 'Name one file of videos: npm run estimate -- FILE.csv (or - for standard input).';
const { positionals } = readFlags(usage, { allowPositionals: true });
const [name, ...more] = positionals;

if (name === undefined || more.length > 0) {
  fail(usage);
} else {
  await estimateFile(name);
}

async function estimateFile(file: string): Promise<void> {
  const now = new Date();
  const input = file === '-' ? process.stdin : createReadStream(file);
  const place = file === '-' ? 'standard input' : file;
  const noResults = RESULT_COLUMNS.map(() => '');
  let answered: string[][] = [];
  const print = () => {
    process.stdout.write(stringify(answered));
    answered = [];
  };
  let header: HeaderResult | undefined;
  let columns = 0;
  let crlfInside = 0;

  // Rows are answered while they are parsed, so that one broken quote loses none before it.
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (record: string[], { lines }) => {
      if (header?.ok === false) return null;
      if (header === undefined) {
        header = readHeader(record, now);
        columns = record.length;
        if (header.ok) answered.push([...record, ...RESULT_COLUMNS]);
        else fail(`${place}: ${header.reason}.`);
        return null;
      }
      // The parser tells the last line of a row, and counts CR LF inside quotes twice.
      const text = record.join('');
      crlfInside += text.match(/\r\n/g)?.length ?? 0;
      const line = lines - crlfInside - (text.match(/\r\n?|\n/g)?.length ?? 0);
      const answer = header.estimateRow(record);
      // A row that is too short is filled up, so that its empty results stand in their columns.
      const padding = new Array<string>(Math.max(0, columns - record.length)).fill('');
      answered.push([...record, ...padding, ...(answer.ok ? answer.results : noResults)]);
      if (!answer.ok) fail(`${place}, line ${line}: ${answer.reason}.`);
      return null;
    },
  });
  parser.resume();

  try {
    const parsed = finished(parser);
    // Awaited below; until then a failure must not count as unhandled.
    parsed.catch(() => undefined);
    for await (const chunk of input) {
      if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), parsed]);
      print();
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    }
    parser.end();
    await parsed;
    if (header === undefined) fail(`${place} is empty: the first line must name the columns.`);
  } catch (error) {
    fail(`${place}: ${reasonOf(error)}.`);
  }
  print();
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function reasonOf(error: unknown): string {
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return 'a quotation mark opens and never closes; the rows after it were not read';
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'that is a folder, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'reading it is not allowed';
  return `reading failed (${error instanceof Error ? error.message : String(error)})`;
}
