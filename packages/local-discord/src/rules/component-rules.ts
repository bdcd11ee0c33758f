import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { type AnyComponent, type Placed, walk } from './components.js';
import { type FieldError, type Path, wrong } from './errors.js';
import { schemeErrors } from './url-rules.js';

// Rules of Discord that its published schemas can't say. Each function lists what is wrong.

const displayTotal = 4000;
const rowsPerMessage = 5;
const componentsPerMessage = 40;

const customIdKinds: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
  ComponentType.TextInput,
];

/** What is wrong with the components of a message. */
export function componentErrors(components: readonly unknown[], v2: boolean): FieldError[] {
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

/** Custom ids that stand twice among the components of one message or modal. */
export function repeatedIds(placed: readonly Placed[]): FieldError[] {
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

/** What is wrong with a menu beyond its schema. */
export function selectErrors(select: AnyComponent, path: Path): FieldError[] {
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
