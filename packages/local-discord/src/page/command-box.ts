import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { BotSuggestions } from './bot-suggestions.js';
import { choiceList, listId, type Suggestion } from './choice-list.js';
import {
  asksBot,
  begin,
  type Choice,
  choicesFor,
  type Draft,
  drop,
  type Filled,
  filesOf,
  fitting,
  missing,
  namesIn,
  optionType,
  put,
  readLine,
  remaining,
  spread,
  valuesOf,
} from './command-draft.js';
import { hold, refusalOf } from './held-file.js';
import { sendIcon } from './icons.js';
import type { CommandView, ValueOption } from './protocol.js';
import { check } from './requests.js';
import type { Store } from './store.js';

const textId = 'box-text';

/**
 * The box commands are typed in, as Discord's: a slash lists the commands, a chosen command shows
 * its options as fields of their own.
 */
export class CommandBox {
  readonly #store: Store;
  /** What was typed while no command is chosen, and behind the options once one is. */
  #text = '';
  #draft: Draft | undefined;
  /** The option whose field has the focus; undefined for the text. */
  #at: string | undefined;
  #focused = false;
  #listOpen = true;
  /** Which line of the list is marked; below zero none. */
  #marked = 0;
  readonly #suggested: BotSuggestions;
  #wrong: Readonly<Record<string, string>> = {};
  #problem = '';
  #focusNext: string | undefined;
  #sending = false;

  constructor(store: Store) {
    this.#store = store;
    this.#suggested = new BotSuggestions(store);
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
    this.#draft = undefined;
    this.#text = '';
    this.#at = undefined;
    this.#wrong = {};
    this.#problem = '';
    this.#suggested.reset();
    this.#marked = 0;
  }

