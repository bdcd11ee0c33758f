import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { listId } from './choice-list.js';
import { asksBot, type Draft, type Filled, optionType, remaining } from './command-draft.js';
import { CommandEditor, fieldId, textId } from './command-editor.js';
import { CommandFiles } from './command-files.js';
import { pressKey } from './command-keys.js';
import { CommandSender } from './command-sender.js';
import { choicesOf, linesOf, suggestionList } from './command-suggestions.js';
import { sendIcon } from './icons.js';
import type { Store } from './store.js';

/**
 * The box commands are typed in, as Discord's: a slash lists the commands, a chosen command shows
 * its options as fields of their own.
 */
export class CommandBox {
  readonly #editor: CommandEditor;
  readonly #files: CommandFiles;
  readonly #sender: CommandSender;

  constructor(store: Store) {
    this.#editor = new CommandEditor(store);
    this.#files = new CommandFiles(this.#editor);
    this.#sender = new CommandSender(this.#editor);
  }

  /** Puts the focus where it belongs once the page shows it. */
  afterRender(): void {
    this.#editor.afterRender();
  }

  /** Empties the box, as on entering another channel. */
  reset(): void {
    this.#editor.reset();
  }

  /** Puts a whole command in, as if it had been typed, and leaves it to be sent. */
  put(line: string): void {
    this.#editor.put(line);
  }

  view(): TemplateResult {
    const editor = this.#editor;
    const { channelName } = editor.store;
    return html`<div
      class="box"
      @focusin=${() => editor.change(() => (editor.focused = true))}
      @focusout=${(event: FocusEvent) => this.#left(event)}
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => this.#files.dropped(event)}
      @paste=${(event: ClipboardEvent) => this.#files.pasted(event)}
    >
      ${suggestionList(editor)}
      <p class="box-problem" role="alert">${editor.sentence()}</p>
      <div
        class="box-line"
        role="group"
        aria-label=${editor.draft === undefined ? `Message #${channelName}` : editor.draft.command.name}
      >
        ${editor.draft === undefined ? nothing : this.#draftView(editor.draft)} ${this.#textView()}
        <button
          type="button"
          class="box-send"
          aria-label="Send"
          ?disabled=${editor.draft === undefined || this.#sender.sending}
          @click=${() => void this.#sender.send()}
        >
          ${sendIcon}
        </button>
      </div>
    </div>`;
  }

  #textView(): TemplateResult {
    const editor = this.#editor;
    const { channelName } = editor.store;
    const draft = editor.draft;
    const left = draft === undefined ? 0 : remaining(draft).length;
    const more = left === 0 ? '' : `+${left} optional`;
    const placeholder = draft === undefined ? `Message #${channelName}: type / for commands` : more;
    const open = linesOf(editor).length > 0 && editor.at === undefined;
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
      aria-activedescendant=${open && editor.marked >= 0 ? `${listId}-${editor.marked}` : nothing}
      placeholder=${placeholder}
      .value=${live(editor.text)}
      @focus=${() => editor.enter(undefined)}
      @input=${(event: Event) => editor.typeText(typedIn(event))}
      @keydown=${(event: KeyboardEvent) => this.#key(event)}
    />`;
  }

  #draftView(draft: Draft): TemplateResult {
    return html`<span class="box-command">${draft.command.name}</span>
      ${draft.options.map((filled) => this.#fieldView(draft, filled))}`;
  }

  #fieldView(draft: Draft, filled: Filled): TemplateResult | typeof nothing {
    const editor = this.#editor;
    const option = draft.command.options.find(({ name }) => name === filled.name);
    if (option === undefined) return nothing;
    const id = fieldId(option.name);
    const wrong = editor.wrong[option.name] !== undefined;
    const required = option.required === true;
    const state = wrong ? ' is-wrong' : '';
    const here = editor.at === option.name ? ' is-here' : '';
    const label = html`<label for=${id}>${option.name}</label>`;
    if (option.type === optionType.attachment) {
      return html`<span class=${`pill${state}${here}`}>
        ${label}
        <input
          id=${id}
          type="file"
          aria-required=${required ? 'true' : 'false'}
          @focus=${() => editor.enter(option.name)}
          @change=${(event: Event) => this.#files.chosen(option.name, event)}
          @keydown=${(event: KeyboardEvent) => this.#key(event)}
        />
        ${filled.file === undefined ? nothing : html`<span class="pill-file">${filled.file.name}</span>`}
        ${filled.file === undefined ? this.#samplesView(option.name) : nothing}
      </span>`;
    }
    const lists = asksBot(option) || choicesOf(editor, option, '') !== undefined;
    const open = lists && linesOf(editor).length > 0 && editor.at === option.name;
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
        aria-activedescendant=${open && editor.marked >= 0 ? `${listId}-${editor.marked}` : nothing}
        aria-describedby="box-about"
        aria-required=${required ? 'true' : 'false'}
        aria-invalid=${wrong ? 'true' : 'false'}
        .value=${live(filled.text)}
        @focus=${() => editor.enter(option.name)}
        @blur=${() => void this.#sender.look()}
        @input=${(event: Event) => editor.typeValue(option, typedIn(event))}
        @keydown=${(event: KeyboardEvent) => this.#key(event)}
      />
    </span>`;
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
    this.#editor.change(() => {
      this.#editor.focused = false;
    });
  }

  /** Files for whoever has none at hand. */
  #samplesView(option: string): TemplateResult {
    const samples = this.#editor.store.entry?.samples ?? [];
    return html`${samples.map(
      (name, place) =>
        html`<button
          type="button"
          class="pill-sample"
          @click=${() => void this.#files.takeSample(option, name, place)}
        >
          ${name}
        </button>`,
    )}`;
  }

  #key(event: KeyboardEvent): void {
    pressKey(event, this.#editor, () => void this.#sender.send());
  }
}

function typedIn(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : '';
}
