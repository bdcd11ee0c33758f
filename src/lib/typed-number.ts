import { plainTyping, stripInvisible } from './characters.js';
import { formKey } from './count-forms.js';

/** Longer than any short form with the name of what is counted. */
const LONGEST_FORM = 40;

/** A number as typed: its digits, and what stands behind them. */
export interface TypedNumber {
  readonly digits: string;
  /** What stands behind them, lower-case; empty for nothing that counts. */
  readonly form: string;
  readonly isNegative: boolean;
}

/** Parts the digits from what stands behind them. */
export function typedNumber(text: string): TypedNumber | 'empty' | 'unreadable' {
  // Superscripts, circled digits and Roman numerals would turn into plain ones: 10² is not 102.
  if (/[\p{No}\p{Nl}]|\u20e3/u.test(text)) return 'unreadable';
  const undecorated = stripInvisible(text)
    .replace(/^(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\s)+/u, '')
    .replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\s)+$/u, '');
  const typed = plainTyping(undecorated)
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[،、]/g, ',')
    .replace(/。/g, '.')
    // "About": it says nothing that the digits don't.
    .replace(/^[~≈∼〜] ?/, '');
  if (typed === '') return plainTyping(text) === '' ? 'empty' : 'unreadable';
  const isNegative = typed.startsWith('-');
  const unsigned = typed.replace(/^[-+]/, '').trimStart();
  const end = unsigned.search(/[^0-9.,٫٬' ]/);
  const digits = (end < 0 ? unsigned : unsigned.slice(0, end)).trimEnd();
  const behind = end < 0 ? '' : unsigned.slice(end);
  if (behind.length > LONGEST_FORM || /[\n\r\t\0]/.test(behind)) return 'unreadable';
  // "A few more": 541.2K+, 541.2K+ views
  const exact = behind.replace(/ ?\+(?=$| \p{L})/u, '');
  return { digits, form: formKey(exact), isNegative };
}
