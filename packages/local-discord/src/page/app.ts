import { html, nothing, render, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import '@skyra/discord-components-core/discord-messages.js';
import { letterAvatar } from './avatar.js';
import { CommandBox } from './command-box.js';
import { closeByEscape, toggle, toggleId } from './drawers.js';
import { menuIcon, panelIcon } from './icons.js';
import { messageView, noteView, partsOf } from './message-view.js';
import { modalView, showModal } from './modal-view.js';
import { Panel } from './panel.js';
import type { ChannelView, MemberView, ServerView } from './protocol.js';
import { setLocale } from './requests.js';
import { StayAtEnd } from './stay-at-end.js';
import type { Store } from './store.js';
import { chooseTheme, currentTheme, followTheme, isLight, type Theme } from './theme.js';

/** How long events of the server are gathered, in milliseconds. */
const frameMs = 16;
const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Shows the whole page in an element and keeps it up to date. */
export function showApp(root: HTMLElement, store: Store): void {
  const box = new CommandBox(store);
  const panel = new Panel(store);
  const end = new StayAtEnd();
  let place = '';
  let lastSent = 0;
  const draw = (): void => {
    const { memberId, channelId } = store.place;
    if (place !== `${memberId}/${channelId}`) {
      place = `${memberId}/${channelId}`;
      box.reset();
    }
    render(appView(store, box, panel), root);
    showModal(store);
    box.afterRender();
    end.watch(document.getElementById('messages'));
    const sent = store.notes.at(-1)?.id ?? 0;
    if (sent > lastSent) end.goThere();
    lastSent = Math.max(sent, lastSent);
  };
  // Drawing takes fields away and so moves the focus, which changes things: never one in another.
  let due = false;
  const drawSoon = (): void => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      draw();
    });
  };
  // What the reader does shows before the next key. The server can tell of hundreds of things in
  // a moment, as when a community moves in: those that come together are drawn together.
  let gathering = false;
  store.onChange = (by) => {
    if (by === 'reader') {
      drawSoon();
    } else if (!gathering) {
      gathering = true;
      setTimeout(() => {
        gathering = false;
        drawSoon();
      }, frameMs);
    }
  };
  followTheme(drawSoon);
  drawSoon();
}

function appView(store: Store, box: CommandBox, panel: Panel): TemplateResult {
  const { server, entry } = store;
  if (entry === undefined || server === undefined) {
    return html`<main>
      <p class="quiet" role="status">${store.lost ? lostSentence : 'Opening the playground …'}</p>
    </main>`;
  }
  const classes = [
    'app',
    store.panelOpen ? 'has-panel' : '',
    store.sidebarOpen ? 'has-sidebar' : '',
  ].join(' ');
  return html`<div
    class=${classes}
    @keydown=${(event: KeyboardEvent) => closeByEscape(event, store)}
  >
    ${sidebar(store, server)}
    <main class="channel">
      ${head(store)}
      ${
        store.lost
          ? html`<p class="banner" role="alert">${lostSentence}</p>`
          : store.status?.ended === true
            ? html`<p class="banner" role="alert">
                The bot’s process has ended. The terminal says why.
              </p>`
            : nothing
      }
      ${messageList(store, box)}${box.view()}
    </main>
    ${store.panelOpen ? panel.view() : nothing}
  </div>
  ${modalView(store)}`;
}

const lostSentence =
  'The playground doesn’t answer. It was stopped, or it is starting: this page tries again by itself.';

function head(store: Store): TemplateResult {
  return html`<header class="channel-head">
    <button
      type="button"
      id=${toggleId('sidebar')}
      class="icon only-narrow"
      aria-label="Servers, channels and people"
      aria-expanded=${store.sidebarOpen ? 'true' : 'false'}
      aria-controls="sidebar"
      @click=${() => toggle('sidebar', store)}
    >
      ${menuIcon}
    </button>
    <h1><span aria-hidden="true">#</span> ${store.channelName}</h1>
    <label class="theme"
      ><span class="hidden">Colours</span>
      <select
        @change=${(event: Event) => {
          const { currentTarget } = event;
          const theme = themes.find(
            (one) => currentTarget instanceof HTMLSelectElement && one === currentTarget.value,
          );
          if (theme !== undefined) store.change(() => chooseTheme(theme));
        }}
      >
        ${themes.map(
          (theme) =>
            html`<option value=${theme} ?selected=${theme === currentTheme()}>${theme}</option>`,
        )}
      </select></label
    >
    <button
      type="button"
      id=${toggleId('panel')}
      class="text"
      aria-expanded=${store.panelOpen ? 'true' : 'false'}
      aria-controls="panel"
      @click=${() => toggle('panel', store)}
    >
      ${panelIcon}<span>Behind the scenes</span>
    </button>
  </header>`;
}

