import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Message, Shown } from 'local-discord';
import { ending } from './bot.js';

/** What only names things, and is never read. */
const NAMES = new Set(['custom_id', 'url', 'proxy_url', 'type', 'id', 'file_types']);

/** Every text of something, whatever it stands in. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  // What an option of a menu sends is no more read than its id.
  const unread = 'label' in value && 'value' in value ? new Set([...NAMES, 'value']) : NAMES;
  return Object.entries(value).flatMap(([key, one]) => (unread.has(key) ? [] : textsOf(one)));
}

/** Every text of a message, with what is said of its pictures. */
export function textsOfMessage({ content, embeds, components, attachments }: Message): string[] {
  const alts = attachments.map(({ description }) => description ?? '');
  return textsOf([content, embeds, components, alts]);
}

/** Every text of a form. */
export function textsOfModal(modal: APIModalInteractionResponseCallbackData): string[] {
  return textsOf([modal.title, modal.components]);
}

/** Every text of an answer, once it is there. */
export async function saidBy(shown: Shown): Promise<string[]> {
  if (shown.modal !== undefined) return textsOfModal(shown.modal);
  return textsOfMessage(await ending(shown));
}
