// Discord's markup, read into plain data. What isn't markup stays text; nothing becomes HTML.

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';
      readonly inside: readonly Inline[];
    }
  | { readonly kind: 'link'; readonly url: string; readonly inside: readonly Inline[] }
  | { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string; readonly id: string }
  | { readonly kind: 'everyone'; readonly text: string }
  | { readonly kind: 'emoji'; readonly name: string; readonly id: string }
  /** Milliseconds since 1970, and the letter of the style. */
  | { readonly kind: 'time'; readonly ms: number; readonly style: string };

/** A piece of a text that stands on lines of its own. */
export type Block =
  | { readonly kind: 'paragraph' | 'subtext'; readonly inside: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string };

/** An item of a list, with how deep it stands. */
export interface Item {
  readonly depth: number;
  /** As it was typed; undefined behind a dot. */
  readonly number: number | undefined;
  readonly inside: readonly Inline[];
}

/** Deeper than people write; what is beyond stays text. */
const deepest = 12;
/** The latest moment JavaScript's dates can tell, in milliseconds. */
const latest = 8.64e15;

/** Reads a text with blocks, as in a message or an embed's description. */
export function parseBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const fence = /```(?:([\w+-]+)\n)?\n*([\s\S]+?)\n*```\n?/g;
  let from = 0;
  for (const match of text.matchAll(fence)) {
    blocks.push(...lineBlocks(text.slice(from, match.index).replace(/\n$/, '')));
    blocks.push({ kind: 'code', language: match[1] ?? '', text: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  blocks.push(...lineBlocks(text.slice(from)));
  return blocks;
}

function lineBlocks(text: string): Block[] {
  if (text === '') return [];
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let plain: string[] = [];
  const flush = (): void => {
    if (plain.length > 0) blocks.push({ kind: 'paragraph', inside: parseInline(plain.join('\n')) });
    plain = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const heading = /^(#{1,3})[ \t]+(?=\S)(.*)$/.exec(line);
    if (heading !== null) {
      flush();
      const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
      blocks.push({ kind: 'heading', level, inside: parseInline(heading[2] ?? '') });
      index += 1;
      continue;
    }
    const subtext = /^-#[ \t]+(?=\S)(.*)$/.exec(line)?.[1];
    if (subtext !== undefined) {
      flush();
      blocks.push({ kind: 'subtext', inside: parseInline(subtext) });
      index += 1;
      continue;
    }
    const quoted = takeWhile(lines, index, (one) => /^> /.test(one) || one === '>');
    if (/^>>> /.test(line)) {
      flush();
      const rest = [line.slice(4), ...lines.slice(index + 1)].join('\n');
      blocks.push({ kind: 'quote', blocks: [{ kind: 'paragraph', inside: parseInline(rest) }] });
      break;
    }
    if (quoted.length > 0) {
      flush();
      const inner = quoted.map((one) => one.slice(2)).join('\n');
      blocks.push({ kind: 'quote', blocks: [{ kind: 'paragraph', inside: parseInline(inner) }] });
      index += quoted.length;
      continue;
    }
    const ordered = orderedItem.test(line);
    const items = takeWhile(lines, index, (one) =>
      ordered ? orderedItem.test(one) : dottedItem.test(one),
    );
    if (items.length > 0) {
      flush();
      blocks.push(listOf(items, ordered));
      index += items.length;
      continue;
    }
    plain.push(line);
    index += 1;
  }
  flush();
  return blocks;
}

function takeWhile(
  lines: readonly string[],
  from: number,
  holds: (line: string) => boolean,
): string[] {
  let to = from;
  while (to < lines.length && holds(lines[to] ?? '')) to += 1;
  return lines.slice(from, to);
}

const dottedItem = /^( *)[-*][ \t]+(?=\S)(.*)$/;
const orderedItem = /^( *)(0|[1-9]\d{0,8})\.[ \t]+(?=\S)(.*)$/;

function listOf(lines: readonly string[], ordered: boolean): Block {
  const items = lines.map((line): Item => {
    const read = (ordered ? orderedItem : dottedItem).exec(line) ?? [];
    return {
      depth: Math.min(Math.ceil((read[1] ?? '').length / 2), 4),
      number: ordered ? Number(read[2]) : undefined,
      inside: parseInline(read.at(-1) ?? ''),
    };
  });
  return { kind: 'list', ordered, items };
}

/** Reads a text without blocks, as in an embed's title. */
export function parseInline(text: string, depth = 0): Inline[] {
  const pieces: Inline[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') pieces.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const found = depth < deepest ? pieceAt(text, at, depth) : undefined;
    if (found === undefined) {
      plain += text[at];
      at += 1;
    } else if (typeof found.piece === 'string') {
      plain += found.piece;
      at += found.length;
    } else {
      flush();
      pieces.push(found.piece);
      at += found.length;
    }
  }
  flush();
  return pieces;
}

interface Found {
  /** Text if the markup only kept it from being read as markup. */
  readonly piece: Inline | string;
  readonly length: number;
}

type Rule = readonly [
  pattern: RegExp,
  read: (groups: readonly string[], depth: number) => Inline | string | undefined,
];

const around =
  (kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler') =>
  ([inner = '']: readonly string[], depth: number): Inline => ({
    kind,
    inside: parseInline(inner, depth + 1),
  });

// Each looks at the place where it stands; the first that fits is taken.
const rules: readonly Rule[] = [
  [/\\([!-/:-@[-`{-~])/y, ([char = '']) => char],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, ([, inner = '']) => ({ kind: 'code', text: inner.trim() })],
  [
    /<t:(-?(?:0|[1-9]\d{0,16}))(?::([tTdDfFRsS]))?>/y,
    ([seconds = '', style = '']) => {
      const ms = Number(seconds) * 1000;
      return Math.abs(ms) > latest ? undefined : { kind: 'time', ms, style: style || 'f' };
    },
  ],
  [/<@!?(\d{1,20})>/y, ([id = '']) => ({ kind: 'user', id })],
  [/<@&(\d{1,20})>/y, ([id = '']) => ({ kind: 'role', id })],
  [/<#(\d{1,20})>/y, ([id = '']) => ({ kind: 'channel', id })],
  [/<\/([^:>\n]{1,100}):(\d{1,20})>/y, ([name = '', id = '']) => ({ kind: 'command', name, id })],
  [/<a?:(\w{2,32}):(\d{1,20})>/y, ([name = '', id = '']) => ({ kind: 'emoji', name, id })],
  [/<(https?:\/\/[^\s<>]+)>/y, ([url = '']) => bare(url)],
  [
    /\[((?:\\.|[^\]\\\n])+)\]\(<?(https?:\/\/[^\s()<>]+)>?\)/y,
    ([words = '', url = ''], depth) =>
      // Words that look like an address of their own could lead astray: Discord shows them as typed.
      /https?:\/\/|\bwww\./i.test(words) || !URL.canParse(url)
        ? undefined
        : { kind: 'link', url, inside: parseInline(words, depth + 1) },
  ],
  [/https?:\/\/[^\s<>]*[^\s<>.,:;"'\])}!?*_~|]/y, ([url = '']) => bare(url)],
  [/@(?:everyone|here)\b/y, ([text = '']) => ({ kind: 'everyone', text })],
  [/\*\*(?=\S)([\s\S]*?\S)\*\*(?!\*)/y, around('bold')],
  [/__(?=\S)([\s\S]*?\S)__(?!_)/y, around('underline')],
  [/~~(?=\S)([\s\S]*?\S)~~/y, around('strike')],
  [/\|\|([\s\S]+?)\|\|/y, around('spoiler')],
  [/\*(?=[^\s*])((?:\*\*|[^*])*?[^\s*])\*(?!\*)/y, around('italic')],
  [/(?<!\w)_(?=[^\s_])((?:__|[^_])*?[^\s_])_(?!\w)/y, around('italic')],
];

function pieceAt(text: string, at: number, depth: number): Found | undefined {
  if (!/[\\`<[h@*_~|]/.test(text[at] ?? '')) return undefined;
  for (const [pattern, read] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    // A rule without groups speaks of the whole of it.
    const groups = match.length === 1 ? [match[0]] : match.slice(1).map((group) => group ?? '');
    const piece = read(groups, depth);
    if (piece !== undefined) return { piece, length: match[0].length };
  }
  return undefined;
}

function bare(url: string): Inline | undefined {
  return URL.canParse(url)
    ? { kind: 'link', url, inside: [{ kind: 'text', text: url }] }
    : undefined;
}
