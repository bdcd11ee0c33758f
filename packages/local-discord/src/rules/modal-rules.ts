import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { repeatedIds, selectErrors } from './component-rules.js';
import { type AnyComponent, walk } from './components.js';
import { type FieldError, type Path, required, wrong } from './errors.js';

// Rules of Discord that its published schemas can't say. Each function lists what is wrong.

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
