/** Splits `1,234.5` into `1234` and `5`, with the mark between; null where the marks make no sense. */
export function readNumeral(
  digits: string,
  isShortForm: boolean,
): { whole: string; decimals: string; mark: string } | null {
  const parts = digits.split(/[.,٫٬' ]/);
  const marks = digits.replace(/[0-9]/g, '');
  const last = marks.at(-1) ?? '';
  const startsDecimals =
    /^[.,٫]$/.test(last) &&
    marks.indexOf(last) === marks.length - 1 &&
    (isShortForm || marks.length > 1 || !areGroups(parts, marks));
  const decimals = startsDecimals ? (parts.pop() ?? '') : '';
  if (startsDecimals && decimals === '') return null;
  const isWhole =
    parts.length > 1
      ? areGroups(parts, startsDecimals ? marks.slice(0, -1) : marks)
      : startsDecimals || parts[0] !== '';
  return isWhole ? { whole: parts.join(''), decimals, mark: startsDecimals ? last : '' } : null;
}

/** Whether digits parted by these marks are groups as people write them: one kind of mark, even groups. */
function areGroups(parts: readonly string[], marks: string): boolean {
  const mark = marks.charAt(0);
  if (mark === '٫' || marks !== mark.repeat(marks.length)) return false;
  const joined = parts.join(',');
  const isWestern = /^[1-9]\d{0,2}(?:,\d{3})+$/.test(joined);
  const isIndian = mark === ',' && /^[1-9]\d?(?:,\d{2})+,\d{3}$/.test(joined);
  return isWestern || isIndian;
}
