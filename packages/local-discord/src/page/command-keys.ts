import { listId } from './choice-list.js';
import { type CommandEditor, textId } from './command-editor.js';
import { linesOf } from './command-suggestions.js';

/**
 * Does what a key does in the box: moves through the list, takes a line, sends, goes back.
 *
 * @param send sends what stands in the box.
 */
export function pressKey(event: KeyboardEvent, editor: CommandEditor, send: () => void): void {
  if (event.isComposing) return;
  const lines = linesOf(editor);
  const marked = lines[editor.marked];
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      if (lines.length === 0) {
        if (!editor.listOpen) editor.change(() => (editor.listOpen = true));
        return;
      }
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = editor.marked < 0 && step < 0 ? 0 : editor.marked;
      editor.change(() => {
        editor.marked = (from + step + lines.length) % lines.length;
      });
      document.getElementById(`${listId}-${editor.marked}`)?.scrollIntoView({ block: 'nearest' });
      return;
    }
    case 'Enter':
      event.preventDefault();
      if (marked !== undefined && !isSettled(event, editor)) marked.take();
      else send();
      return;
    case 'Tab':
      // Tab takes the marked line, as at Discord; where none is, it goes on to the next field.
      if (event.shiftKey || marked === undefined || isSettled(event, editor)) return;
      event.preventDefault();
      marked.take();
      return;
    case 'Escape':
      pressEscape(event, editor, lines.length > 0);
      return;
    case 'Backspace':
      pressBackspace(event, editor);
      return;
    default:
  }
}

/** An optional field that was left empty needs no choice to be left. */
function isSettled(event: KeyboardEvent, editor: CommandEditor): boolean {
  const option = editor.option;
  if (option === undefined || event.key !== 'Tab' || option.required === true) return false;
  return editor.draft?.options.find(({ name }) => name === option.name)?.text === '';
}

function pressEscape(event: KeyboardEvent, editor: CommandEditor, listWasOpen: boolean): void {
  if (listWasOpen) {
    event.preventDefault();
    editor.change(() => {
      editor.listOpen = false;
    });
  } else if (editor.draft !== undefined) {
    event.preventDefault();
    editor.change(() => {
      editor.reset();
      editor.focusOn(textId);
    });
  }
}

function pressBackspace(event: KeyboardEvent, editor: CommandEditor): void {
  const draft = editor.draft;
  const { target } = event;
  const empty = target instanceof HTMLInputElement && target.value === '';
  if (draft === undefined || !empty) return;
  event.preventDefault();
  editor.goBack(draft);
}
