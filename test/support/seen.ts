import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { strFromU8, unzipSync } from 'fflate';
import type { Message } from 'local-discord';
import { buttonsOf, inputsOf, ofType } from 'local-discord';
import { decodeCustomId } from '../../src/lib/custom-id.js';

/** A button, a menu or a modal, by the name in its custom id. */
export interface Control {
  readonly kind: 'button' | 'menu' | 'modal';
  readonly name: string;
  readonly customId: string;
  /** What can be chosen from a menu, or what is asked for in a modal. */
  readonly values: readonly string[];
}

/** Buttons that can be pressed and menus that can be chosen from, by the name in their custom id. */
export function usable(message: Message): Control[] {
  const buttons = buttonsOf(message.components).flatMap(({ customId, disabled }) =>
    customId === undefined || disabled ? [] : [{ kind: 'button' as const, customId, values: [] }],
  );
  const menus = [...ofType(message.components, ComponentType.StringSelect)].map((menu) => ({
    kind: 'menu' as const,
    customId: String(menu['custom_id']),
    values: valuesOf(menu['options']),
  }));
  return [...buttons, ...menus].flatMap((one) => {
    const name = decodeCustomId(one.customId)?.name;
    return name === undefined ? [] : [{ ...one, name }];
  });
}

function valuesOf(options: unknown): string[] {
  return Array.isArray(options) ? options.map((one: { value: unknown }) => String(one.value)) : [];
}

/** Everything a message shows or carries, but the custom ids, which nobody sees. */
export function textOf(message: Message): string {
  const files = message.attachments.flatMap(({ filename, description, bytes }) => [
    filename,
    description ?? '',
    ...(filename.endsWith('.zip')
      ? Object.values(unzipSync(bytes)).map((file) => strFromU8(file))
      : [bytes.toString('utf8')]),
  ]);
  const { content, embeds, components } = message;
  return [message.text(), content, JSON.stringify(embeds), withoutIds(components), ...files].join(
    '\n',
  );
}

/** A structure as text, without the custom ids in it. */
export function withoutIds(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'custom_id' ? undefined : inner));
}

/** A modal as something to use. */
export function modalControl(modal: APIModalInteractionResponseCallbackData): Control {
  const name = decodeCustomId(modal.custom_id)?.name ?? '';
  const values = inputsOf(modal.components).map(({ customId }) => customId);
  return { kind: 'modal', name, customId: modal.custom_id, values };
}

/** Whether a mark stands in a text; a number is no part of a longer one. */
export function holds(text: string, mark: string): boolean {
  return /^\d+$/.test(mark)
    ? new RegExp(`(?<![\\d.])${mark}(?!\\.?\\d)`).test(text)
    : text.includes(mark);
}
