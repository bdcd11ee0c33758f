import { html, nothing, type TemplateResult } from 'lit';
import type { ValueOption } from './protocol.js';

/** The list's id, and the beginning of each line's. */
export const listId = 'box-list';

/** A line of the list above the box. */
export interface Suggestion {
  readonly words: string;
  readonly about: string;
  readonly mark?: string;
  readonly take: () => void;
}

/** What stands above the box: what the option is for, how its suggestions are doing, the lines. */
export interface ChoiceList {
  /** What the lines are, for people who can't see the box below. */
  readonly name: string;
  readonly option: ValueOption | undefined;
  /** What is to be said in place of lines. */
  readonly sentence: string;
  readonly lines: readonly Suggestion[];
  /** Which line is marked; below zero none. */
  readonly marked: number;
}

/** The list above the box; nothing where there is nothing to say. */
export function choiceList({
  name,
  option,
  sentence,
  lines,
  marked,
}: ChoiceList): TemplateResult | typeof nothing {
  if (lines.length === 0 && option === undefined && sentence === '') return nothing;
  return html`<div class="box-popup">
    ${option === undefined ? nothing : aboutOption(option)}
    ${sentence === '' ? nothing : html`<p class="box-state" role="status">${sentence}</p>`}
    ${
      lines.length === 0
        ? nothing
        : html`<ul id=${listId} role="listbox" aria-label=${name}>
            ${lines.map((line, index) => lineView(line, index, index === marked))}
          </ul>`
    }
  </div>`;
}

function aboutOption({ name, description, required }: ValueOption): TemplateResult {
  return html`<p id="box-about" class="box-about">
    <strong>${name}</strong> ${description}
    ${required === true ? html`<span class="line-mark">required</span>` : nothing}
  </p>`;
}

function lineView(line: Suggestion, index: number, isMarked: boolean): TemplateResult {
  const { words, about, mark } = line;
  return html`<li
    id=${`${listId}-${index}`}
    role="option"
    aria-selected=${isMarked ? 'true' : 'false'}
    @pointerdown=${(event: Event) => event.preventDefault()}
    @click=${() => line.take()}
  >
    <span class="line-words"
      >${words}${mark === undefined ? nothing : html` <span class="line-mark">${mark}</span>`}</span
    >
    <span class="line-about">${about}</span>
  </li>`;
}
