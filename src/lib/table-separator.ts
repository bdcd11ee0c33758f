const SEPARATORS = [',', ';', '\t'] as const;

/**
 * What parts the columns of a table, by its first lines: Excel's own line `sep=;` says it, else it
 * is what parts the header into most columns; a comma where there is one column only.
 *
 * @param start at least the whole first line, and the second where the first is a `sep=` line.
 * @returns the separator, and how many characters its own line takes.
 */
export function tableSeparator(start: string): { separator: string; skip: number } {
  const [said, character = ''] = /^"?sep=(.)"?\r?(?:\n|$)/i.exec(start) ?? [];
  if (said !== undefined) return { separator: character, skip: said.length };
  const header = firstLine(start).replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return { separator: SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',', skip: 0 };
}

/** Whether enough of a text is there to tell. */
export function hasHeader(start: string): boolean {
  const lines = start.replace(/^\s+/, '');
  const rest = /^"?sep=/i.test(lines) ? lines.slice(lines.indexOf('\n') + 1) : lines;
  const isWhole = !/^"?sep=/i.test(lines) || lines.includes('\n');
  return isWhole && /[\r\n]/.test(rest);
}

function firstLine(start: string): string {
  return start.replace(/^\s*[\r\n]/, '').split(/[\r\n]/, 1)[0] ?? '';
}
