import { setImmediate as turn } from 'node:timers/promises';
import type { Topic } from './entries.js';
import type { Finder, Found } from './search.js';
import { fold } from './words.js';

/** What is found in one language, built when it is first needed. */
export class Index {
  readonly #begin: () => Generator<undefined, Finder>;
  readonly #wordings: () => readonly string[];
  readonly #isOwnScript: (text: string) => boolean;
  #steps: Generator<undefined, Finder> | undefined;
  #preparing: Promise<void> | undefined;
  #finder: Finder | undefined;
  #words: ReadonlySet<string> | undefined;

  /**
   * @param begin makes the finder, a step at a time.
   * @param wordings all ways to ask in this language.
   * @param isOwnScript whether a text is written as only this language is, where one can tell.
   */
  constructor(
    begin: () => Generator<undefined, Finder>,
    wordings: () => readonly string[],
    isOwnScript: (text: string) => boolean = () => false,
  ) {
    this.#begin = begin;
    this.#wordings = wordings;
    this.#isOwnScript = isOwnScript;
  }

  /** Builds it, a step at each turn of the event loop, however many wait for it. */
  prepare(): Promise<void> {
    this.#preparing ??= this.#build();
    return this.#preparing;
  }

  /** Best first; it is built here if it wasn't before. */
  find(text: string, topic: Topic | undefined): Found[] {
    let finder = this.#step();
    while (finder === undefined) finder = this.#step();
    return finder(text, topic);
  }

  /** The share of the words of a text that somebody asks with in this language, 0 to 1. */
  shareKnown(text: string): number {
    if (this.#isOwnScript(text)) return 1;
    this.#words ??= new Set(this.#wordings().flatMap(wordsIn));
    const words = wordsIn(text);
    const known = words.filter((word) => this.#words?.has(word)).length;
    return words.length === 0 ? 0 : known / words.length;
  }

  async #build(): Promise<void> {
    while (this.#step() === undefined) await turn();
  }

  #step(): Finder | undefined {
    if (this.#finder !== undefined) return this.#finder;
    this.#steps ??= this.#begin();
    const step = this.#steps.next();
    if (step.done === true) this.#finder = step.value;
    return this.#finder;
  }
}

function wordsIn(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
