import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { botAvatar } from './avatar.js';
import { hold, refusalOf } from './held-file.js';
import { closeIcon } from './icons.js';
import { blocks } from './markup.js';
import type { FileUpload, ModalInputView, ModalView } from './protocol.js';
import type { Store } from './store.js';

/** Files that a browser offers first, and those that are known by their names. */
const accepted = ['image/png', 'image/jpeg', 'image/webp'];
const isPicture = /\.(?:png|jpe?g|webp)$/i;

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
    const form = event.currentTarget;
    const values = valuesIn(form, modal.inputs);
    void heldIn(form, modal.inputs).then((held) => {
      if ('problem' in held) {
        store.change(() => {
          store.modalProblem = held.problem;
        });
      } else void store.submitModal({ values, files: held.files });
    });
  };
  return html`<form @submit=${submit} @paste=${pasted}>
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
    ${modal.inputs.map((input, index) => inputView(input, `modal-input-${index}`, store))}
    <p class="failure" role="alert">${store.modalProblem}</p>
    <footer>
      <button type="button" class="secondary" @click=${() => close(store)}>Cancel</button>
      <button type="submit" class="primary">Submit</button>
    </footer>
  </form>`;
}

function inputView(input: ModalInputView, id: string, store: Store): TemplateResult {
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
    ${input.kind === 'file' ? samplesView(id, store) : nothing}
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
    case 'file':
      return html`<input
        id=${id}
        type="file"
        accept=${accepted.join(',')}
        aria-describedby=${about}
        ?required=${required}
      />`;
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

/** Pictures for whoever has none at hand. */
function samplesView(id: string, store: Store): TemplateResult {
  const samples = store.entry?.samples ?? [];
  return html`<div class="modal-samples">${samples.flatMap((name, place) =>
    isPicture.test(name)
      ? [
          html`<button
            type="button"
            class="pill-sample"
            @click=${() => void takeSample(id, name, place)}
          >
            ${name}
          </button>`,
        ]
      : [],
  )}</div>`;
}

async function takeSample(id: string, name: string, place: number): Promise<void> {
  const response = await fetch(`/samples/${place}`);
  const type = response.headers.get('content-type') ?? '';
  const input = document.querySelector<HTMLInputElement>(`#${id}`);
  if (input !== null) put(input, new File([await response.blob()], name, { type }));
}

/** A picture that is pasted goes into the form's first place for one. */
function pasted(event: ClipboardEvent): void {
  const [file] = event.clipboardData?.files ?? [];
  const { currentTarget: form } = event;
  if (file === undefined || !(form instanceof HTMLFormElement)) return;
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) return;
  event.preventDefault();
  put(input, file);
}

/** A field of a form takes files from a transfer alone. */
function put(input: HTMLInputElement, file: File): void {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
}

/** The files that were chosen, by the labels; or why one can't be sent. */
async function heldIn(
  form: HTMLFormElement,
  inputs: readonly ModalInputView[],
): Promise<{ files: Record<string, FileUpload> } | { problem: string }> {
  const files: Record<string, FileUpload> = {};
  for (const [index, { label, kind }] of inputs.entries()) {
    const element = form.querySelector(`#modal-input-${index}`);
    const file = element instanceof HTMLInputElement ? element.files?.[0] : undefined;
    if (kind !== 'file' || file === undefined) continue;
    const problem = refusalOf(file);
    if (problem !== undefined) return { problem };
    try {
      const { name, contentType, base64 } = await hold(file);
      files[label] = { name, contentType, base64 };
    } catch {
      return { problem: `${file.name} can’t be read.` };
    }
  }
  return { files };
}

/** What was filled in, by the labels. */
function valuesIn(
  form: HTMLFormElement,
  inputs: readonly ModalInputView[],
): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    inputs.flatMap(({ label, kind }, index): [string, string | readonly string[]][] => {
      if (kind === 'file') return [];
      const element = form.querySelector(`#modal-input-${index}`);
      if (element instanceof HTMLSelectElement) {
        const chosen = [...element.selectedOptions].map(({ value }) => value);
        return [[label, chosen.filter((value) => value !== '')]];
      }
      if (element instanceof HTMLTextAreaElement) return [[label, element.value]];
      if (!(element instanceof HTMLInputElement)) return [[label, '']];
      return [[label, element.type === 'checkbox' ? String(element.checked) : element.value]];
    }),
  );
}
