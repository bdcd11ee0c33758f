import type { APIAllowedMentions, APIEmbed } from 'discord-api-types/v10';
import { componentErrors } from './component-rules.js';
import { type FieldError, type Path, required, wrong } from './errors.js';
import { schemeErrors } from './url-rules.js';

// Rules of Discord that its published schemas can't say. Each function lists what is wrong.

const embedTotal = 6000;
const contentLength = 2000;
const webOnly = ['http:', 'https:'];
const webOrAttached = ['http:', 'https:', 'attachment:'];

function tooLong(path: Path, max: number): FieldError {
  return wrong(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}

/** What is wrong with a message's parts taken together. */
export function messageErrors(
  parts: {
    readonly content: string;
    readonly embeds: readonly APIEmbed[];
    readonly components: readonly unknown[];
    readonly allowedMentions?: APIAllowedMentions | null | undefined;
  },
  v2: boolean,
): FieldError[] {
  const errors: FieldError[] = [];
  if (parts.content.length > contentLength) errors.push(tooLong(['content'], contentLength));
  errors.push(...embedErrors(parts.embeds));
  errors.push(...componentErrors(parts.components, v2));
  errors.push(...mentionErrors(parts.allowedMentions));
  if (v2 && parts.content !== '') errors.push(notWithV2('content'));
  if (v2 && parts.embeds.length > 0) errors.push(notWithV2('embeds'));
  return errors;
}

function notWithV2(field: string): FieldError {
  return wrong(
    [field],
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    'The field cannot be used when using MessageFlags.IS_COMPONENTS_V2',
  );
}

/** Characters Discord counts towards the 6000 of all embeds of a message. */
function embedSize(embeds: readonly APIEmbed[]): number {
  let total = 0;
  for (const embed of embeds) {
    total += (embed.title ?? '').length + (embed.description ?? '').length;
    total += (embed.footer?.text ?? '').length + (embed.author?.name ?? '').length;
    for (const field of embed.fields ?? []) total += field.name.length + field.value.length;
  }
  return total;
}

function embedErrors(embeds: readonly APIEmbed[]): FieldError[] {
  const errors: FieldError[] = [];
  if (embedSize(embeds) > embedTotal) {
    errors.push(
      wrong(
        ['embeds'],
        'MAX_EMBED_SIZE_EXCEEDED',
        `Embed size exceeds maximum size of ${embedTotal}`,
      ),
    );
  }
  for (const [index, embed] of embeds.entries()) {
    const at = ['embeds', index];
    for (const [n, field] of (embed.fields ?? []).entries()) {
      if (field.name.trim() === '') errors.push(required([...at, 'fields', n, 'name']));
      if (field.value.trim() === '') errors.push(required([...at, 'fields', n, 'value']));
    }
    const shown =
      (embed.title ?? '') !== '' ||
      (embed.description ?? '') !== '' ||
      (embed.fields ?? []).length > 0 ||
      (embed.footer?.text ?? '') !== '' ||
      (embed.author?.name ?? '') !== '' ||
      embed.image !== undefined ||
      embed.thumbnail !== undefined;
    if (!shown) errors.push(required([...at, 'description']));
    const links: [Path, string | undefined, readonly string[]][] = [
      [[...at, 'url'], embed.url, webOnly],
      [[...at, 'image', 'url'], embed.image?.url, webOrAttached],
      [[...at, 'thumbnail', 'url'], embed.thumbnail?.url, webOrAttached],
      [[...at, 'footer', 'icon_url'], embed.footer?.icon_url, webOrAttached],
      [[...at, 'author', 'icon_url'], embed.author?.icon_url, webOrAttached],
      [[...at, 'author', 'url'], embed.author?.url, webOnly],
    ];
    for (const [path, url, schemes] of links) errors.push(...schemeErrors(path, url, schemes));
  }
  return errors;
}

function mentionErrors(allowed: APIAllowedMentions | null | undefined): FieldError[] {
  const clash = (type: 'users' | 'roles'): boolean =>
    (allowed?.parse ?? []).some((kind) => kind === type) && (allowed?.[type] ?? []).length > 0;
  return (['users', 'roles'] as const)
    .filter(clash)
    .map((type) =>
      wrong(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${type}"] and ${type}: [ids...] are mutually exclusive.`,
      ),
    );
}
