import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';

/** Any component of a message or modal, as a plain object with its `type`. */
export interface AnyComponent {
  readonly type: ComponentType;
  readonly [key: string]: unknown;
}

/** A component with where it stands, for messages of error. */
export interface Placed {
  readonly component: AnyComponent;
  readonly path: readonly (string | number)[];
}

function isComponent(value: unknown): value is AnyComponent {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Every component of a message or modal, nested ones included, in reading order. */
export function* walk(
  components: readonly unknown[],
  path: readonly (string | number)[] = ['components'],
): Generator<Placed> {
  for (const [index, component] of components.entries()) {
    if (!isComponent(component)) continue;
    const here = [...path, index];
    yield { component, path: here };
    const children = component['components'];
    if (Array.isArray(children)) yield* walk(children, [...here, 'components']);
    for (const key of ['accessory', 'component']) {
      const child = component[key];
      if (isComponent(child)) yield { component: child, path: [...here, key] };
    }
  }
}

/** The components of a list and all below them that are of the wanted kind. */
export function* ofType(
  components: readonly unknown[],
  ...types: ComponentType[]
): Generator<AnyComponent> {
  for (const { component } of walk(components)) {
    if (types.includes(component.type)) yield component;
  }
}

/** A picture or a file that a component shows. */
export interface PlacedMedia {
  readonly media: { url: string };
  /** Alt text. */
  readonly alt: string | undefined;
  readonly path: Placed['path'];
}

/** Every picture and file of the components, nested ones included. */
export function* mediaIn(components: readonly unknown[]): Generator<PlacedMedia> {
  for (const { component, path } of walk(components)) {
    const items = component['items'];
    const holders: [unknown, Placed['path']][] =
      component.type === ComponentType.MediaGallery && Array.isArray(items)
        ? items.map((item: unknown, index) => [item, [...path, 'items', index]])
        : [[component, path]];
    for (const [holder, at] of holders) {
      const key = component.type === ComponentType.File ? 'file' : 'media';
      const media = read(holder, key);
      const alt = read(holder, 'description');
      if (!hasUrl(media)) continue;
      yield { media, alt: typeof alt === 'string' ? alt : undefined, path: [...at, key] };
    }
  }
}

function read(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}

function hasUrl(value: unknown): value is { url: string } {
  return typeof read(value, 'url') === 'string';
}

function isButton(component: AnyComponent): component is AnyComponent & APIButtonComponent {
  return component.type === ComponentType.Button;
}

/** Every button of a message; link buttons carry their address instead of a custom id. */
export function buttonsOf(
  components: readonly APIMessageTopLevelComponent[],
): { label: string; customId?: string; url?: string; disabled: boolean }[] {
  const found: { label: string; customId?: string; url?: string; disabled: boolean }[] = [];
  for (const { component } of walk(components)) {
    if (!isButton(component)) continue;
    const disabled = component.disabled === true;
    if (component.style === ButtonStyle.Premium) continue;
    const label = component.label ?? component.emoji?.name ?? '';
    if (component.style === ButtonStyle.Link) found.push({ label, url: component.url, disabled });
    else found.push({ label, customId: component.custom_id, disabled });
  }
  return found;
}

/** What a person can fill in a modal: its words, custom id and bounds. */
export interface ModalInput {
  readonly label: string;
  readonly description: string | undefined;
  readonly component: AnyComponent;
  readonly customId: string;
  /** An old-style action row, or a label of today. */
  readonly wrapped: 'row' | 'label';
}

/** The inputs of a modal in order, whichever of the two ways they are labelled. */
export function inputsOf(
  components: readonly APIModalInteractionResponseCallbackComponent[],
): ModalInput[] {
  const inputs: ModalInput[] = [];
  for (const { component } of walk(components)) {
    if (component.type === ComponentType.Label) {
      const inner = component['component'];
      if (isComponent(inner)) {
        inputs.push({
          label: String(component['label']),
          description:
            typeof component['description'] === 'string' ? component['description'] : undefined,
          component: inner,
          customId: String(inner['custom_id']),
          wrapped: 'label',
        });
      }
    } else if (component.type === ComponentType.ActionRow) {
      const children = component['components'];
      const inner: unknown = Array.isArray(children) ? children[0] : undefined;
      if (isComponent(inner)) {
        inputs.push({
          label: String(inner['label']),
          description: undefined,
          component: inner,
          customId: String(inner['custom_id']),
          wrapped: 'row',
        });
      }
    }
  }
  return inputs;
}
