import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { toggle } from './drawers.js';
import { closeIcon } from './icons.js';
import type { ActivityDetail, ActivityView, FaultMode, FaultName } from './protocol.js';
import { activityDetail, disconnect, fillSample, passTime, switchFault } from './requests.js';
import type { Store } from './store.js';

const dayMs = 86_400_000;

const faultWords: readonly { name: FaultName; words: string; about: string }[] = [
  { name: 'slow', words: 'Slow', about: 'Discord takes 1.5 seconds for an answer' },
  { name: 'rate limit', words: '429', about: 'Too many requests, come back in a second' },
  { name: 'server error', words: '503', about: 'Discord itself has trouble' },
  { name: 'lost connection', words: 'Cut', about: 'The connection breaks before it arrives' },
];

const modes: readonly { mode: FaultMode; words: string }[] = [
  { mode: 'off', words: 'off' },
  { mode: 'next', words: 'next request' },
  { mode: 'always', words: 'every request' },
];

/** The side for people who judge or develop: what was asked, how long it took, what broke. */
export class Panel {
  readonly #store: Store;
  #open: number | undefined;
  #detail: ActivityDetail | undefined;
  #busy = false;

  constructor(store: Store) {
    this.#store = store;
  }

  view(): TemplateResult {
    const { status, activity } = this.#store;
    const lines = [...activity.values()].reverse();
    const broken = status?.violations ?? 0;
    return html`<aside id="panel" class="panel" aria-label="Behind the scenes">
      <header>
        <h2>Behind the scenes</h2>
        <button
          type="button"
          class="icon"
          aria-label="Close the side panel"
          @click=${() => toggle('panel', this.#store)}
        >
          ${closeIcon}
        </button>
      </header>
      <p class=${broken === 0 ? 'verdict' : 'verdict is-broken'} role="status">
        ${
          broken === 0
            ? 'The bot kept every rule of Discord.'
            : `The bot broke ${broken} ${broken === 1 ? 'rule' : 'rules'} of Discord.`
        }
      </p>
      ${this.#time()} ${this.#faults()}
      <h3>Requests</h3>
      ${
        lines.length === 0
          ? html`<p class="quiet">Nothing yet. Send a command.</p>`
          : html`<ol class="activity" reversed>
              ${repeat(
                lines,
                ({ id }) => id,
                (line) => guard(this.#partsOf(line), () => this.#line(line)),
              )}
            </ol>`
      }
    </aside>`;
  }

  #faults(): TemplateResult {
    const { status } = this.#store;
    return html`<h3>Troubles</h3>
      <div class="faults">
        ${faultWords.map(({ name, words, about }) => {
          const id = `fault-${name.replace(' ', '-')}`;
          return html`<div class="fault">
            <label for=${id}>${words}</label>
            <select
              id=${id}
              aria-describedby=${`${id}-about`}
              .value=${live(status?.faults[name] ?? 'off')}
              @change=${(event: Event) => void switchTo(name, event)}
            >
              ${modes.map(({ mode, words: text }) => html`<option value=${mode}>${text}</option>`)}
            </select>
            <span id=${`${id}-about`} class="about">${about}</span>
          </div>`;
        })}
        <div class="fault">
          <button type="button" class="secondary" @click=${() => void disconnect()}>
            Cut the gateway
          </button>
          <span class="about" role="status"
            >${
              status?.ended === true
                ? 'The bot has ended.'
                : status?.connected === true
                  ? 'The bot is connected.'
                  : 'The bot is connecting …'
            }</span
          >
        </div>
      </div>`;
  }

  #time(): TemplateResult | typeof nothing {
    const { status, report } = this.#store;
    if (status === undefined || !(status.can.passTime || status.can.fillSample)) return nothing;
    const button = (words: string, work: () => Promise<string | undefined>): TemplateResult =>
      html`<button
        type="button"
        class="secondary"
        ?disabled=${this.#busy}
        @click=${() => void this.#work(work)}
      >
        ${words}
      </button>`;
    return html`<h3>The community</h3>
      <div class="community">
        ${
          status.can.passTime
            ? [
                button('Let a day pass', () => passTime(dayMs)),
                button('Let a week pass', () => passTime(7 * dayMs)),
              ]
            : nothing
        }
        ${status.can.fillSample ? button('Fill with a sample community', fillSample) : nothing}
        <p class="about" role="status">${report} ${aheadOf(status.aheadMs)}</p>
      </div>`;
  }

  async #work(work: () => Promise<string | undefined>): Promise<void> {
    this.#store.change(() => {
      this.#busy = true;
      this.#store.report = '';
    });
    const refusal = await work();
    this.#store.change(() => {
      this.#busy = false;
      if (refusal !== undefined) this.#store.report = refusal;
    });
  }

  #partsOf(line: ActivityView): unknown[] {
    return this.#open === line.id ? [line, this.#detail] : [line];
  }

  #line(line: ActivityView): TemplateResult {
    const open = this.#open === line.id;
    const bad =
      line.violations.length > 0 ||
      line.outcome === 'no answer' ||
      line.outcome === 'not delivered' ||
      (line.status !== undefined && (line.status === 0 || line.status >= 400));
    return html`<li class=${`line line-${line.kind}${bad ? ' is-bad' : ''}`}>
      <button
        type="button"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => void this.#toggle(line.id)}
      >
        <span class="line-title">${line.title}</span>
        <span class="line-facts">${factsOf(line)}</span>
      </button>
      ${line.violations.map((rule) => html`<p class="violation">✗ ${rule}</p>`)}
      ${open ? this.#details(line) : nothing}
    </li>`;
  }

  #details(line: ActivityView): TemplateResult {
    const detail = this.#detail;
    if (detail === undefined) return html`<p class="quiet">…</p>`;
    const parts: readonly [string, unknown][] = [
      ['Interaction', detail.interaction],
      [line.kind === 'interaction' ? 'The bot’s reply' : 'Request', detail.body],
      ['Discord’s answer', detail.answer],
    ];
    return html`${parts.map(([words, value]) =>
      value === undefined || value === null
        ? nothing
        : html`<h4>${words}</h4>
            <pre tabindex="0" aria-label=${words}>${JSON.stringify(value, null, 2)}</pre>`,
    )}`;
  }

  async #toggle(id: number): Promise<void> {
    this.#store.change(() => {
      this.#open = this.#open === id ? undefined : id;
      this.#detail = undefined;
    });
    if (this.#open !== id) return;
    const detail = await activityDetail(id);
    this.#store.change(() => {
      if (this.#open === id) this.#detail = detail;
    });
  }
}

/** How far the clock was turned, in days; nothing where it wasn't. */
function aheadOf(ms: number): string {
  const days = Math.round(ms / dayMs);
  if (days === 0) return '';
  return `The clock here is ${days} ${days === 1 ? 'day' : 'days'} ahead of yours.`;
}

function factsOf({ kind, who, status, ms, outcome }: ActivityView): string {
  const took = ms === undefined ? '' : `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
  if (kind === 'interaction') return [`by ${who}`, outcome, took].filter(Boolean).join(' · ');
  const word = status === 0 ? 'connection lost' : String(status);
  return [word, took, who === '' ? '' : `for ${who}`].filter(Boolean).join(' · ');
}

async function switchTo(name: FaultName, event: Event): Promise<void> {
  if (!(event.currentTarget instanceof HTMLSelectElement)) return;
  const mode = modes.find(
    ({ mode: one }) => one === (event.currentTarget as HTMLSelectElement).value,
  );
  if (mode !== undefined) await switchFault(name, mode.mode);
}
