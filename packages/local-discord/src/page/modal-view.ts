import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { botAvatar } from './avatar.js';
import { closeIcon } from './icons.js';
import { blocks } from './markup.js';
import type { ModalInputView, ModalView } from './protocol.js';
import type { Store } from './store.js';

/** The form the bot asked to be filled in, over everything else. */
export function modalView(store: Store): TemplateResult {
  const { modal } = store;
  return html`<dialog
    id="modal"
    class="modal"
    aria-labelledby="modal-title"
    @close=${() => close(store)}
  >
    ${modal === undefined ? nothing : keyed(modal.id, form(modal, store))}
  </dialog>`;
}

/** Opens or closes the form as the store has it; closing gives the focus back. */
export function showModal(store: Store): void {
  const dialog = document.querySelector<HTMLDialogElement>('#modal');
  if (dialog === null || dialog.open === (store.modal !== undefined)) return;
  if (store.modal === undefined) {
    dialog.close();
    return;
  }
  dialog.showModal();
  dialog.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

function close(store: Store): void {
  if (store.modal === undefined) return;
  store.change(() => {
    store.modal = undefined;
  });
}

function form(modal: ModalView, store: Store): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    void store.submitModal(valuesIn(event.currentTarget, modal.inputs));
  };
  return html`<form @submit=${submit}>
    <header>
      <img src=${botAvatar} alt="" />
      <h2 id="modal-title">${modal.title}</h2>
      <button type="button" class="icon" aria-label="Close" @click=${() => close(store)}>${closeIcon}</button>
    </header>
    <p class="modal-warning">
      This form will be submitted to <strong>${store.entry?.bot.name}</strong>. Do not share
      passwords or other sensitive information.
    </p>
    ${modal.texts.map((text) => html`<div>${blocks(text, store)}</div>`)}
    ${modal.inputs.map((input, index) => inputView(input, `modal-input-${index}`))}
    <p class="failure" role="alert">${store.modalProblem}</p>
    <footer>
      <button type="button" class="secondary" @click=${() => close(store)}>Cancel</button>
      <button type="submit" class="primary">Submit</button>
    </footer>
  </form>`;
}

function inputView(input: ModalInputView, id: string): TemplateResult {
  const about = input.description === undefined ? nothing : `${id}-about`;
  return html`<div class="modal-input">
    <label for=${id}
      >${input.label}${input.required ? html` <span class="required" aria-hidden="true">*</span>` : nothing}</label
    >
    ${
      input.description === undefined
        ? nothing
        : html`<p id=${`${id}-about`} class="about">${input.description}</p>`
    }
    ${field(input, id, about)}
  </div>`;
}

function field(input: ModalInputView, id: string, about: string | typeof nothing): TemplateResult {
  const { required, placeholder, value, minLength, maxLength } = input;
  switch (input.kind) {
    case 'short':
      return html`<input
        id=${id}
        type="text"
        autocomplete="off"
        aria-describedby=${about}
        .value=${value}
        placeholder=${placeholder}
        ?required=${required}
        minlength=${minLength ?? nothing}
        maxlength=${maxLength ?? nothing}
      />`;
    case 'paragraph':
      return html`<textarea
        id=${id}
        rows="4"
        aria-describedby=${about}
        .value=${value}
        placeholder=${placeholder}
        ?required=${required}
        minlength=${minLength ?? nothing}
        maxlength=${maxLength ?? nothing}
      ></textarea>`;
    case 'yes':
      return html`<input
        id=${id}
        type="checkbox"
        aria-describedby=${about}
        ?checked=${value === 'true'}
      />`;
    default:
      return html`<select
        id=${id}
        aria-describedby=${about}
        ?required=${required}
        ?multiple=${input.kind === 'several'}
      >
        ${
          input.kind === 'several'
            ? nothing
            : html`<option value="">${placeholder === '' ? 'Choose' : placeholder}</option>`
        }
        ${input.options.map(
          (option) =>
            html`<option value=${option.value} ?selected=${option.chosen}>
              ${option.label}${option.description === undefined ? '' : ` (${option.description})`}
            </option>`,
        )}
      </select>`;
  }
}

/** What was filled in, by the labels. */
function valuesIn(
  form: HTMLFormElement,
  inputs: readonly ModalInputView[],
): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    inputs.map(({ label }, index) => {
      const element = form.querySelector(`#modal-input-${index}`);
      if (element instanceof HTMLSelectElement) {
        const chosen = [...element.selectedOptions].map(({ value }) => value);
        return [label, chosen.filter((value) => value !== '')];
      }
      if (element instanceof HTMLTextAreaElement) return [label, element.value];
      if (!(element instanceof HTMLInputElement)) return [label, ''];
      return [label, element.type === 'checkbox' ? String(element.checked) : element.value];
    }),
  );
}
