import { optionType, put } from './command-draft.js';
import type { CommandEditor } from './command-editor.js';
import { hold, refusalOf } from './held-file.js';

/** Puts files into the command that stands in the box, however they come. */
export class CommandFiles {
  readonly #editor: CommandEditor;

  constructor(editor: CommandEditor) {
    this.#editor = editor;
  }

  /** Takes one of the files that are there for whoever has none at hand. */
  async takeSample(option: string, name: string, place: number): Promise<void> {
    const response = await fetch(`/samples/${place}`);
    const type = response.headers.get('content-type') ?? '';
    await this.#placeFile(new File([await response.blob()], name, { type }), option);
  }

  /** Takes a file that was dropped on the box. */
  dropped(event: DragEvent): void {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.#placeFile(file);
  }

  /** Takes a file that was pasted. */
  pasted(event: ClipboardEvent): void {
    const file = event.clipboardData?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void this.#placeFile(file);
  }

  /** Takes a file that was chosen for an option. */
  chosen(option: string, event: Event): void {
    const { target } = event;
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file !== undefined) void this.#placeFile(file, option);
  }

  /** Writes a message of a file alone: a command in its menu may want it. */
  async #say(file: File): Promise<void> {
    const editor = this.#editor;
    const { name, contentType, base64 } = await hold(file);
    const problem = refusalOf(file) ?? (await editor.store.say({ name, contentType, base64 }));
    editor.change(() => {
      editor.problem = problem ?? '';
    });
  }

  /** Puts a file into an option: the named one, the one with the focus, or the first that takes files. */
  async #placeFile(file: File, into?: string): Promise<void> {
    const editor = this.#editor;
    const takers = editor.draft?.command.options.filter(
      ({ type }) => type === optionType.attachment,
    );
    const option =
      takers?.find(({ name }) => name === (into ?? editor.at)) ??
      takers?.find(({ name }) => !editor.draft?.options.some((o) => o.name === name && o.file)) ??
      takers?.[0];
    if (editor.draft === undefined && editor.store.entry?.messageCommands.length) {
      return this.#say(file);
    }
    if (option === undefined) {
      const command = editor.draft?.command.name;
      editor.change(() => {
        editor.problem =
          command === undefined
            ? 'A file goes with a command. Type / and choose one that takes a file, then drop it again.'
            : `${command} takes no file.`;
      });
      return;
    }
    const refusal = refusalOf(file);
    if (refusal !== undefined) {
      editor.change(() => {
        editor.problem = refusal;
      });
      return;
    }
    const held = await hold(file);
    editor.change(() => {
      if (editor.draft === undefined) return;
      editor.draft = put(editor.draft, {
        name: option.name,
        text: file.name,
        file: held,
      });
      editor.problem = '';
      editor.moveOn();
    });
  }
}
