// npm run estimate -- FILE.csv: estimates a file of videos without Discord ("-" reads standard
// input). The rows go to standard output as they are read, with estimate, low, high and score
// added; what is wrong goes to standard error. --language tr reads short forms as in that language.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { countLanguage } from '../lib/count-forms.js';
import { decodeText, type Encoding, NotText } from '../lib/decode-text.js';
import { readFlags } from '../lib/flags.js';
import { hasHeader, tableSeparator } from '../lib/table-separator.js';
import { type HeaderResult, RESULT_COLUMNS, readHeader } from '../services/estimate/rows.js';

const usage = 'Name one file of videos: npm run estimate -- FILE.csv (or - for standard input).';
const { positionals, values } = readFlags(usage, {
  allowPositionals: true,
  options: { language: { type: 'string' } },
});
const [name, ...more] = positionals;

if (name === undefined || more.length > 0) {
  fail(usage);
} else if (values.language !== undefined && countLanguage(values.language) === null) {
  fail(
    `--language "${values.language}" is no language I know. Write its tag, for example tr, vi or pt-BR.`,
  );
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
  let skippedLines = 0;
  let told = false;

  // Rows are answered while they are parsed, so that one broken quote loses none before it.
  const made = (delimiter: string) =>
    parse({
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        if (header?.ok === false) return null;
        if (header === undefined) {
          header = readHeader(record, now, values.language);
          columns = record.length;
          if (header.ok) {
            answered.push([...record, ...RESULT_COLUMNS]);
            for (const { name: unknown, nearest } of header.unknown) {
              note(
                `${place}: the column "${unknown}" is not known and left alone; did you mean ${nearest}?`,
              );
            }
          } else fail(`${place}: ${header.reason}.`);
          return null;
        }
        // The parser tells the last line of a row, and counts CR LF inside quotes twice.
        const text = record.join('');
        crlfInside += text.match(/\r\n/g)?.length ?? 0;
        const line = skippedLines + lines - crlfInside - (text.match(/\r\n?|\n/g)?.length ?? 0);
        const answer = header.estimateRow(record);
        // A row that is too short is filled up, so that its empty results stand in their columns.
        const padding = new Array<string>(Math.max(0, columns - record.length)).fill('');
        const cells = answer.ok ? record.slice(0, columns) : record;
        answered.push([...cells, ...padding, ...(answer.ok ? answer.results : noResults)]);
        if (!answer.ok) fail(`${place}, line ${line}: ${answer.reason}.`);
        return null;
      },
    });
  try {
    let parser: ReturnType<typeof made> | undefined;
    let parsed: Promise<void> | undefined;
    let start = '';
    const feed = async (text: string) => {
      if (parser === undefined) {
        const { separator, skip } = tableSeparator(text);
        if (skip > 0) skippedLines = 1;
        parser = made(separator);
        parser.resume();
        parsed = finished(parser);
        // Awaited below; until then a failure must not count as unhandled.
        parsed.catch(() => undefined);
        text = text.slice(skip);
      }
      if (!parser.write(text)) await Promise.race([once(parser, 'drain'), parsed]);
      print();
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    };
    for await (const text of decodeText(input, tellEncoding, values.language)) {
      if (parser !== undefined) {
        await feed(text);
        continue;
      }
      start += text;
      if (hasHeader(start)) await feed(start);
    }
    if (parser === undefined && start !== '') await feed(start);
    parser?.end();
    await parsed;
    if (header === undefined) fail(`${place} is empty: the first line must name the columns.`);
  } catch (error) {
    fail(`${place}: ${reasonOf(error)}.`);
  }
  print();

  function tellEncoding(encoding: Encoding): void {
    if (encoding.startsWith('utf-') || told) return;
    told = true;
    note(
      `${place} is not UTF-8; it was read as ${nameOf(encoding)}, as Excel writes it. If names look wrong, save it as "CSV UTF-8".`,
    );
  }
}

function nameOf(encoding: Encoding): string {
  return encoding.replace('windows', 'Windows');
}

/** Something to know that doesn't make the run a failure. */
function note(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function reasonOf(error: unknown): string {
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return 'a quotation mark opens and never closes; the rows after it were not read';
  }
  if (error instanceof NotText && error.seems !== null) {
    return `it is ${error.seems}; save it as "CSV UTF-8"${error.seems.startsWith('written') ? ', or name its language, for example --language ru' : ''}. Nothing more of it was read`;
  }
  if (error instanceof NotText) {
    return 'its letters are neither UTF-8, UTF-16 nor Windows-1252 throughout: they are written in two ways, or in one of another part of the world; save it as "CSV UTF-8", or name its language, for example --language zh-CN. The rows after that were not read';
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'that is a folder, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'reading it is not allowed';
  return `reading failed (${error instanceof Error ? error.message : String(error)})`;
}
