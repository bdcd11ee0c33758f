import { parseCount } from '../lib/counts.js';
import type { TypedScore } from '../services/scores/typed-score.js';

/** The options that have a line of their own in the form behind `/score`. */
export const LINES = ['saves', 'title', 'link', 'posted', 'new_followers', 'trying'] as const;
type LineName = (typeof LINES)[number];

const NAMED = new RegExp(`^\\s*(${LINES.join('|').replace('_', '[_ ]')})\\s*:(.*)$`, 'i');
/** `saves 5100`, as it is typed in a hurry. */
const SAVES = /^\s*saves\s+(\S.*)$/i;
const ADDRESS = /^\s*(?:https?:\/\/|(?:\w+\.)?tiktok\.com\/)\S+\s*$/i;

/** Behind a title it may be the next line of a caption. */
const isBareCount = (line: string) => line.trim() !== '' && parseCount(line).ok;

/** The lines of a form as its author finds them: what was typed already, and a place for the saves. */
export function toLines(typed: Partial<TypedScore>): string {
  const given = LINES.filter((name) => typed[name] !== undefined || name === 'saves');
  return given.map((name) => `${name}: ${typed[name] ?? ''}`).join('\n');
}

/**
 * What stands in the lines of a form, however a phone writes them: names in capitals, an address or a
 * count without its name, a caption over several lines. Nothing is dropped: what names nothing goes on
 * with the title, and what is there twice stands together, to be refused by name.
 */
export function fromLines(text: string): Partial<Pick<TypedScore, LineName>> {
  const found = new Map<LineName, string>();
  const add = (name: LineName, value: string) => {
    const all = [found.get(name) ?? '', value.trim()].filter((one) => one !== '');
    found.set(name, all.join(' '));
  };
  for (const line of text.split(/\r\n?|\n/)) {
    const [, named, rest = ''] = NAMED.exec(line) ?? [];
    const name = LINES.find((one) => one === named?.toLowerCase().replace(' ', '_'));
    const [, saves] = SAVES.exec(line) ?? [];
    const isFree = (one: LineName) => (found.get(one) ?? '') === '';
    if (name !== undefined) add(name, rest);
    else if (saves !== undefined && isFree('saves') && parseCount(saves).ok) add('saves', saves);
    else if (ADDRESS.test(line) && isFree('link')) add('link', line);
    else if (isBareCount(line) && isFree('saves') && isFree('title')) add('saves', line);
    else add('title', line);
  }
  return Object.fromEntries([...found].filter(([, value]) => value !== ''));
}
