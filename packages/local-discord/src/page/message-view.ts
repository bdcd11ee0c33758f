import { html, nothing, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-command.js';
import '@skyra/discord-components-core/discord-message.js';
import { botAvatar, letterAvatar } from './avatar.js';
import { componentView } from './component-view.js';
import { embedView } from './embed-view.js';
import { blocks } from './markup.js';
import { timeOf } from './message-time.js';
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
