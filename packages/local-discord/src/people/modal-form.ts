import {
  type APIAttachment,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
} from 'discord-api-types/v10';
import { inputsOf, type ModalInput } from '../rules/components.js';
import type { Upload } from '../world/attachments.js';
import type { World } from '../world/world.js';
import { CannotSend } from './cannot-send.js';
import { optionsOf } from './menu.js';
import { uploaded } from './uploaded.js';

/** A modal that was filled in, as an interaction carries it. */
export interface FilledForm {
  readonly components: readonly object[];
  readonly resolved: { readonly attachments?: Readonly<Record<string, APIAttachment>> };
}

/**
 * Fills in a modal by the labels of its inputs, with files by the labels of theirs.
 *
 * @throws CannotSend for a label the modal doesn't have, and for what an input doesn't take.
 */
export function fillForm(
  modal: APIModalInteractionResponseCallbackData,
  values: Readonly<Record<string, string | readonly string[]>>,
  files: Readonly<Record<string, Upload | readonly Upload[]>>,
  world: World,
): FilledForm {
  const inputs = inputsOf(modal.components);
  for (const label of [...Object.keys(values), ...Object.keys(files)]) {
    if (!inputs.some((input) => input.label === label)) {
      const labels = inputs.map((input) => input.label).join(', ');
      throw new CannotSend(`The modal has no "${label}", only: ${labels}.`);
    }
  }
  const attachments: Record<string, APIAttachment> = {};
  const components = modal.components.map((component, index) => {
    const placed = inputsOf([component])[0];
    if (placed === undefined) return { type: component.type, id: index + 1 };
    const sent = [files[placed.label] ?? []].flat();
    if (placed.component.type === ComponentType.FileUpload) {
      return wrapped(placed, { values: uploaded(placed, sent, world, attachments) }, index);
    }
    if (sent.length > 0) throw new CannotSend(`"${placed.label}" takes no file.`);
    return wrapped(placed, filled(placed, values[placed.label]), index);
  });
  const resolved = Object.keys(attachments).length === 0 ? {} : { attachments };
  return { components, resolved };
}

// What the input holds when the person sends the modal: typed, or what stood there already.
function filled(
  input: ModalInput,
  typed: string | readonly string[] | undefined,
): Record<string, unknown> {
  const { component, label } = input;
  const required = component['required'] !== false;
  switch (component.type) {
    case ComponentType.TextInput: {
      const value = String(typed ?? component['value'] ?? '');
      const least = Number(component['min_length'] ?? 0);
      const most = Number(component['max_length'] ?? 4000);
      if (required && value.trim() === '') throw new CannotSend(`"${label}" is required.`);
      if (value !== '' && value.length < least) {
        throw new CannotSend(`"${label}" needs at least ${least} characters.`);
      }
      if (value.length > most) throw new CannotSend(`"${label}" takes at most ${most} characters.`);
      return { value };
    }
    case ComponentType.Checkbox:
      return { value: typed === undefined ? component['default'] === true : typed === 'true' };
    default: {
      const options = optionsOf(component);
      const wanted =
        typed === undefined
          ? options.filter((option) => option.default).map((option) => option.value)
          : [typed].flat();
      if (required && wanted.length === 0) throw new CannotSend(`"${label}" is required.`);
      const values = wanted.map(
        (text) => options.find((o) => o.label === text || o.value === text)?.value ?? text,
      );
      return component.type === ComponentType.RadioGroup
        ? { value: values[0] ?? null }
        : { values };
    }
  }
}

function wrapped(input: ModalInput, held: Record<string, unknown>, index: number): object {
  const inner = {
    type: input.component.type,
    id: index * 2 + 2,
    custom_id: input.customId,
    ...held,
  };
  return input.wrapped === 'label'
    ? { type: ComponentType.Label, id: index * 2 + 1, component: inner }
    : { type: ComponentType.ActionRow, id: index * 2 + 1, components: [inner] };
}
