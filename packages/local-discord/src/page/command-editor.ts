import { BotSuggestions } from './bot-suggestions.js';
import {
  asksBot,
  begin,
  type Choice,
  type Draft,
  drop,
  missing,
  namesIn,
  put,
  readLine,
  spread,
} from './command-draft.js';
import type { CommandView, ValueOption } from './protocol.js';
import type { Store } from './store.js';

/** The id of the field for text. */
export const textId = 'box-text';

/** The id of an option's field. */
export function fieldId(option: string): string {
  return `box-option-${option}`;
}

/** What stands in the box, where the focus is, and what typing and choosing make of it. */
export class CommandEditor {
  readonly store: Store;
  /** What the bot suggests for the option with the focus. */
  readonly suggested: BotSuggestions;
  /** What was typed while no command is chosen, and behind the options once one is. */
  text = '';
  draft: Draft | undefined;
  /** The name of the option whose field has the focus; undefined for the text. */
  at: string | undefined;
  focused = false;
  listOpen = true;
  /** Which line of the list is marked; below zero none. */
  marked = 0;
  /** What is wrong with the options, by their names. */
  wrong: Readonly<Record<string, string>> = {};
  /** What is wrong with all of it. */
  problem = '';
  #focusNext: string | undefined;

  constructor(store: Store) {
    this.store = store;
    this.suggested = new BotSuggestions(store);
  }

  /** Puts the focus where it belongs once the page shows it. */
  afterRender(): void {
    if (this.#focusNext === undefined) return;
    const element = document.getElementById(this.#focusNext);
    this.#focusNext = undefined;
    if (element === null) return;
    element.focus();
    if (element instanceof HTMLInputElement && element.type === 'text') {
      element.setSelectionRange(element.value.length, element.value.length);
    }
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Empties the box, as on entering another channel. */
  reset(): void {
    this.draft = undefined;
    this.text = '';
    this.at = undefined;
    this.wrong = {};
    this.problem = '';
    this.suggested.reset();
    this.marked = 0;
  }

  /** Puts a whole command in, as if it had been typed, and leaves it to be sent. */
  put(line: string): void {
    this.change(() => {
      this.reset();
      const draft = readLine(this.store.entry?.commands ?? [], `${line} `);
      if (draft === undefined) this.text = line;
      else this.draft = draft;
      this.focusOn(textId);
    });
  }

  /** The option whose field has the focus; undefined for the text. */
  get option(): ValueOption | undefined {
    return this.draft?.command.options.find(({ name }) => name === this.at);
  }

  /** What is wrong, in a sentence; empty where nothing is. */
  sentence(): string {
    if (this.problem !== '') return this.problem;
    const here = this.at === undefined ? undefined : this.wrong[this.at];
    return here ?? Object.values(this.wrong)[0] ?? '';
  }

  /** Changes something and shows it. */
  change(work: () => void): void {
    this.store.change(work);
  }

  /** The focus has come to an option, or to the text. */
  enter(option: string | undefined): void {
    this.change(() => {
      if (this.at !== option || !this.focused) this.marked = this.#firstMark(option);
      this.at = option;
      this.listOpen = true;
      this.focused = true;
    });
    const entered = this.option;
    if (entered !== undefined && asksBot(entered)) this.#ask(entered);
  }

  // With nothing typed, Enter behind the options sends: no line is marked by itself there.
  #firstMark(option: string | undefined): number {
    return option === undefined && this.draft !== undefined && this.text === '' ? -1 : 0;
  }

  /** Takes what is now in the text: the beginning of a command, or of an option. */
  typeText(text: string): void {
    this.change(() => {
      this.text = text;
      this.problem = '';
      this.listOpen = true;
      this.marked = this.#firstMark(undefined);
      if (this.draft === undefined) {
        const draft = readLine(this.store.entry?.commands ?? [], text);
        if (draft !== undefined) this.#start(draft);
        return;
      }
      const { draft, before } = spread(this.draft, text);
      if (draft === this.draft) return;
      this.draft = draft;
      this.text = before;
      this.focusOn(fieldId(draft.options.at(-1)?.name ?? ''));
    });
  }

  /** Takes what is now in the field of an option. */
  typeValue(option: ValueOption, text: string): void {
    this.change(() => {
      if (this.draft === undefined) return;
      this.problem = '';
      this.wrong = without(this.wrong, option.name);
      this.listOpen = true;
      this.marked = 0;
      // Typing the name of another option and a colon moves on to it, as at Discord.
      const moved = spread(this.draft, ` ${text}`);
      const names = moved.draft === this.draft ? [] : namesIn(this.draft, text);
      const next = names.at(-1);
      if (next !== undefined && next !== option.name) {
        this.draft = put(moved.draft, { name: option.name, text: moved.before });
        this.focusOn(fieldId(next));
        return;
      }
      this.draft = put(this.draft, { name: option.name, text });
    });
    if (asksBot(option)) this.#ask(option);
  }

  /** Begins a command. */
  choose(command: CommandView): void {
    this.change(() => this.#start(begin(command)));
  }

  #start(draft: Draft): void {
    this.draft = draft;
    this.text = '';
    this.wrong = {};
    this.problem = '';
    this.marked = -1;
    const first = missing(draft)[0] ?? draft.options.at(-1)?.name;
    this.focusOn(first === undefined ? textId : fieldId(first));
  }

  /** Adds an option that the command can have, still empty. */
  takeUp(name: string): void {
    this.change(() => {
      if (this.draft === undefined) return;
      this.draft = put(this.draft, { name, text: '' });
      this.text = '';
      this.focusOn(fieldId(name));
    });
  }

  /** Puts a choice into an option. */
  takeChoice(option: ValueOption, choice: Choice): void {
    this.change(() => {
      if (this.draft === undefined) return;
      this.draft = put(this.draft, { name: option.name, text: choice.name, value: choice.value });
      this.wrong = without(this.wrong, option.name);
      this.moveOn();
    });
  }

  /** Goes to the first required option that is empty, or behind them all. */
  moveOn(): void {
    if (this.draft === undefined) return;
    const next = missing(this.draft)[0];
    this.focusOn(next === undefined ? textId : fieldId(next));
  }

  /** Puts the focus on an element once the page shows it. */
  focusOn(id: string): void {
    this.#focusNext = id;
  }

  /** Goes from an empty field to the one before it, and takes the field away where it is optional. */
  goBack(draft: Draft): void {
    this.change(() => {
      const index = draft.options.findIndex(({ name }) => name === this.at);
      const before = draft.options[(index < 0 ? draft.options.length : index) - 1];
      const option = this.option;
      if (option !== undefined && option.required !== true) this.draft = drop(draft, option.name);
      if (before === undefined) {
        const { name } = draft.command;
        this.reset();
        this.text = name;
        this.focusOn(textId);
      } else {
        this.focusOn(fieldId(before.name));
      }
    });
  }

  #ask({ name }: ValueOption): void {
    this.suggested.ask(
      name,
      () => this.draft,
      () => {
        this.marked = 0;
      },
    );
  }
}

function without(
  wrong: Readonly<Record<string, string>>,
  name: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(wrong).filter(([key]) => key !== name));
}