function messageList(store: Store, box: CommandBox): TemplateResult {
  const { shown, notes, channelName, entry } = store;
  // Another channel's messages are no news: only what comes to this list is read out.
  return html`${keyed(
    `${store.place.memberId}/${store.place.channelId}`,
    html`<div
    id="messages"
    class="messages"
    role="log"
    aria-live="polite"
    aria-label=${`Messages in #${channelName}`}
    tabindex="0"
  >
    <div class="welcome">
      <p class="welcome-title">Welcome to #${channelName}!</p>
      <p>
        The real bot is in this channel; everything happens on this machine. Type <kbd>/</kbd> to
        see its commands.
      </p>
      <p id="tour-title">Or take one of these, look at it and send it:</p>
      <ul class="tour" aria-labelledby="tour-title">
        ${entry?.tour.map(
          ({ say, line }) =>
            html`<li>
              ${say}
              <button type="button" class="secondary" @click=${() => box.put(line)}>${line}</button>
            </li>`,
        )}
      </ul>
    </div>
    <discord-messages no-background ?light-theme=${isLight()}>
      ${repeat(
        shown,
        ({ id }) => id,
        (message) => guard(partsOf(message, store), () => messageView(message, store)),
      )}
      ${repeat(
        notes,
        ({ id }) => `note-${id}`,
        (note) => noteView(note, store),
      )}
    </discord-messages>
  </div>`,
  )}`;
}

function sidebar(store: Store, server: ServerView): TemplateResult {
  const { entry, member } = store;
  const goTo = (memberId: string, channelId: string): void => {
    if (store.sidebarOpen) toggle('sidebar', store);
    store.enter({ memberId, channelId });
  };
  const enterServer = (one: ServerView): void => {
    const [first] = one.members;
    const [channelId] = first?.channels ?? [];
    if (first !== undefined && channelId !== undefined) goTo(first.id, channelId);
  };
  const become = (one: MemberView): void => {
    const here = entry?.channelId ?? '';
    const channelId = one.channels.includes(here) ? here : one.channels[0];
    if (channelId !== undefined) goTo(one.id, channelId);
  };
  return html`<nav id="sidebar" class="sidebar" aria-label="Servers, channels and people">
    <ul class="servers" aria-label="Servers">
      ${entry?.servers.map(
        (one) =>
          html`<li>
            <button
              type="button"
              title=${one.name}
              aria-label=${one.name}
              aria-current=${one === server ? 'true' : 'false'}
              @click=${() => enterServer(one)}
            >
              <img src=${letterAvatar(one.name, one.id)} alt="" />
            </button>
          </li>`,
      )}
    </ul>
    <div class="places">
      <h2>${server.name}</h2>
      <h3 id="channels-title">Channels</h3>
      <ul class="channels" aria-labelledby="channels-title">
        ${placesOf(server, member).map(({ id, name, kind, below }) =>
          kind === 'forum'
            ? html`<li class="forum"><span aria-hidden="true">☰</span> ${name}</li>`
            : html`<li class=${below ? 'thread' : ''}>
                <button
                  type="button"
                  aria-current=${id === entry?.channelId ? 'page' : 'false'}
                  @click=${() => goTo(entry?.memberId ?? '', id)}
                >
                  <span aria-hidden="true">${below ? '↳' : '#'}</span> ${name}
                </button>
              </li>`,
        )}
      </ul>
      <h3 id="people-title">You are</h3>
      <ul class="people" aria-labelledby="people-title">
        ${server.members.map(
          (one) =>
            html`<li>
              <button
                type="button"
                aria-current=${one.id === entry?.memberId ? 'true' : 'false'}
                @click=${() => become(one)}
              >
                <img src=${letterAvatar(one.name, one.id)} alt="" />
                <span>${one.name}</span> <span class="standing">${one.standing}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${languageMenu(store)}
    </div>
  </nav>`;
}

/** What a member may look into, each thread below where it belongs; a forum if it has posts for them. */
function placesOf(
  { channels }: ServerView,
  member: MemberView | undefined,
): (ChannelView & { readonly below: boolean })[] {
  const open = channels.filter(({ id }) => member?.channels.includes(id));
  const threadsOf = (parent: ChannelView) => open.filter(({ parentId }) => parentId === parent.id);
  return channels
    .filter((one) => one.parentId === undefined)
    .filter((one) => (one.kind === 'forum' ? threadsOf(one).length > 0 : open.includes(one)))
    .flatMap((one) => [
      { ...one, below: false },
      ...threadsOf(one).map((thread) => ({ ...thread, below: true })),
    ]);
}

/** The language that the Discord of whoever one is is set to: the bot is told it with each command. */
function languageMenu({ entry, member }: Store): TemplateResult | typeof nothing {
  if (entry === undefined || member === undefined) return nothing;
  return html`<label class="language"
    ><span>${member.name}’s Discord is in</span>
    <select
      .value=${live(member.locale)}
      @change=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLSelectElement) {
          void setLocale(member.id, currentTarget.value);
        }
      }}
    >
      ${entry.locales.map(
        ({ code, name }) =>
          html`<option value=${code} ?selected=${code === member.locale}>${name}</option>`,
      )}
    </select></label
  >`;
}
