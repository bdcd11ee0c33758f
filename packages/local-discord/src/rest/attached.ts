import {
  type APIEmbed,
  type APIMessageTopLevelComponent,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import { mediaIn } from '../rules/components.js';
import { DiscordError, type FieldError, invalidForm, type Path, wrong } from '../rules/errors.js';
import { attachmentLimit, type StoredAttachment, stored } from '../world/attachments.js';
import type { World } from '../world/world.js';
import type { UploadedFile } from './route.js';

/** What a body says of a file: one of its own by the n of `files[n]`, or one to keep by its id. */
export interface AttachmentBody {
  readonly id: string | number;
  readonly filename?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly title?: string | null | undefined;
}

/** The most bytes of a whole request. */
export const requestLimit = 25 * 1024 * 1024;
const filesPerMessage = 10;

/** 413: a file, or the whole request, is larger than Discord takes. */
export function tooLarge(): DiscordError {
  return new DiscordError(
    413,
    RESTJSONErrorCodes.RequestEntityTooLarge,
    'Request entity too large',
    { rule: 'attachment size' },
  );
}

/**
 * The files of a message after a request: those that came with it, and of those there were before
 * the ones it names, or all if it names none. Throws 40005 for too large a file, and 50035 for too
 * many and for an entry that belongs to no file.
 */
export function attachmentsOf(
  world: World,
  described: readonly AttachmentBody[] | undefined,
  files: readonly UploadedFile[],
  o: { channelId: string; before: readonly StoredAttachment[]; prefix: Path },
): StoredAttachment[] {
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (size > requestLimit || files.some((file) => file.bytes.length > attachmentLimit)) {
    throw tooLarge();
  }
  const entryOf = (id: string | undefined) => described?.find((entry) => String(entry.id) === id);
  const kept = o.before.flatMap((attachment) => {
    const entry = entryOf(attachment.id);
    if (described !== undefined && entry === undefined) return [];
    return [{ ...attachment, ...words(entry) }];
  });
  const added = files.map((file): StoredAttachment => {
    const entry = entryOf(placeOf(file));
    const name = entry?.filename ?? file.name;
    return { ...stored(world, o.channelId, { ...file, name }), ...words(entry) };
  });
  const known = new Set([...files.map(placeOf), ...o.before.map(({ id }) => id)]);
  const errors = (described ?? []).flatMap((entry, index): FieldError[] =>
    known.has(String(entry.id))
      ? []
      : [
          wrong(
            [...o.prefix, 'attachments', index],
            'ATTACHMENT_NOT_FOUND',
            'Attachment data not found',
          ),
        ],
  );
  if (kept.length + added.length > filesPerMessage) {
    errors.push(
      wrong(
        [...o.prefix, 'attachments'],
        'BASE_TYPE_BAD_LENGTH',
        `Must be ${filesPerMessage} or fewer in length.`,
      ),
    );
  }
  if (errors.length > 0) throw invalidForm(errors);
  return [...kept, ...added];
}

// `files[0]` is called 0.
function placeOf({ field }: UploadedFile): string | undefined {
  return /^files\[(\d+)\]$/.exec(field)?.[1];
}

function words(entry: AttachmentBody | undefined): { description?: string; title?: string } {
  return {
    ...(typeof entry?.description === 'string' ? { description: entry.description } : {}),
    ...(typeof entry?.title === 'string' ? { title: entry.title } : {}),
  };
}

/**
 * An embed with the addresses of files in place of `attachment://name`, and their alt text. Discord
 * takes a name without a file and shows no picture, so that is written down as a violation.
 */
export function embedWithFiles(
  world: World,
  embed: APIEmbed,
  attachments: readonly StoredAttachment[],
): APIEmbed {
  const { image, thumbnail, ...rest } = embed;
  const found = <T extends { url: string }>(media: T | undefined): T | undefined => {
    if (media === undefined || !isReference(media.url)) return media;
    const attached = referenced(media.url, attachments);
    if (attached !== undefined) return { ...media, ...mediaOf(attached) };
    world.violation('embed image', `${media.url} names no file that is attached`, 'message body');
    return undefined;
  };
  const [picture, small] = [found(image), found(thumbnail)];
  return {
    ...rest,
    ...(picture === undefined ? {} : { image: picture }),
    ...(small === undefined ? {} : { thumbnail: small }),
  };
}

/**
 * Components with the addresses of files in place of `attachment://name`. Throws 50035 for a name
 * without a file.
 */
export function componentsWithFiles(
  components: readonly APIMessageTopLevelComponent[],
  attachments: readonly StoredAttachment[],
  prefix: Path,
): readonly APIMessageTopLevelComponent[] {
  const copy = structuredClone(components);
  const errors: FieldError[] = [];
  for (const { media, path } of mediaIn(copy)) {
    if (!isReference(media.url)) continue;
    const attached = referenced(media.url, attachments);
    if (attached !== undefined) {
      const { id, url, proxy_url } = attached;
      Object.assign(media, { url, proxy_url, attachment_id: id });
      continue;
    }
    errors.push(
      wrong(
        [...prefix, ...path, 'url'],
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        'The referenced attachment in an unfurled media item was not found',
      ),
    );
  }
  if (errors.length > 0) throw invalidForm(errors);
  return copy;
}

const scheme = 'attachment://';

function isReference(url: string): boolean {
  return url.startsWith(scheme);
}

function referenced(
  url: string,
  attachments: readonly StoredAttachment[],
): StoredAttachment | undefined {
  return attachments.find(({ filename }) => filename === url.slice(scheme.length));
}

function mediaOf({ url, proxy_url, width, height, content_type, description }: StoredAttachment) {
  return {
    url,
    proxy_url,
    ...(content_type === undefined ? {} : { content_type }),
    ...(description === undefined ? {} : { description }),
    ...(typeof width === 'number' && typeof height === 'number' ? { width, height } : {}),
  };
}
