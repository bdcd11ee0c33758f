import { filesOf, missing, valuesOf } from './command-draft.js';
import { type CommandEditor, fieldId, textId } from './command-editor.js';
import { check } from './requests.js';

/** Sends the command that stands in the box. */
export class CommandSender {
  readonly #editor: CommandEditor;
  #sending = false;

  constructor(editor: CommandEditor) {
    this.#editor = editor;
  }

  /** Whether a command is being looked at before it goes. */
  get sending(): boolean {
    return this.#sending;
  }

  /** Looks whether what was filled in can be sent. */
  async look(): Promise<void> {
    const editor = this.#editor;
    const draft = editor.draft;
    if (draft === undefined) return;
    const wrong = await check(editor.store.place, {
      name: draft.command.name,
      values: valuesOf(draft),
    });
    if (editor.draft !== draft) return;
    editor.change(() => {
      editor.wrong = wrong;
    });
  }

  /** Sends it, or says why it can’t be sent. */
  async send(): Promise<void> {
    const editor = this.#editor;
    const draft = editor.draft;
    if (this.#sending) return;
    if (draft === undefined) {
      editor.change(() => {
        if (editor.text.trim() === '') return;
        editor.problem = editor.text.startsWith('/')
          ? `There is no command ${editor.text.trim()} that ${editor.store.member?.name} may use here.`
          : 'Only commands are sent from here. Type / to see them.';
      });
      return;
    }
    const [absent] = missing(draft);
    if (absent !== undefined) {
      editor.change(() => {
        editor.problem = `${absent} is required.`;
        editor.focusOn(fieldId(absent));
      });
      return;
    }
    if (editor.text.trim() !== '') {
      editor.change(() => {
        editor.problem = `"${editor.text.trim()}" belongs to no option of ${draft.command.name}.`;
      });
      return;
    }
    this.#sending = true;
    await this.look();
    this.#sending = false;
    const [wrong] = Object.keys(editor.wrong);
    if (wrong !== undefined) {
      editor.change(() => editor.focusOn(fieldId(wrong)));
      return;
    }
    editor.change(() => {
      editor.reset();
      editor.focusOn(textId);
    });
    const { name } = draft.command;
    const problem = await editor.store.sendCommand({
      kind: 'command',
      name,
      values: valuesOf(draft),
      files: filesOf(draft),
    });
    if (problem === undefined) return;
    editor.change(() => {
      // What couldn't be sent stands in the box again, unless something else was begun.
      if (editor.draft === undefined && editor.text === '') editor.draft = draft;
      editor.problem = problem;
    });
  }
}
