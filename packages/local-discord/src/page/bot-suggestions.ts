import { type Choice, type Draft, valuesOf } from './command-draft.js';
import { suggest } from './requests.js';
import type { Store } from './store.js';

/** How long the keyboard rests before the bot is asked for suggestions, in milliseconds. */
const restMs = 150;

/** Where suggestions of the bot stand for the option that is being typed. */
interface Asked {
  readonly option: string;
  readonly state: 'waiting' | 'there' | 'failed';
  readonly choices: readonly Choice[];
}

/** What the bot suggests for an option while it is being typed. */
export class BotSuggestions {
  readonly #store: Store;
  #asked: Asked | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #number = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The newest suggestions for an option; none while there was no answer for it. */
  choicesFor(option: string): readonly Choice[] {
    return this.#asked?.option === option ? this.#asked.choices : [];
  }

  /** What is to be said of them in their place; nothing where they speak for themselves. */
  sentenceFor(option: string): string {
    if (this.#asked?.option !== option) return '';
    if (this.#asked.state === 'waiting') return 'Loading options…';
    if (this.#asked.state === 'failed') return 'Loading options failed';
    return this.#asked.choices.length === 0 ? 'No options match your search' : '';
  }

  /** Forgets what was suggested. */
  reset(): void {
    this.#asked = undefined;
  }

  /**
   * Asks once the keyboard rests.
   * @param draftNow the command as it will be then; undefined if there is none any more.
   * @param onAnswer called as the answer is taken over.
   */
  ask(option: string, draftNow: () => Draft | undefined, onAnswer: () => void): void {
    clearTimeout(this.#timer);
    this.#number += 1;
    const number = this.#number;
    this.#timer = setTimeout(() => void this.#askNow(option, draftNow(), number, onAnswer), restMs);
  }

  async #askNow(
    option: string,
    draft: Draft | undefined,
    number: number,
    onAnswer: () => void,
  ): Promise<void> {
    if (draft === undefined || draft.options.find(({ name }) => name === option)?.value) return;
    const before = this.choicesFor(option);
    this.#store.change(() => {
      this.#asked = { option, state: 'waiting', choices: before };
    });
    const reply = await suggest(this.#store.place, {
      name: draft.command.name,
      values: valuesOf(draft),
      option,
    });
    if (number !== this.#number) return;
    this.#store.change(() => {
      const choices = (reply?.choices ?? []).map(({ name, value }) => ({
        name,
        value: String(value),
      }));
      this.#asked = { option, state: reply === undefined ? 'failed' : 'there', choices };
      onAnswer();
    });
  }
}
