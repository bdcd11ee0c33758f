import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-button.js';
import { blocks } from './markup.js';
import type { MessageView } from './protocol.js';
import type { Store } from './store.js';

/** A component of a message: what it says, or what can be pressed and chosen. */
export function componentView(
  component: APIMessageTopLevelComponent,
  message: MessageView,
  store: Store,
): TemplateResult | typeof nothing {
  switch (component.type) {
    case componentType.row:
      return html`<discord-action-row slot="components">
        ${component.components.map((inner) => rowPart(inner, message, store))}
      </discord-action-row>`;
    case componentType.text:
      return html`<div slot="components" class="text-display">${blocks(component.content, store)}</div>`;
    case componentType.separator:
      return html`<hr slot="components" />`;
    case componentType.container:
      return html`<div slot="components" class="container">
        ${component.components.map((inner) => componentView(inner, message, store))}
      </div>`;
    default:
      return html`<div slot="components" class="foreign">
        (A component of type ${component.type}, which the playground doesn’t show.)
      </div>`;
  }
}

/** Discord's numbers of the components shown here. */
const componentType = {
  row: 1,
  button: 2,
  menu: 3,
  text: 10,
  separator: 14,
  container: 17,
} as const;

type RowPart = Extract<
  APIMessageTopLevelComponent,
  { type: typeof componentType.row }
>['components'][number];

function rowPart(part: RowPart, message: MessageView, store: Store): TemplateResult {
  const working = store.busy.get(message.id);
  if (part.type === componentType.menu) {
    const { custom_id: customId, options, placeholder, disabled, max_values: most = 1 } = part;
    const choose = (event: Event): void => {
      if (!(event.currentTarget instanceof HTMLSelectElement)) return;
      const values = [...event.currentTarget.selectedOptions]
        .map(({ value }) => value)
        .filter((value) => value !== '');
      if (values.length === 0) return;
      void store.useComponent({ kind: 'choose', messageId: message.id, customId, values });
    };
    return html`<select
      class="menu"
      aria-label=${placeholder ?? 'Make a selection'}
      ?multiple=${most > 1}
      ?disabled=${disabled === true || working !== undefined}
      @change=${choose}
    >
      ${most > 1 ? nothing : html`<option value="">${placeholder ?? 'Make a selection'}</option>`}
      ${options.map(
        (option) =>
          html`<option value=${option.value} ?selected=${option.default === true}>
            ${option.label}
          </option>`,
      )}
    </select>`;
  }
  if (part.type !== componentType.button) {
    return html`<span class="foreign">(A menu the playground doesn’t show.)</span>`;
  }
  const label = 'label' in part ? (part.label ?? part.emoji?.name ?? '') : '';
  if (part.style === buttonStyle.link) {
    return html`<discord-button url=${part.url} ?disabled=${part.disabled === true}
      >${label}</discord-button
    >`;
  }
  if (part.style === buttonStyle.premium) return html`<span class="foreign">(Premium)</span>`;
  const { custom_id: customId } = part;
  const disabled = part.disabled === true || working !== undefined;
  return html`<discord-button
    type=${styleNames[part.style]}
    ?disabled=${disabled}
    aria-busy=${working === customId ? 'true' : 'false'}
    ${ref((element) => disable(element, disabled))}
    @click=${() =>
      disabled ? undefined : store.useComponent({ kind: 'press', messageId: message.id, customId })}
    >${label}</discord-button
  >`;
}

const buttonStyle = { link: 5, premium: 6 } as const;
const styleNames = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'destructive' } as const;

// The component greys a disabled button without telling the keyboard and screen readers.
function disable(element: Element | undefined, disabled: boolean): void {
  if (element === undefined) return;
  void customElements.whenDefined('discord-button').then(async () => {
    if ('updateComplete' in element) await element.updateComplete;
    const button = element.shadowRoot?.querySelector('button');
    if (button != null) button.disabled = disabled;
  });
}
