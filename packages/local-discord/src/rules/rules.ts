import {
  type APIAllowedMentions,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { type AnyComponent, type Placed, walk } from './components.js';
import { type FieldError, type Path, required, wrong } from './errors.js';

// Rules of Discord that its published schemas can't say. Each function lists what is wrong.

const embedTotal = 6000;
const contentLength = 2000;
const displayTotal = 4000;
const rowsPerMessage = 5;
const componentsPerMessage = 40;

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

const webOnly = ['http:', 'https:'];
const webOrAttached = ['http:', 'https:', 'attachment:'];

function schemeErrors(path: Path, url: unknown, schemes: readonly string[]): FieldError[] {
  if (typeof url !== 'string' || url === '' || !URL.canParse(url)) return [];
  const { protocol } = new URL(url);
  if (schemes.includes(protocol)) return [];
  const names = schemes.map((scheme) => scheme.slice(0, -1)).join(', ');
  return [
    wrong(
      path,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${protocol.slice(0, -1)}" is not supported. Scheme must be one of (${names}).`,
    ),
  ];
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

const customIdKinds: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
  ComponentType.TextInput,
];

function componentErrors(components: readonly unknown[], v2: boolean): FieldError[] {
  const errors: FieldError[] = [];
  const placed = [...walk(components)];
  if (!v2) {
    if (components.length > rowsPerMessage) {
      errors.push(
        wrong(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.'),
      );
    }
    for (const { component, path } of placed) {
      if (path.length === 2 && component.type !== ComponentType.ActionRow) {
        errors.push(
          wrong(
            [...path, 'type'],
            'UNION_TYPE_CHOICES',
            'Value of field "type" must be one of (1,).',
          ),
        );
      }
    }
  } else {
    if (placed.length > componentsPerMessage) {
      errors.push(
        wrong(
          ['components'],
          'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
          `The number of components in a message cannot exceed ${componentsPerMessage}.`,
        ),
      );
    }
    const words = placed
      .filter(({ component }) => component.type === ComponentType.TextDisplay)
      .reduce((sum, { component }) => sum + String(component['content']).length, 0);
    if (words > displayTotal) {
      errors.push(
        wrong(
          ['components'],
          'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
          `Total displayable text size exceeds maximum size of ${displayTotal}`,
        ),
      );
    }
  }
  errors.push(...repeatedIds(placed));
  for (const { component, path } of placed) {
    if (component.type === ComponentType.Button) errors.push(...buttonErrors(component, path));
    if (component.type === ComponentType.ActionRow) errors.push(...rowErrors(component, path));
    if (component.type === ComponentType.StringSelect)
      errors.push(...selectErrors(component, path));
  }
  return errors;
}

function repeatedIds(placed: readonly Placed[]): FieldError[] {
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  for (const { component, path } of placed) {
    const id = component['custom_id'];
    if (typeof id !== 'string') continue;
    if (seen.has(id)) {
      errors.push(
        wrong(
          [...path, 'custom_id'],
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        ),
      );
    }
    seen.add(id);
  }
  return errors;
}

function buttonErrors(button: AnyComponent, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  const has = (key: string): boolean => (button[key] ?? '') !== '';
  const link = button['style'] === ButtonStyle.Link;
  if (button['style'] === ButtonStyle.Premium) return errors;
  if (!has('label') && !has('emoji')) {
    errors.push(
      wrong(path, 'BUTTON_COMPONENT_INVALID_LABEL', 'A button must have a label or an emoji'),
    );
  }
  if (link && !has('url')) {
    errors.push(
      wrong([...path, 'url'], 'BASE_TYPE_REQUIRED', 'A url is required for a link button'),
    );
  }
  if (!link && !has('custom_id')) {
    errors.push(
      wrong(
        [...path, 'custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
        'A custom id is required',
      ),
    );
  }
  if (has('url') && has('custom_id')) {
    errors.push(
      wrong(
        path,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      ),
    );
  }
  if (!link && has('url')) {
    errors.push(
      wrong([...path, 'url'], 'BUTTON_COMPONENT_INVALID_URL', 'Only a link button can have a url'),
    );
  }
  errors.push(...schemeErrors([...path, 'url'], button['url'], ['http:', 'https:', 'discord:']));
  return errors;
}

function rowErrors(row: AnyComponent, path: Path): FieldError[] {
  const children = row['components'];
  if (!Array.isArray(children)) return [];
  const kinds = [...walk(children)].map(({ component }) => component.type);
  const selects = kinds.filter((kind) => customIdKinds.includes(kind)).length;
  return selects > 0 && kinds.length > 1
    ? [
        wrong(
          [...path, 'components'],
          'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
          'The specified component exceeds the maximum width',
        ),
      ]
    : [];
}

function selectErrors(select: AnyComponent, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  const options: unknown = select['options'];
  if (!Array.isArray(options)) return errors;
  const values = options.map((option: unknown) =>
    typeof option === 'object' && option !== null ? Reflect.get(option, 'value') : undefined,
  );
  const repeated = values.findIndex((value, index) => values.indexOf(value) !== index);
  if (repeated >= 0) {
    errors.push(
      wrong(
        [...path, 'options', repeated, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    );
  }
  const most = Number(select['max_values'] ?? 1);
  if (Number(select['min_values'] ?? 1) > most || most > options.length) {
    errors.push(
      wrong(
        [...path, 'max_values'],
        'BASE_TYPE_BAD_LENGTH',
        'Must not be less than min_values or more than the options',
      ),
    );
  }
  return errors;
}

function uploadErrors(component: AnyComponent, path: Path, isInLabel: boolean): FieldError[] {
  const errors: FieldError[] = [];
  if (!isInLabel) {
    const message = 'A file upload stands in a label';
    errors.push(wrong([...path, 'type'], 'COMPONENT_TYPE_INVALID', message));
  }
  const least = Number(component['min_values'] ?? 1);
  const most = Number(component['max_values'] ?? 1);
  if (least > most) {
    const message = 'min_values exceeds max_values';
    errors.push(wrong([...path, 'min_values'], 'BASE_TYPE_BAD_LENGTH', message));
  }
  return errors;
}

/** What is wrong with a modal beyond its schema. */
export function modalErrors(modal: { readonly components: readonly unknown[] }): FieldError[] {
  const errors: FieldError[] = [];
  const placed = [...walk(modal.components)];
  if (modal.components.length > 5) {
    errors.push(
      wrong(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.'),
    );
  }
  errors.push(...repeatedIds(placed));
  const inLabel = (path: Path): boolean => path.at(-1) === 'component';
  for (const { component, path } of placed) {
    if (component.type === ComponentType.ActionRow) {
      const children = component['components'];
      if (Array.isArray(children) && children.length !== 1) {
        errors.push(
          wrong(
            [...path, 'components'],
            'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
            'The specified component exceeds the maximum width',
          ),
        );
      }
    }
    if (component.type === ComponentType.StringSelect)
      errors.push(...selectErrors(component, path));
    if (component.type === ComponentType.FileUpload)
      errors.push(...uploadErrors(component, path, inLabel(path)));
    if (component.type !== ComponentType.TextInput) continue;
    const label = component['label'] ?? '';
    if (!inLabel(path) && label === '') errors.push(required([...path, 'label']));
    if (inLabel(path) && label !== '') {
      errors.push(
        wrong(
          [...path, 'label'],
          'TEXT_INPUT_COMPONENT_LABEL_NOT_ALLOWED',
          'A text input within a label cannot have a label of its own',
        ),
      );
    }
    const least = Number(component['min_length'] ?? 0);
    const most = Number(component['max_length'] ?? 4000);
    if (least > most) {
      errors.push(
        wrong([...path, 'min_length'], 'BASE_TYPE_BAD_LENGTH', 'min_length exceeds max_length'),
      );
    }
    const value = component['value'];
    if (
      typeof value === 'string' &&
      value !== '' &&
      (value.length < least || value.length > most)
    ) {
      errors.push(
        wrong(
          [...path, 'value'],
          'BASE_TYPE_BAD_LENGTH',
          `Must be between ${least} and ${most} in length.`,
        ),
      );
    }
    if (component['style'] === TextInputStyle.Short && /\n/.test(String(value ?? ''))) {
      errors.push(
        wrong([...path, 'value'], 'BASE_TYPE_INVALID', 'A short input holds a single line'),
      );
    }
  }
  return errors;
}
