const ELLIPSIS = '…';

/** Everything that takes no room, but for joiners and emoji selectors, which are looked at one by one. */
const INVISIBLE = /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** White space, the next-line control and the Braille blank. */
const BLANK = /[\s\u0085\u2800]/g;

const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** A text or emoji selector after anything that has no such forms. */
const STRAY_SELECTOR = /(?<!\p{Emoji})[\ufe0e\ufe0f]/gu;

/** Any joiner; captured with what stands before it where it does its work. */
const JOINER =
  /((?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?\u200d(?=\p{Extended_Pictographic})|[\p{L}\p{M}][\u200c\u200d](?=\p{L}))|[\u200c\u200d]/gu;

const PILED_ACCENTS = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Shortens a text to a limit, by whole characters as people see them, with `…` at the end.
 *
 * Discord doesn't say how it counts; UTF-16 units are never fewer than code points, so a text that
 * fits by this measure fits by either.
 *
 * @param maxChars the limit in UTF-16 units; below 1 nothing is left.
 */
export function clip(text: string, maxChars: number): string {
  return text.length <= maxChars ? text : shorten(segments(text), maxChars);
}

/**
 * One line of what a member wrote, still unescaped: for places where Discord shows text as it is
 * (buttons, choices, footers, modals), and for storing. White space of any kind and line breaks
 * become single spaces; control characters (NUL too, which PostgreSQL refuses), direction
 * overrides, half surrogates and zero-width characters go, except joiners inside an emoji or
 * between letters, where Persian and Indian scripts need them. More than four accents on one
 * letter go too: a pile of them covers the lines above. Empty if nothing visible is left.
 */
export function oneLine(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(BLANK, ' ')
    .replace(UNPRINTABLE, '')
    .replace(STRAY_SELECTOR, '')
    .replace(JOINER, '$1')
    .replace(PILED_ACCENTS, '$1')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * What a member wrote, made harmless to put into a message or embed: `oneLine`, then every sign of
 * Discord's markdown escaped, so that it shows as typed. No link becomes clickable, no mention,
 * timestamp or custom emoji takes shape, and `@everyone` is spelled with another `@`.
 *
 * @param maxChars the limit of the escaped text in UTF-16 units, for the backslashes count too. Clip
 *   here, not afterwards: a cut between a backslash and its sign leaves a stray backslash.
 */
export function plain(text: string, maxChars = Number.POSITIVE_INFINITY): string {
  const escaped = oneLine(text)
    // Mentions are found even behind a backslash.
    .replace(/@(?=everyone|here)|(?<=<)@/gi, '＠')
    .replace(/[\\`*_~|<>[\]/]/g, '\\$&')
    // Only at the start of a line are these a heading, small print or a list.
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
  return escaped.length <= maxChars ? escaped : shorten(escapedSegments(escaped), maxChars);
}

/** As `clip`, between two words where there are some: for titles, which half a word would garble. */
export function clipAtWord(text: string, maxChars: number): string {
  return atWord(clip(text, maxChars), text);
}

/** As `plain`, cut between two words where there are some. */
export function plainAtWord(text: string, maxChars: number): string {
  return atWord(plain(text, maxChars), plain(text));
}

/** Takes half a word off the end of what was cut, unless more than half of it would go. */
function atWord(cut: string, whole: string): string {
  const kept = cut.slice(0, -ELLIPSIS.length);
  const end = kept.lastIndexOf(' ');
  const isWhole = cut === whole || whole.charAt(kept.length) === ' ';
  if (isWhole || end < kept.length / 2) return cut;
  return `${kept.slice(0, end).replace(/[\s,;:–]+$/, '')}${ELLIPSIS}`;
}

function* segments(text: string): Generator<string> {
  for (const { segment } of graphemes.segment(text)) yield segment;
}

/** As `segments`, with each backslash kept together with what it escapes. */
function* escapedSegments(escaped: string): Generator<string> {
  let held = '';
  for (const segment of segments(escaped)) {
    if (held === '' && segment === '\\') {
      held = segment;
    } else {
      yield held + segment;
      held = '';
    }
  }
}

function shorten(units: Iterable<string>, maxChars: number): string {
  if (maxChars < ELLIPSIS.length) return '';
  let kept = '';
  let end = 0;
  for (const unit of units) {
    if (kept.length + unit.length + ELLIPSIS.length > maxChars) break;
    kept += unit;
    // Blanks before the sign look like a mistake.
    if (unit.trim() !== '') end = kept.length;
  }
  return kept.slice(0, end) + ELLIPSIS;
}
