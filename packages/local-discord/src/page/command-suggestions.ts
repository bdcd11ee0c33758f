import { nothing, type TemplateResult } from 'lit';
import { choiceList, type Suggestion } from './choice-list.js';
import { asksBot, type Choice, choicesFor, fitting, remaining } from './command-draft.js';
import type { CommandEditor } from './command-editor.js';
import type { ValueOption } from './protocol.js';

/** The list above the box; nothing where nobody is at it. */
export function suggestionList(editor: CommandEditor): TemplateResult | typeof nothing {
  if (!editor.focused) return nothing;
  const option = editor.option;
  return choiceList({
    name: listName(editor),
    option,
    sentence:
      option !== undefined && asksBot(option) ? editor.suggested.sentenceFor(option.name) : '',
    lines: linesOf(editor),
    marked: editor.marked,
  });
}

function listName(editor: CommandEditor): string {
  if (editor.draft === undefined) return 'Commands';
  return editor.at === undefined ? 'Further options' : `Choices for ${editor.at}`;
}

/** The lines that are shown now; none while the list is closed. */
export function linesOf(editor: CommandEditor): Suggestion[] {
  return editor.listOpen && editor.focused ? suggestionsFor(editor) : [];
}

/** The lines of the list: commands, options of the one chosen, or choices of an option. */
function suggestionsFor(editor: CommandEditor): Suggestion[] {
  const draft = editor.draft;
  if (draft === undefined) {
    if (!editor.text.startsWith('/')) return [];
    return fitting(editor.store.entry?.commands ?? [], editor.text).map((command) => ({
      words: command.name,
      about: command.description,
      take: () => editor.choose(command),
    }));
  }
  const option = editor.option;
  if (option === undefined) {
    const words = editor.text.trim().toLowerCase();
    return remaining(draft)
      .filter(({ name }) => name.includes(words))
      .map((one) => ({
        words: one.name,
        about: one.description,
        ...(one.required === true ? { mark: 'required' } : {}),
        take: () => editor.takeUp(one.name),
      }));
  }
  const filled = draft.options.find(({ name }) => name === option.name);
  if (filled?.value !== undefined) return [];
  const choices = choicesOf(editor, option, filled?.text ?? '') ?? [];
  return choices.map((choice) => ({
    words: choice.name,
    about: '',
    take: () => editor.takeChoice(option, choice),
  }));
}

/** What the bot suggests for an option, or what it has to be one of; undefined for free ones. */
export function choicesOf(
  editor: CommandEditor,
  option: ValueOption,
  typed: string,
): readonly Choice[] | undefined {
  if (asksBot(option)) return editor.suggested.choicesFor(option.name);
  const { server } = editor.store;
  return server === undefined ? undefined : choicesFor(option, typed, server);
}
