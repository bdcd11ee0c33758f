import type { APIEmbed, APIEmbedImage, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-button.js';
import '@skyra/discord-components-core/discord-command.js';
import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '@skyra/discord-components-core/discord-message.js';
import { timestamp } from '../people/timestamp.js';
import { botAvatar, letterAvatar } from './avatar.js';
import { blocks, inline } from './markup.js';
import type { FileView, MessageView } from './protocol.js';
import type { Note, Store } from './store.js';
import { isLight } from './theme.js';

const minuteMs = 60_000;

/** Everything that how a message looks depends on: where none of it changed, it needn't be drawn. */
export function partsOf(message: MessageView, store: Store): unknown[] {
  return [
    message,
    store.entry,
    store.failures.get(message.id),
    store.busy.get(message.id),
    Math.floor(store.moment.now / minuteMs),
    isLight(),
  ];
}

/** A message with everything on it. */
export function messageView(message: MessageView, store: Store): TemplateResult {
  const { author, uses } = message;
  const avatar = author.bot ? botAvatar : letterAvatar(author.name, author.id);
  const failure = store.failures.get(message.id);
  return html`<discord-message
    role="article"
    aria-label=${`${author.name}, ${timeOf(message.createdAt, store)}`}
    data-message=${message.id}
    author=${author.name}
    avatar=${avatar}
    ?bot=${author.bot}
    ?edited=${message.edited && !message.loading}
    ?highlight=${message.pinged}
    ?light-theme=${isLight()}
    class=${message.ephemeral ? 'is-ephemeral' : ''}
    timestamp=${timeOf(message.createdAt, store)}
  >
    ${
      uses === null || uses.command === ''
        ? nothing
        : usedCommand(uses.name, uses.userId, uses.command)
    }
    ${message.loading ? thinking(author.name) : blocks(message.content, store)}
    ${message.embeds.map((embed) => embedView(embed, store))}
    ${message.files.map(fileView)}
    ${message.components.map((component) => componentView(component, message, store))}
    ${message.files.length > 0 && !author.bot ? menuView(message, store) : nothing}
    ${
      failure === undefined
        ? nothing
        : html`<div slot="components" class="failure" role="alert">${failure}</div>`
    }
    ${message.ephemeral ? dismissal(message.id, store) : nothing}
  </discord-message>`;
}

/** What the menu of a message offers under "Apps". */
function menuView({ id }: MessageView, store: Store): TemplateResult {
  const names = store.entry?.messageCommands ?? [];
  return html`<div slot="components" class="message-menu">
    ${names.map(
      (name) =>
        html`<button
          type="button"
          ?disabled=${store.busy.has(id)}
          @click=${() => void store.useComponent({ kind: 'use', messageId: id, name })}
        >
          Apps › ${name}
        </button>`,
    )}
  </div>`;
}

/** A command of one's own that has no answer yet, or never got one. */
export function noteView(note: Note, store: Store): TemplateResult {
  const { member, entry } = store;
  return html`<discord-message
    role="article"
    aria-label=${note.failed ? `${note.command} failed` : `${note.command} was sent`}
    author=${entry?.bot.name ?? ''}
    avatar=${botAvatar}
    bot
    ?light-theme=${isLight()}
    class="is-ephemeral"
    timestamp=""
  >
    ${usedCommand(member?.name ?? '', member?.id ?? '', note.command)}
    ${
      note.failed
        ? html`<span class="failure">The application did not respond</span>`
        : html`<span class="thinking">Sending command…</span>`
    }
    ${note.failed ? onlyYou(() => dismissNote(note, store)) : nothing}
  </discord-message>`;
}

function dismissNote(note: Note, store: Store): void {
  store.change(() => {
    store.notes = store.notes.filter((one) => one !== note);
  });
}

function usedCommand(name: string, id: string, command: string): TemplateResult {
  return html`<discord-command
    slot="reply"
    author=${name}
    avatar=${letterAvatar(name, id)}
    command=${command.replace(/^\//, '')}
    type="slash_command"
    ?light-theme=${isLight()}
  ></discord-command>`;
}

function thinking(name: string): TemplateResult {
  return html`<span class="thinking"><span class="dots" aria-hidden="true"></span>${name} is thinking…</span>`;
}

function dismissal(id: string, store: Store): TemplateResult {
  return onlyYou(() => store.change(() => store.dismissed.add(id)));
}

function onlyYou(dismiss: () => void): TemplateResult {
  return html`<div slot="components" class="only-you">
    <span>Only you can see this</span> •
    <button type="button" class="as-link" @click=${dismiss}>Dismiss message</button>
  </div>`;
}

/** A moment as Discord's message heads tell it. */
function timeOf(createdAt: string, { moment }: Store): string {
  const ms = Date.parse(createdAt);
  const clock = timestamp(ms, 't', moment);
  const today = timestamp(moment.now, 'd', moment) === timestamp(ms, 'd', moment);
  return today ? `Today at ${clock}` : `${timestamp(ms, 'd', moment)} ${clock}`;
}

function embedView(embed: APIEmbed, store: Store): TemplateResult {
  const { title, url, description, fields = [], footer, image, thumbnail, author } = embed;
  const colour = embed.color === undefined ? undefined : `#${hex(embed.color)}`;
  const foot = [footer?.text, embed.timestamp && timeOf(embed.timestamp, store)].filter(
    (text) => text !== undefined && text !== '',
  );
  return html`<discord-embed slot="embeds" .color=${colour} ?light-theme=${isLight()}>
    ${
      author === undefined && title === undefined && description === undefined
        ? nothing
        : html`<discord-embed-description slot="description">
            ${author === undefined ? nothing : html`<div class="embed-author">${author.name}</div>`}
            ${
              title === undefined
                ? nothing
                : html`<div class="embed-title">
                    ${
                      url === undefined
                        ? inline(title, store)
                        : html`<a href=${url} target="_blank" rel="noopener noreferrer"
                            >${inline(title, store)}</a
                          >`
                    }
                  </div>`
            }
            ${description === undefined ? nothing : blocks(description, store)}
          </discord-embed-description>`
    }
    ${
      fields.length === 0
        ? nothing
        : html`<discord-embed-fields slot="fields">
            ${placed(fields).map(
              ({ field, column }) =>
                html`<discord-embed-field
                  ?inline=${column !== undefined}
                  .inlineIndex=${column}
                  ?light-theme=${isLight()}
                >
                  <div class="field-name">${inline(field.name, store)}</div>
                  ${blocks(field.value, store)}
                </discord-embed-field>`,
            )}
          </discord-embed-fields>`
    }
    ${
      thumbnail === undefined
        ? nothing
        : html`<div slot="footer" class="embed-picture">${picture(thumbnail, 'Thumbnail')}</div>`
    }
    ${
      image === undefined
        ? nothing
        : html`<div slot="footer" class="embed-picture">${picture(image, 'Picture without a description')}</div>`
    }
    ${
      foot.length === 0
        ? nothing
        : html`<discord-embed-footer slot="footer" ?light-theme=${isLight()}>
            <span>${foot.join(' • ')}</span>
          </discord-embed-footer>`
    }
  </discord-embed>`;
}

function hex(colour: number): string {
  return colour.toString(16).padStart(6, '0');
}

type Field = NonNullable<APIEmbed['fields']>[number];

/** Which third of its row an inline field stands in; the others have a row of their own. */
function placed(fields: readonly Field[]): { field: Field; column: 1 | 2 | 3 | undefined }[] {
  let before = 0;
  return fields.map((field) => {
    if (field.inline !== true) {
      before = 0;
      return { field, column: undefined };
    }
    const column = before === 0 ? 1 : before === 1 ? 2 : 3;
    before = (before + 1) % 3;
    return { field, column };
  });
}

/** A picture of the playground's own; of another's only the address, since nothing is fetched. */
function picture({ url, description }: APIEmbedImage, nameless: string): TemplateResult {
  if (url.startsWith('/')) {
    return html`<img src=${url} alt=${description ?? nameless} loading="lazy" />`;
  }
  return html`<span class="foreign">Picture at ${url} (the playground fetches nothing)</span>`;
}

function fileView(file: FileView): TemplateResult {
  const alt = file.description ?? file.name;
  return html`<div slot="attachments" class="file">
    ${
      /^image\/(png|jpeg|gif|webp)/.test(file.contentType)
        ? html`<img src=${file.url} alt=${alt} loading="lazy" />`
        : html`<a href=${file.url} download=${file.name}>${file.name}</a>
            <span>${file.size.toLocaleString('en')} bytes</span>`
    }
  </div>`;
}

function componentView(
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
