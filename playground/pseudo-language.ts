// Loaded into the bot before it starts (`node --import`): everything is then said in a language of marked
// letters, made of English. What the languages don't reach is seen at once, for it stands there unmarked.
import { english, speakEverywhere } from '../src/words/languages.js';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'àƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻḾÑÖÞɊŔŠŢÛṼŴẊÝŽ';
const MARKS = new Map([...PLAIN].map((letter, at) => [letter, [...MARKED][at] ?? letter]));

/**
 * What stays as it is: code, which people type; commands; Discord's own marks, as of times and members;
 * addresses.
 */
const KEPT =
  /```[\s\S]*?```|`[^`]*`|<[^>\n]*>|https?:\/\/[^\s)]+|(?<![\p{L}\d])\/[a-z]+(?: [a-z]+)?/gu;

speakEverywhere(marked(english));

function marked<T>(value: T): T {
  // Each kind of value stays of its kind, which a type can't follow.
  if (typeof value === 'string') return markedText(value) as T;
  if (typeof value === 'function') {
    return ((...given: unknown[]) => marked(Reflect.apply(value, undefined, given))) as T;
  }
  if (Array.isArray(value)) return value.map(marked) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one)])) as T;
}

function markedText(text: string): string {
  const kept = [...text.matchAll(KEPT)];
  let at = 0;
  let written = '';
  for (const { 0: piece, index } of kept) {
    written += withMarks(text.slice(at, index)) + piece;
    at = index + piece.length;
  }
  return written + withMarks(text.slice(at));
}

function withMarks(text: string): string {
  return [...text].map((letter) => MARKS.get(letter) ?? letter).join('');
}