  /** Puts a whole command in, as if it had been typed, and leaves it to be sent. */
  put(line: string): void {
    this.#change(() => {
      this.reset();
      const draft = readLine(this.#store.entry?.commands ?? [], `${line} `);
      if (draft === undefined) this.#text = line;
      else this.#draft = draft;
      this.#focusOn(textId);
    });
  }

  view(): TemplateResult {
    const { channelName } = this.#store;
    return html`<div
      class="box"
      @focusin=${() => this.#change(() => (this.#focused = true))}
      @focusout=${(event: FocusEvent) => this.#left(event)}
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => this.#dropped(event)}
      @paste=${(event: ClipboardEvent) => this.#pasted(event)}
    >
      ${this.#listView()}
      <p class="box-problem" role="alert">${this.#sentence()}</p>
      <div
        class="box-line"
        role="group"
        aria-label=${this.#draft === undefined ? `Message #${channelName}` : this.#draft.command.name}
      >
        ${this.#draft === undefined ? nothing : this.#draftView(this.#draft)} ${this.#textView()}
        <button
          type="button"
          class="box-send"
          aria-label="Send"
          ?disabled=${this.#draft === undefined || this.#sending}
          @click=${() => void this.#send()}
        >
          ${sendIcon}
        </button>
      </div>
    </div>`;
  }

  #textView(): TemplateResult {
    const { channelName } = this.#store;
    const draft = this.#draft;
    const left = draft === undefined ? 0 : remaining(draft).length;
    const more = left === 0 ? '' : `+${left} optional`;
    const placeholder = draft === undefined ? `Message #${channelName}: type / for commands` : more;
    const open = this.#open && this.#at === undefined;
    return html`<input
      id=${textId}
      class=${draft === undefined ? 'box-text' : 'box-text box-more'}
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck="false"
      aria-label=${draft === undefined ? `Message #${channelName}` : 'Further options'}
      aria-autocomplete="list"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? listId : nothing}
      aria-activedescendant=${open && this.#marked >= 0 ? `${listId}-${this.#marked}` : nothing}
      placeholder=${placeholder}
      .value=${live(this.#text)}
      @focus=${() => this.#enter(undefined)}
      @input=${(event: Event) => this.#typedText(typedIn(event))}
      @keydown=${(event: KeyboardEvent) => this.#key(event)}
    />`;
  }

  #draftView(draft: Draft): TemplateResult {
    return html`<span class="box-command">${draft.command.name}</span>
      ${draft.options.map((filled) => this.#fieldView(draft, filled))}`;
  }

  #fieldView(draft: Draft, filled: Filled): TemplateResult | typeof nothing {
    const option = draft.command.options.find(({ name }) => name === filled.name);
    if (option === undefined) return nothing;
    const id = fieldId(option.name);
    const wrong = this.#wrong[option.name] !== undefined;
    const required = option.required === true;
    const state = wrong ? ' is-wrong' : '';
    const here = this.#at === option.name ? ' is-here' : '';
    const label = html`<label for=${id}>${option.name}</label>`;
    if (option.type === optionType.attachment) {
      return html`<span class=${`pill${state}${here}`}>
        ${label}
        <input
          id=${id}
          type="file"
          aria-required=${required ? 'true' : 'false'}
          @focus=${() => this.#enter(option.name)}
          @change=${(event: Event) => this.#choseFile(option.name, event)}
          @keydown=${(event: KeyboardEvent) => this.#key(event)}
        />
        ${filled.file === undefined ? nothing : html`<span class="pill-file">${filled.file.name}</span>`}
        ${filled.file === undefined ? this.#samplesView(option.name) : nothing}
      </span>`;
    }
    const lists = asksBot(option) || this.#choices(option, '') !== undefined;
    const open = lists && this.#open && this.#at === option.name;
    return html`<span class=${`pill${state}${here}`}>
      ${label}
      <input
        id=${id}
        type="text"
        autocomplete="off"
        spellcheck="false"
        size=${Math.max(filled.text.length, 2)}
        role=${lists ? 'combobox' : nothing}
        aria-autocomplete=${lists ? 'list' : nothing}
        aria-expanded=${lists ? String(open) : nothing}
        aria-controls=${open ? listId : nothing}
        aria-activedescendant=${open && this.#marked >= 0 ? `${listId}-${this.#marked}` : nothing}
        aria-describedby="box-about"
        aria-required=${required ? 'true' : 'false'}
        aria-invalid=${wrong ? 'true' : 'false'}
        .value=${live(filled.text)}
        @focus=${() => this.#enter(option.name)}
        @blur=${() => void this.#look()}
        @input=${(event: Event) => this.#typedValue(option, typedIn(event))}
        @keydown=${(event: KeyboardEvent) => this.#key(event)}
      />
    </span>`;
  }

  #listView(): TemplateResult | typeof nothing {
    if (!this.#focused) return nothing;
    const option = this.#option;
    return choiceList({
      name: this.#listName(),
      option,
      sentence:
        option !== undefined && asksBot(option) ? this.#suggested.sentenceFor(option.name) : '',
      lines: this.#open ? this.#suggestions() : [],
      marked: this.#marked,
    });
  }

  #listName(): string {
    if (this.#draft === undefined) return 'Commands';
    return this.#at === undefined ? 'Further options' : `Choices for ${this.#at}`;
  }

  get #open(): boolean {
    return this.#listOpen && this.#focused && this.#suggestions().length > 0;
  }

  get #option(): ValueOption | undefined {
    return this.#draft?.command.options.find(({ name }) => name === this.#at);
  }

  #suggestions(): Suggestion[] {
    const draft = this.#draft;
    if (draft === undefined) {
      if (!this.#text.startsWith('/')) return [];
      return fitting(this.#store.entry?.commands ?? [], this.#text).map((command) => ({
        words: command.name,
        about: command.description,
        take: () => this.#choose(command),
      }));
    }
    const option = this.#option;
    if (option === undefined) {
      const words = this.#text.trim().toLowerCase();
      return remaining(draft)
        .filter(({ name }) => name.includes(words))
        .map((one) => ({
          words: one.name,
          about: one.description,
          ...(one.required === true ? { mark: 'required' } : {}),
          take: () => this.#takeUp(one.name),
        }));
    }
    const filled = draft.options.find(({ name }) => name === option.name);
    if (filled?.value !== undefined) return [];
    const choices = this.#choices(option, filled?.text ?? '') ?? [];
    return choices.map((choice) => ({
      words: choice.name,
      about: '',
      take: () => this.#takeChoice(option, choice),
    }));
  }

  #choices(option: ValueOption, typed: string): readonly Choice[] | undefined {
    if (asksBot(option)) return this.#suggested.choicesFor(option.name);
    const { server } = this.#store;
    return server === undefined ? undefined : choicesFor(option, typed, server);
  }

  #sentence(): string {
    if (this.#problem !== '') return this.#problem;
    const here = this.#at === undefined ? undefined : this.#wrong[this.#at];
    return here ?? Object.values(this.#wrong)[0] ?? '';
  }

  #change(work: () => void): void {
    this.#store.change(work);
  }

  #enter(option: string | undefined): void {
    this.#change(() => {
      if (this.#at !== option || !this.#focused) this.#marked = this.#firstMark(option);
      this.#at = option;
      this.#listOpen = true;
      this.#focused = true;
    });
    const entered = this.#option;
    if (entered !== undefined && asksBot(entered)) this.#ask(entered);
  }

  // With nothing typed, Enter behind the options sends: no line is marked by itself there.
  #firstMark(option: string | undefined): number {
    return option === undefined && this.#draft !== undefined && this.#text === '' ? -1 : 0;
  }

  #left(event: FocusEvent): void {
    const { currentTarget, relatedTarget } = event;
    if (
      currentTarget instanceof Element &&
      relatedTarget instanceof Node &&
      currentTarget.contains(relatedTarget)
    ) {
      return;
    }
    this.#change(() => {
      this.#focused = false;
    });
  }

  #typedText(text: string): void {
    this.#change(() => {
      this.#text = text;
      this.#problem = '';
      this.#listOpen = true;
      this.#marked = this.#firstMark(undefined);
      if (this.#draft === undefined) {
        const draft = readLine(this.#store.entry?.commands ?? [], text);
        if (draft !== undefined) this.#start(draft);
        return;
      }
      const { draft, before } = spread(this.#draft, text);
      if (draft === this.#draft) return;
      this.#draft = draft;
      this.#text = before;
      this.#focusOn(fieldId(draft.options.at(-1)?.name ?? ''));
    });
  }

  #typedValue(option: ValueOption, text: string): void {
    this.#change(() => {
      if (this.#draft === undefined) return;
      this.#problem = '';
      this.#wrong = without(this.#wrong, option.name);
      this.#listOpen = true;
      this.#marked = 0;
      // Typing the name of another option and a colon moves on to it, as at Discord.
      const moved = spread(this.#draft, ` ${text}`);
      const names = moved.draft === this.#draft ? [] : namesIn(this.#draft, text);
      const next = names.at(-1);
      if (next !== undefined && next !== option.name) {
        this.#draft = put(moved.draft, { name: option.name, text: moved.before });
        this.#focusOn(fieldId(next));
        return;
      }
      this.#draft = put(this.#draft, { name: option.name, text });
    });
    if (asksBot(option)) this.#ask(option);
  }

  #choose(command: CommandView): void {
    this.#change(() => this.#start(begin(command)));
  }

  #start(draft: Draft): void {
    this.#draft = draft;
    this.#text = '';
    this.#wrong = {};
    this.#problem = '';
    this.#marked = -1;
    const first = missing(draft)[0] ?? draft.options.at(-1)?.name;
    this.#focusOn(first === undefined ? textId : fieldId(first));
  }

  #takeUp(name: string): void {
    this.#change(() => {
      if (this.#draft === undefined) return;
      this.#draft = put(this.#draft, { name, text: '' });
      this.#text = '';
      this.#focusOn(fieldId(name));
    });
  }

  #takeChoice(option: ValueOption, choice: Choice): void {
    this.#change(() => {
      if (this.#draft === undefined) return;
      this.#draft = put(this.#draft, { name: option.name, text: choice.name, value: choice.value });
      this.#wrong = without(this.#wrong, option.name);
      this.#moveOn();
    });
  }

  /** To the first required option that is empty, or behind them all. */
  #moveOn(): void {
    if (this.#draft === undefined) return;
    const next = missing(this.#draft)[0];
    this.#focusOn(next === undefined ? textId : fieldId(next));
  }

  #focusOn(id: string): void {
    this.#focusNext = id;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const lines = this.#open ? this.#suggestions() : [];
    const marked = lines[this.#marked];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (lines.length === 0) {
          if (!this.#listOpen) this.#change(() => (this.#listOpen = true));
          return;
        }
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const from = this.#marked < 0 && step < 0 ? 0 : this.#marked;
        this.#change(() => {
          this.#marked = (from + step + lines.length) % lines.length;
        });
        document.getElementById(`${listId}-${this.#marked}`)?.scrollIntoView({ block: 'nearest' });
        return;
      }
      case 'Enter':
        event.preventDefault();
        if (marked !== undefined && !this.#settled(event)) marked.take();
        else void this.#send();
        return;
      case 'Tab':
        // Tab takes the marked line, as at Discord; where none is, it goes on to the next field.
        if (event.shiftKey || marked === undefined || this.#settled(event)) return;
        event.preventDefault();
        marked.take();
        return;
      case 'Escape':
        this.#escape(event, lines.length > 0);
        return;
      case 'Backspace':
        this.#backspace(event);
        return;
      default:
    }
  }

  /** An optional field that was left empty needs no choice to be left. */
  #settled(event: KeyboardEvent): boolean {
    const option = this.#option;
    if (option === undefined || event.key !== 'Tab' || option.required === true) return false;
    return this.#draft?.options.find(({ name }) => name === option.name)?.text === '';
  }

  #escape(event: KeyboardEvent, listWasOpen: boolean): void {
    if (listWasOpen) {
      event.preventDefault();
      this.#change(() => {
        this.#listOpen = false;
      });
    } else if (this.#draft !== undefined) {
      event.preventDefault();
      this.#change(() => {
        this.reset();
        this.#focusOn(textId);
      });
    }
  }

  #backspace(event: KeyboardEvent): void {
    const draft = this.#draft;
    const { target } = event;
    const empty = target instanceof HTMLInputElement && target.value === '';
    if (draft === undefined || !empty) return;
    event.preventDefault();
    this.#change(() => {
      const index = draft.options.findIndex(({ name }) => name === this.#at);
      const before = draft.options[(index < 0 ? draft.options.length : index) - 1];
      const option = this.#option;
      if (option !== undefined && option.required !== true) this.#draft = drop(draft, option.name);
      if (before === undefined) {
        const { name } = draft.command;
        this.reset();
        this.#text = name;
        this.#focusOn(textId);
      } else {
        this.#focusOn(fieldId(before.name));
      }
    });
  }

  #ask({ name }: ValueOption): void {
    this.#suggested.ask(
      name,
      () => this.#draft,
      () => {
        this.#marked = 0;
      },
    );
  }

  /** Looks whether what was filled in can be sent. */
  async #look(): Promise<void> {
    const draft = this.#draft;
    if (draft === undefined) return;
    const wrong = await check(this.#store.place, {
      name: draft.command.name,
      values: valuesOf(draft),
    });
    if (this.#draft !== draft) return;
    this.#change(() => {
      this.#wrong = wrong;
    });
  }

  async #send(): Promise<void> {
    const draft = this.#draft;
    if (this.#sending) return;
    if (draft === undefined) {
      this.#change(() => {
        if (this.#text.trim() === '') return;
        this.#problem = this.#text.startsWith('/')
          ? `There is no command ${this.#text.trim()} that ${this.#store.member?.name} may use here.`
          : 'Only commands are sent from here. Type / to see them.';
      });
      return;
    }
    const [absent] = missing(draft);
    if (absent !== undefined) {
      this.#change(() => {
        this.#problem = `${absent} is required.`;
        this.#focusOn(fieldId(absent));
      });
      return;
    }
    if (this.#text.trim() !== '') {
      this.#change(() => {
        this.#problem = `"${this.#text.trim()}" belongs to no option of ${draft.command.name}.`;
      });
      return;
    }
    this.#sending = true;
    await this.#look();
    this.#sending = false;
    const [wrong] = Object.keys(this.#wrong);
    if (wrong !== undefined) {
      this.#change(() => this.#focusOn(fieldId(wrong)));
      return;
    }
    this.#change(() => {
      this.reset();
      this.#focusOn(textId);
    });
    const { name } = draft.command;
    const problem = await this.#store.sendCommand({
      kind: 'command',
      name,
      values: valuesOf(draft),
      files: filesOf(draft),
    });
    if (problem === undefined) return;
    this.#change(() => {
      // What couldn't be sent stands in the box again, unless something else was begun.
      if (this.#draft === undefined && this.#text === '') this.#draft = draft;
      this.#problem = problem;
    });
  }

  /** Files for whoever has none at hand. */
  #samplesView(option: string): TemplateResult {
    const samples = this.#store.entry?.samples ?? [];
    return html`${samples.map(
      (name, place) =>
        html`<button
          type="button"
          class="pill-sample"
          @click=${() => void this.#takeSample(option, name, place)}
        >
          ${name}
        </button>`,
    )}`;
  }

  async #takeSample(option: string, name: string, place: number): Promise<void> {
    const response = await fetch(`/samples/${place}`);
    const type = response.headers.get('content-type') ?? '';
    await this.#placeFile(new File([await response.blob()], name, { type }), option);
  }

  #dropped(event: DragEvent): void {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.#placeFile(file);
  }

  #pasted(event: ClipboardEvent): void {
    const file = event.clipboardData?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void this.#placeFile(file);
  }

  #choseFile(option: string, event: Event): void {
    const { target } = event;
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file !== undefined) void this.#placeFile(file, option);
  }

  /** Writes a message of a file alone: a command in its menu may want it. */
  async #say(file: File): Promise<void> {
    const { name, contentType, base64 } = await hold(file);
    const problem = refusalOf(file) ?? (await this.#store.say({ name, contentType, base64 }));
    this.#change(() => {
      this.#problem = problem ?? '';
    });
  }

  /** Puts a file into an option: the named one, the one with the focus, or the first that takes files. */
  async #placeFile(file: File, into?: string): Promise<void> {
    const takers = this.#draft?.command.options.filter(
      ({ type }) => type === optionType.attachment,
    );
    const option =
      takers?.find(({ name }) => name === (into ?? this.#at)) ??
      takers?.find(({ name }) => !this.#draft?.options.some((o) => o.name === name && o.file)) ??
      takers?.[0];
    if (this.#draft === undefined && this.#store.entry?.messageCommands.length) {
      return this.#say(file);
    }
    if (option === undefined) {
      const command = this.#draft?.command.name;
      this.#change(() => {
        this.#problem =
          command === undefined
            ? 'A file goes with a command. Type / and choose one that takes a file, then drop it again.'
            : `${command} takes no file.`;
      });
      return;
    }
    const refusal = refusalOf(file);
    if (refusal !== undefined) {
      this.#change(() => {
        this.#problem = refusal;
      });
      return;
    }
    const held = await hold(file);
    this.#change(() => {
      if (this.#draft === undefined) return;
      this.#draft = put(this.#draft, { name: option.name, text: file.name, file: held });
      this.#problem = '';
      this.#moveOn();
    });
  }
}

function fieldId(option: string): string {
  return `box-option-${option}`;
}

function typedIn(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : '';
}

function without(
  wrong: Readonly<Record<string, string>>,
  name: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(wrong).filter(([key]) => key !== name));
}
