import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import * as z from 'zod';
import type { LocalDiscord } from '../../local-discord.js';
import type { RecordedRequest } from '../../rest/server.js';
import { walk } from '../../rules/components.js';
import type { Change, Violation } from '../../world/world.js';
import type { ActivityDetail, ActivityView } from '../protocol.js';

/** How many lines are kept. */
const kept = 500;

const modalAnswer = z.object({
  type: z.literal(InteractionResponseType.Modal),
  data: z.object({ custom_id: z.string(), title: z.string() }),
});
const interactionPayload = z.object({
  id: z.string(),
  token: z.string(),
  type: z.enum(InteractionType),
  data: z.looseObject({ name: z.string().optional(), custom_id: z.string().optional() }),
  message: z.object({ components: z.array(z.unknown()) }).optional(),
  member: z.object({ user: z.object({ username: z.string(), global_name: z.string().nullish() }) }),
});
type InteractionPayload = z.infer<typeof interactionPayload>;

interface Entry {
  view: ActivityView;
  detail: ActivityDetail;
  readonly startedAt: number;
}

/**
 * What people did and what the bot asked of Discord for it, line by line: each with the time it
 * took, the rules it broke and the raw payloads.
 */
export class ActivityLog {
  /** Called with each line as it comes and as it changes. */
  onChange: (view: ActivityView) => void = () => undefined;
  readonly #entries = new Map<number, Entry>();
  readonly #byInteraction = new Map<string, number>();
  readonly #interactionOfToken = new Map<string, string>();
  /** The titles of the forms that were opened, by their custom ids. */
  readonly #titles = new Map<string, string>();
  readonly #names = new Map<string, string>();
  /** Broken rules whose request isn't recorded yet. */
  readonly #waiting: Violation[] = [];
  readonly #stop: () => void;
  #next = 1;

  constructor(discord: Pick<LocalDiscord, 'watch'>) {
    this.#stop = discord.watch((change) => this.#take(change));
  }

  /** The lines so far, oldest first. */
  get views(): ActivityView[] {
    return [...this.#entries.values()].map((entry) => entry.view);
  }

  /** What a line is made of; undefined if it is no longer kept. */
  detail(id: number): ActivityDetail | undefined {
    return this.#entries.get(id)?.detail;
  }

  /** The command an interaction used, as `/name subcommand`. */
  commandOf(interactionId: string): string | undefined {
    return this.#names.get(interactionId);
  }

  /** Stops listening. */
  close(): void {
    this.#stop();
  }

  #take(change: Change): void {
    if (change.kind === 'interaction') this.#interaction(change.payload, change.delivered);
    else if (change.kind === 'request') this.#request(change.request);
    else if (change.kind === 'violation') this.#violation(change.violation);
  }

  #interaction(raw: unknown, delivered: boolean): void {
    const payload = interactionPayload.parse(raw);
    const name = this.#nameOf(payload);
    if (payload.type === InteractionType.ApplicationCommand) this.#names.set(payload.id, name);
    this.#interactionOfToken.set(payload.token, payload.id);
    const id = this.#add(
      {
        kind: 'interaction',
        title: name,
        who: payload.member.user.global_name ?? payload.member.user.username,
        status: undefined,
        ms: undefined,
        outcome: delivered ? 'waiting' : 'not delivered',
        violations: [],
      },
      { interaction: raw, body: undefined, answer: undefined },
    );
    this.#byInteraction.set(payload.id, id);
  }

  #request(request: RecordedRequest): void {
    const name = `${request.method} ${request.path}`;
    const violations = this.#waiting
      .filter((violation) => violation.request === name)
      .map(sentenceOf);
    this.#waiting.splice(0);
    const interactionId = this.#interactionBehind(request.path);
    const asked = interactionId === undefined ? undefined : this.#entryOf(interactionId);
    this.#add(
      {
        kind: 'request',
        title: `${request.method} ${routeOf(request.path)}`,
        who: asked?.view.title ?? '',
        status: request.status,
        ms: request.ms,
        outcome: '',
        violations,
      },
      { interaction: asked?.detail.interaction, body: request.body, answer: request.answer },
    );
    const answered = /^\/interactions\/\d+\/[^/]+\/callback$/.test(request.path);
    if (!answered || asked === undefined || asked.view.ms !== undefined) return;
    const modal = modalAnswer.safeParse(request.body);
    if (modal.success) this.#titles.set(modal.data.data.custom_id, modal.data.data.title);
    if (request.status < 200 || request.status > 299) return;
    const ms = performance.now() - asked.startedAt;
    asked.detail = { ...asked.detail, body: request.body, answer: request.answer };
    this.#change(asked, { ms, outcome: 'answered' });
  }

  #violation(violation: Violation): void {
    const interactionId = /^interaction (\d+)$/.exec(violation.request)?.[1];
    const entry = interactionId === undefined ? undefined : this.#entryOf(interactionId);
    if (entry === undefined) {
      this.#waiting.push(violation);
      return;
    }
    const violations = [...entry.view.violations, sentenceOf(violation)];
    this.#change(entry, { outcome: 'no answer', violations });
  }

  #nameOf(payload: InteractionPayload): string {
    const { custom_id: customId = '' } = payload.data;
    switch (payload.type) {
      case InteractionType.ApplicationCommand:
        return commandIn(payload);
      case InteractionType.ApplicationCommandAutocomplete:
        return `suggestions for ${commandIn(payload)}`;
      case InteractionType.ModalSubmit:
        return `form "${this.#titles.get(customId) ?? customId}"`;
      default: {
        const placed = [...walk(payload.message?.components ?? [])].find(
          ({ component }) => component['custom_id'] === customId,
        );
        return `"${String(placed?.component['label'] ?? customId)}"`;
      }
    }
  }

  #interactionBehind(path: string): string | undefined {
    const direct = /^\/interactions\/(\d+)\//.exec(path)?.[1];
    if (direct !== undefined) return direct;
    const token = /^\/webhooks\/\d+\/([^/]+)/.exec(path)?.[1];
    return token === undefined ? undefined : this.#interactionOfToken.get(token);
  }

  #entryOf(interactionId: string): Entry | undefined {
    return this.#entries.get(this.#byInteraction.get(interactionId) ?? 0);
  }

  #add(view: Omit<ActivityView, 'id'>, detail: ActivityDetail): number {
    const id = this.#next++;
    const entry = { view: { id, ...view }, detail, startedAt: performance.now() };
    this.#entries.set(id, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= kept) break;
      this.#entries.delete(oldest);
    }
    this.onChange(entry.view);
    return id;
  }

  #change(entry: Entry, change: Partial<ActivityView>): void {
    entry.view = { ...entry.view, ...change };
    this.onChange(entry.view);
  }
}

/** The command of an interaction with its subcommands: `/faq saves`. */
function commandIn({ data }: InteractionPayload): string {
  const options: unknown = data['options'];
  const words = [data.name ?? ''];
  for (let level = options; Array.isArray(level); ) {
    const sub = z.looseObject({ type: z.number(), name: z.string() }).safeParse(level[0]);
    if (!sub.success || sub.data.type > 2) break;
    words.push(sub.data.name);
    level = sub.data['options'];
  }
  return `/${words.join(' ')}`;
}

/** A path without its secret middle, short enough to be read. */
function routeOf(path: string): string {
  return path
    .replace(/^(\/interactions\/)\d+\/[^/]+/, '$1…')
    .replace(/^(\/webhooks\/)\d+\/[^/]+/, '$1…')
    .replace(/\d{15,}/g, '…');
}

function sentenceOf({ rule, detail }: Violation): string {
  return `${rule}: ${detail}`;
}
