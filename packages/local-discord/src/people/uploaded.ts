import type { APIAttachment } from 'discord-api-types/v10';
import type { ModalInput } from '../rules/components.js';
import { attachmentLimit, type Upload } from '../world/attachments.js';
import type { World } from '../world/world.js';
import { CannotSend } from './cannot-send.js';

/** The kinds of files that an upload may ask for by a word, by how their content types begin. */
const KINDS = ['image', 'video', 'audio'];

/**
 * The ids of the files that a person puts into the file upload of a modal, as Discord takes them
 * before the modal is sent.
 *
 * @param attachments what the bot is told of them is added here, by their ids.
 */
export function uploaded(
  { component, label }: ModalInput,
  files: readonly Upload[],
  world: World,
  attachments: Record<string, APIAttachment>,
): string[] {
  const isRequired = component['required'] !== false;
  const least = Number(component['min_values'] ?? 1);
  const most = Number(component['max_values'] ?? 1);
  if (files.length === 0 && !isRequired) return [];
  if (files.length < Math.max(least, 1)) throw new CannotSend(`"${label}" is required.`);
  if (files.length > most) throw new CannotSend(`"${label}" takes at most ${most} files.`);
  const types = component['file_types'];
  for (const file of files) {
    if (Array.isArray(types) && !types.some((type: unknown) => isOf(file, String(type)))) {
      throw new CannotSend(`"${label}" takes no file like ${file.name}.`);
    }
    if (file.bytes.length > attachmentLimit) {
      const mib = attachmentLimit / 1024 / 1024;
      throw new CannotSend(`${file.name} is too large: Discord takes ${mib} MiB at most.`);
    }
  }
  return files.map((file) => {
    const attachment = world.upload(file);
    attachments[attachment.id] = attachment;
    return attachment.id;
  });
}

/** Whether a file is of a kind, or has an ending, that is asked for. */
function isOf({ name, contentType }: Upload, type: string): boolean {
  if (KINDS.includes(type)) return contentType.startsWith(`${type}/`);
  return name.toLowerCase().endsWith(type.toLowerCase());
}
