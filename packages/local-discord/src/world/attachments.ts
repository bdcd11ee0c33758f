import type { APIAttachment, APIEmbed } from 'discord-api-types/v10';
import { mediaIn } from '../rules/components.js';
import type { World } from './world.js';

/** The largest file a person or the bot may attach, in bytes. */
export const attachmentLimit = 10 * 1024 * 1024;

/** A file as it comes: from a person, or from the bot. */
export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** An uploaded file and what Discord says of it. */
export interface StoredAttachment extends APIAttachment {
  readonly bytes: Buffer;
}

/**
 * Gives a file its id, its address and the name it is kept under: spaces and special characters
 * don't survive, the name as it was stands in `title` then.
 */
export function stored(world: World, channelId: string, file: Upload): StoredAttachment {
  const id = world.snowflakes.next();
  const filename = file.name.replaceAll(/[^\w.-]/g, '_') || 'unknown';
  const url = `${world.origin}/attachments/${channelId}/${id}/${filename}`;
  return {
    id,
    filename,
    ...(filename === file.name ? {} : { title: file.name }),
    content_type: file.contentType,
    size: file.bytes.length,
    url,
    proxy_url: url,
    ...pictureSize(file.bytes),
    bytes: file.bytes,
  };
}

/** What the API says of an attachment. */
export function toApi({ bytes: _, ...attachment }: StoredAttachment): APIAttachment {
  return attachment;
}

/** The addresses of pictures and files that embeds and components show. */
export function shownInside(
  embeds: readonly APIEmbed[],
  components: readonly unknown[],
): ReadonlySet<string> {
  return new Set([
    ...embeds.flatMap(({ image, thumbnail }) => [image?.url ?? '', thumbnail?.url ?? '']),
    ...[...mediaIn(components)].map(({ media }) => media.url),
  ]);
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

// Discord measures pictures; a PNG tells its size in its first chunk.
function pictureSize(bytes: Buffer): { width?: number; height?: number } {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(pngStart)) return {};
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
