import { oneLine } from '../lib/clip.js';
import { formatCount, formatDay, formatList } from '../lib/format.js';
import type { Assumed, Drop } from '../services/import/drop.js';
import type { Words } from '../words/words.js';

const FILE_MAX = 40;

/** Stands between an archive's name and that of a file in it. */
const INSIDE = ' › ';

/** All but the days of exports, which stand in one line whatever their files. */
type OfFile = Exclude<Extract<Assumed, { readonly file: string }>, { readonly what: 'export day' }>;

/** What is taken for true: each once, with all the files it is said of. */
export function assumedLines(drop: Drop, words: Words): string[] {
  const { assumed } = drop;
  const phrases = words.imports.assume;
  const archive = archiveOf(drop);
  const ofIds = assumed.reduce(
    (sum, one) => sum + (one.what === 'years from ids' ? one.videos : 0),
    0,
  );
  const exports = assumed.flatMap((one) => (one.what === 'export day' ? [one.day] : []));
  const days = [...new Set(exports)].sort().map((day) => formatDay(day, words.locale, 'medium'));
  const alike = new Map<string, [OfFile, ...OfFile[]]>();
  for (const one of assumed) {
    if (one.what === 'years from ids' || one.what === 'export day') continue;
    const key = lineOf(one, '', words);
    const [first, ...others] = alike.get(key) ?? [];
    alike.set(key, first === undefined ? [one] : [first, ...others, one]);
  }
  return [
    ...(ofIds > 0
      ? [phrases.years(words.imports.videoCount(formatCount(ofIds, words.locale), ofIds))]
      : []),
    ...(days.length > 0 ? [phrases.exportDay(formatList(days, words.locale))] : []),
    ...[...alike.values()].map((all) =>
      lineOf(
        all[0],
        formatList(
          all.map(({ file }) => `\`${inCode(file, archive)}\``),
          words.locale,
        ),
        words,
      ),
    ),
  ];
}

function lineOf(one: OfFile, files: string, words: Words): string {
  const phrases = words.imports.assume;
  const day = (named: string) => formatDay(named, words.locale, 'medium');
  switch (one.what) {
    case 'days':
      return phrases.days(files, day(one.to));
    case 'today':
      return phrases.today(files);
    case 'account by name':
      return phrases.accountByName(files, one.handle);
    case 'only account':
      return phrases.onlyAccount(files, one.handle);
    case 'translated header':
      return phrases.translated(files);
    case 'stored results':
      return phrases.storedResults(files);
    case 'not kept':
      return phrases.notKept(files);
    case 'not available':
      return phrases.notAvailable(files, formatCount(one.days, words.locale), one.days);
    case 'last hours':
      return phrases.lastHours(files, day(one.day));
  }
}

/** The archive that everything of a drop came in: whoever sent it needn't read its name again. */
export function archiveOf({ files, left, assumed }: Drop): string | null {
  const named = [
    ...[...files, ...left].map(({ file }) => file),
    ...assumed.flatMap((one) => ('file' in one ? [one.file] : [])),
  ];
  const archives = new Set(
    named.map((file) => (file.includes(INSIDE) ? file.slice(0, file.indexOf(INSIDE)) : null)),
  );
  const [only = null] = archives;
  return archives.size === 1 ? only : null;
}

/** A file's name, that can't end the code it stands in. The end of a path tells more than its beginning. */
export function inCode(file: string, archive: string | null): string {
  const inside = archive === null ? file : file.slice(archive.length + INSIDE.length);
  const name = oneLine(inside).replaceAll('`', 'ˋ');
  return name.length <= FILE_MAX ? name : `…${name.slice(1 - FILE_MAX)}`;
}
