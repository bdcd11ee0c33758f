import type { AnyComponent } from '../rules/components.js';
import { CannotSend } from './cannot-send.js';

/**
 * The values that a person chooses from a menu, by the labels or values of its options.
 *
 * @throws CannotSend for what isn't in the menu, and for more or fewer than it takes.
 */
export function chosen(select: AnyComponent, wanted: readonly string[]): string[] {
  const options = optionsOf(select);
  const values = wanted.map((text) => {
    const option = options.find((one) => one.label === text || one.value === text);
    if (option === undefined) {
      throw new CannotSend(
        `"${text}" can't be chosen, only: ${options.map((o) => o.label).join(', ')}.`,
      );
    }
    return option.value;
  });
  const least = Number(select['min_values'] ?? 1);
  const most = Number(select['max_values'] ?? 1);
  if (values.length < least || values.length > most) {
    throw new CannotSend(`Choose between ${least} and ${most}.`);
  }
  return values;
}

/** What can be chosen from a menu, and what is chosen to begin with. */
export function optionsOf(
  component: AnyComponent,
): { label: string; value: string; default: boolean }[] {
  const options = component['options'];
  if (!Array.isArray(options)) return [];
  return options.map((option: unknown) => {
    const read = (key: string): unknown =>
      typeof option === 'object' && option !== null ? Reflect.get(option, key) : undefined;
    return {
      label: String(read('label')),
      value: String(read('value')),
      default: read('default') === true,
    };
  });
}
