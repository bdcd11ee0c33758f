import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { encodingOf } from './lib/decode-text.js';
import type { Problem } from './lib/problem.js';

/** What stands in a `.env` file, and what of it can't be used. */
export interface EnvFile {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** Keys of which it isn't known what the file says, if anything. */
  readonly unsure: readonly string[];
}

/** What no key and no value holds, and what pages, chats and word processors leave when copied. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** A value between the quotes of a word processor. */
const CURLY_QUOTES = /^([^=]*=\s*)[“”„‟«»‘’‚‛]([^"'“”„‟«»‘’‚‛]*)[“”‟«»‘’‛]\s*$/;

/** What stands for a letter that isn't in the file's encoding. */
const NO_LETTER = '\ufffd';

/**
 * Reads a `.env` file as editors on all systems write it: UTF-8 or UTF-16 (as PowerShell's `>` does),
 * with quotes of a word processor and characters nobody sees. There need not be one.
 *
 * @param keys that mean something: each of them may stand there once. No value is part of a problem.
 */
export function readEnvFile(path: string, keys: readonly string[]): EnvFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { values: {}, problems: [], unsure: [] };
    const problem = {
      problem: `.env is there but can’t be read: ${code ?? error}.`,
      mend: 'Let it be a file that this user may read, or remove it if all settings come from the environment.',
    };
    return { values: {}, problems: [problem], unsure: keys };
  }
  const lines = new TextDecoder(encodingOf(bytes))
    .decode(bytes)
    .replace(INVISIBLE, '')
    .replaceAll('\u00a0', ' ')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(CURLY_QUOTES, "$1'$2'"));
  const values = parse(lines.join('\n'));
  const garbled = keys.filter((key) => values[key]?.includes(NO_LETTER));
  // The last of two would hold, which need not be the one that was meant.
  const doubled = keys.filter(
    (key) => new Set(lines.flatMap((line) => parse(line)[key] ?? [])).size > 1,
  );
  const problems = [
    ...garbled.map((key) => ({
      problem: `${key} in .env holds a letter that can’t be read.`,
      mend: 'Save the file as UTF-8.',
    })),
    ...doubled.map((key) => ({
      problem: `${key} stands more than once in .env, with different values.`,
      mend: 'Leave the line that is right, and remove the others.',
    })),
  ];
  return { values, problems, unsure: [...garbled, ...doubled] };
}
