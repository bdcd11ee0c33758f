import { load } from 'js-yaml';
import { z } from 'zod';
import { childrenOf, parseProgram, type SyntaxNode, textOf } from './syntax.js';

/** How a sentence names the bot, in its own voice too. */
const BOT = /\b(?:Keepsake|(?:this|the) bot|I|my|me)\b|\*\*Here\*\*|(?<!\w)`\/\w+/i;

/** The words by which a sentence is taken for one that may promise something. */
const PROMISING = new RegExp(
  [
    'never|always|nothing|nobody|nowhere|none|everything|everybody|everyone|anybody|whoever',
    'only|alone|solely|exactly|once|anew|every|all of|at most|at least|no more than|in full',
    'at once|by itself|forever|any more|until|within|as long as|meanwhile',
    'los(?:e|es|ing|t)|delet\\w*|surviv\\w*|forg[eo]t\\w*|remember\\w*|undo(?:es|ne)?|promis\\w*',
    'keep|keeps|kept|store|stores|stored|sees|seen by|shown to|sent to|private',
    '(?:\\d+|one|two|three|a few) (?:seconds?|minutes?|hours?|days?|weeks?)|a day',
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join('|'),
  'i',
);

/**
 * Whether a sentence sounds like a promise: somebody then has to say whether it is one. A question
 * doesn't, and neither do one or two words, as on a button.
 */
export function soundsLikePromise(sentence: string): boolean {
  return PROMISING.test(sentence) && sentence.split(' ').length > 2 && !sentence.endsWith('?');
}

/** The sentences of a document by its kind: a page, an entry of the content, or words of a program. */
export function sentencesOf(path: string, text: string): string[] {
  if (path.endsWith('.ts')) return programSentences(text);
  return path.startsWith('content/') ? entrySentences(text) : markdownSentences(text);
}

/**
 * The sentences of a Markdown page, with white space made one. A row of a table is one of them;
 * headings, code blocks, comments and the head of a file are none.
 */
export function markdownSentences(markdown: string): string[] {
  const prose = markdown
    .replace(HEAD, '')
    .replace(/^ *```.*?^ *```/gms, '')
    .replace(/<!--.*?-->/gs, '');
  const blocks: string[] = [''];
  for (const line of prose.split('\n')) {
    if (/^\s*$|^#+ |^\s*\|[\s|:-]+\|\s*$/.test(line)) blocks.push('');
    else if (/^\s*(?:[-*]|\d+\.) |^\s*\|/.test(line)) blocks.push(line);
    else blocks.push(`${blocks.pop() ?? ''}\n${line}`);
  }
  return blocks.flatMap((block) => {
    const text = oneLine(block.replace(/^\s*(?:[-*]|\d+\.) /, ''));
    return text.startsWith('|') ? [text] : splitSentences(text);
  });
}

const HEAD = /^---\n([\s\S]*?)\n---\n/;
const headOfEntry = z.looseObject({ topics: z.array(z.string()).default([]) });
const NO_SENTENCES = ['id', 'question', 'title'];

/** Of an answer about the bot all sentences, of any other file those that speak of the bot. */
function entrySentences(file: string): string[] {
  const head = headOfEntry.parse(load(HEAD.exec(file)?.[1] ?? '{}'));
  const fields = Object.entries(head).flatMap(([key, value]) =>
    typeof value === 'string' && !NO_SENTENCES.includes(key) ? splitSentences(value) : [],
  );
  const all = [...fields, ...markdownSentences(file)];
  return head.topics.includes('keepsake') ? all : all.filter((sentence) => BOT.test(sentence));
}

/** What stands in quotation marks, with … for what is filled in. */
function programSentences(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'ImportDeclaration' || /^TS.*(?<!Expression)$/.test(node.type)) return;
    texts.push(...[textOf(node, '…')].filter((text) => text !== undefined));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parseProgram(source));
  return texts
    .flatMap((text) => text.split(/\n{2,}|\n(?=\S)/))
    .flatMap((paragraph) => splitSentences(oneLine(paragraph)));
}

function splitSentences(paragraph: string): string[] {
  return paragraph
    .split(/(?<=[.!?…][)”"*`]*)\s+(?=[(“"*`/[]*[\p{Lu}\d…`/])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
