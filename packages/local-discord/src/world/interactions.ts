import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandOptionChoice,
  type APIAuthorizingIntegrationOwnersMap,
  type APIBaseInteraction,
  type APIMessageInteractionMetadata,
  type APIModalInteractionResponseCallbackData,
  ApplicationIntegrationType,
  GatewayDispatchEvents,
  InteractionContextType,
  type InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import { attachmentLimit } from './attachments.js';
import type { Channel } from './channel.js';
import { DirectMessage } from './direct-message.js';
import type { Guild } from './guild.js';
import type { Member } from './member.js';
import type { Message } from './message.js';
import { permissionsOf } from './permissions.js';
import type { World } from './world.js';

/** A bot has this long to answer at all, in milliseconds. */
const answerWithinMs = 3000;
/** An interaction's token works this long, in milliseconds. */
const tokenLifeMs = 15 * 60_000;

/** What a person sees first after acting. */
export type Outcome = 'message' | 'modal' | 'update' | 'deferred' | 'no response' | 'autocomplete';

/** The first visible outcome of an interaction. */
export interface FirstAnswer {
  readonly interaction: Interaction;
  readonly outcome: Outcome;
  readonly message: Message | undefined;
  readonly modal: APIModalInteractionResponseCallbackData | undefined;
  readonly choices: readonly APIApplicationCommandOptionChoice[] | undefined;
  /** From dispatch to the bot's request being there, in milliseconds. */
  readonly ms: number;
  /** The same until it was held against Discord's rules, too, and shown: not the bot's time alone. */
  readonly shownMs: number;
}

type Answer = Omit<FirstAnswer, 'interaction' | 'ms' | 'shownMs'>;

/** One thing a person did, and how far the bot has got with it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly member: Member;
  readonly channel: Channel;
  /** What it was, for people: `/score`, `button "How?"`. */
  readonly name: string;
  /** The message whose component was used, also when it led to a modal. */
  readonly source: Message | undefined;
  /** When its token stops working, by the world's clock. */
  expiresAt: number;
  /** By the machine's steady clock. */
  readonly startedAt: number;
  /** When the first request with an answer to it was there, by the same clock. */
  heardAt: number | undefined;
  /** The kind of answer given, once there is one. */
  acknowledged: InteractionResponseType | undefined;
  /** A trouble that was switched on hit an answer: what came of that is none of the bot's doing. */
  hindered: boolean;
  /** Three seconds passed without an answer. */
  missed: boolean;
  /** A live connection took the event. */
  delivered: boolean;
  /** Something in place of "thinking…" has been shown, or never will be. */
  finished: boolean;
  original: Message | undefined;
  readonly followUps: Message[];
  readonly first: Promise<FirstAnswer>;
}

interface Pending {
  readonly resolve: (answer: FirstAnswer) => void;
  readonly timer: NodeJS.Timeout;
}

/** Sends interactions to the bot and keeps what it answers, for as long as tokens live. */
export class InteractionDesk {
  readonly #world: World;
  readonly #keep: number;
  readonly #byToken = new Map<string, Interaction>();
  readonly #byId = new Map<string, Interaction>();
  readonly #pending = new Map<string, Pending>();
  /** Interactions answered and not answered, since the start. */
  readonly counts = { started: 0, answered: 0, unanswered: 0 };

  constructor(world: World, keep: number) {
    this.#world = world;
    this.#keep = keep;
  }

  /** Starts an interaction; `data` is its payload's `data` as Discord would send it. */
  start(
    type: InteractionType,
    o: {
      member: Member;
      channel: Channel;
      name: string;
      data: unknown;
      source?: Message | undefined;
    },
  ): Interaction {
    const { member, channel } = o;
    const id = this.#world.snowflakes.next();
    const token = `local.${randomBytes(60).toString('base64url')}`;
    let resolve: (answer: FirstAnswer) => void = () => undefined;
    const first = new Promise<FirstAnswer>((done) => {
      resolve = done;
    });
    const interaction: Interaction = {
      id,
      token,
      type,
      member,
      channel,
      name: o.name,
      source: o.source,
      expiresAt: this.#world.now() + tokenLifeMs,
      startedAt: performance.now(),
      heardAt: undefined,
      acknowledged: undefined,
      hindered: false,
      missed: false,
      delivered: false,
      finished: false,
      original: undefined,
      followUps: [],
      first,
    };
    const timer = setTimeout(() => this.#miss(interaction), answerWithinMs);
    this.#pending.set(id, { resolve, timer });
    this.#byId.set(id, interaction);
    this.#byToken.set(token, interaction);
    this.#prune();
    this.counts.started += 1;
    const payload = this.#payload(interaction, o.data);
    // Nothing of a server the bot was removed from reaches it.
    interaction.delivered =
      (channel.reachable || this.#world.userInstalls.has(member.id)) &&
      this.#world.tell(
        channel.reachable ? serverOf(channel)?.id : undefined,
        GatewayDispatchEvents.InteractionCreate,
        payload,
      );
    this.#world.changed({ kind: 'interaction', payload, delivered: interaction.delivered });
    return interaction;
  }

  #payload(interaction: Interaction, data: unknown): APIBaseInteraction<InteractionType, unknown> {
    return {
      id: interaction.id,
      application_id: this.#world.applicationId,
      type: interaction.type,
      data,
      token: interaction.token,
      version: 1,
      ...(interaction.source === undefined ? {} : { message: interaction.source.toApi() }),
      locale: interaction.member.locale,
      entitlements: [],
      attachment_size_limit: attachmentLimit,
      ...placeOf(interaction),
    };
  }

  /** The interaction of a callback address, if both parts belong together. */
  byIdAndToken(id: string, token: string): Interaction | undefined {
    const interaction = this.#byId.get(id);
    return interaction?.token === token ? interaction : undefined;
  }

  /** The interaction of a webhook token, also after it expired (while it is remembered). */
  byToken(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  /** Whether the token's fifteen minutes are over. */
  expired(interaction: Interaction): boolean {
    return this.#world.now() > interaction.expiresAt;
  }

  /** Time was let pass: what is in work stays as old as it was. */
  timePassed(ms: number): void {
    for (const interaction of this.#byId.values()) {
      if (!interaction.finished) interaction.expiresAt += ms;
    }
  }

  /** Remembers that a trouble which was switched on hit an answer to this interaction. */
  hinder(id: string): void {
    const interaction = this.#byId.get(id);
    if (interaction !== undefined) interaction.hindered = true;
  }

  /** Notes when a request with an answer to an interaction was there. */
  heard(id: string, at: number): void {
    const interaction = this.#byId.get(id);
    if (interaction !== undefined) interaction.heardAt ??= at;
  }

  /** Whether the answer comes after the three seconds. */
  tooLate(interaction: Interaction): boolean {
    return interaction.missed || performance.now() - interaction.startedAt > answerWithinMs;
  }

  /** Records the bot's one acknowledgement and shows it to the person. */
  acknowledge(interaction: Interaction, type: InteractionResponseType, answer: Answer): void {
    interaction.acknowledged = type;
    interaction.finished = answer.outcome !== 'deferred';
    interaction.original = answer.message;
    this.counts.answered += 1;
    this.#settle(interaction, answer);
  }

  /** What a message says about the interaction it answers. */
  metadata(interaction: Interaction): APIMessageInteractionMetadata {
    return {
      id: interaction.id,
      type: InteractionType.ApplicationCommand,
      user: interaction.member.user,
      authorizing_integration_owners: ownersOf(interaction),
    };
  }

  /** Ends every wait, so that nothing keeps the process alive. */
  close(): void {
    for (const [id, pending] of this.#pending) {
      clearTimeout(pending.timer);
      const interaction = this.#byId.get(id);
      if (interaction !== undefined) this.#settle(interaction, unanswered);
    }
    this.#pending.clear();
  }

  #miss(interaction: Interaction): void {
    interaction.missed = true;
    interaction.finished = true;
    this.counts.unanswered += 1;
    // A bot that wasn't connected, was killed meanwhile or met with trouble has broken no rule.
    const killed = this.#world.connectionBrokeAt > interaction.startedAt;
    if (interaction.delivered && !killed && !interaction.hindered) {
      this.#world.violation(
        'did not respond',
        `${interaction.name} got no answer within ${answerWithinMs / 1000} seconds`,
        `interaction ${interaction.id}`,
      );
    }
    this.#settle(interaction, unanswered);
  }

  #settle(interaction: Interaction, answer: Answer): void {
    const pending = this.#pending.get(interaction.id);
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    this.#pending.delete(interaction.id);
    const shownMs = performance.now() - interaction.startedAt;
    const ms = (interaction.heardAt ?? performance.now()) - interaction.startedAt;
    pending.resolve({ ...answer, interaction, ms, shownMs });
  }

  #prune(): void {
    while (this.#byId.size > this.#keep) {
      const oldest = this.#byId.values().next().value;
      if (oldest === undefined) return;
      this.#byId.delete(oldest.id);
      this.#byToken.delete(oldest.token);
    }
  }
}

function serverOf(channel: Channel): Guild | undefined {
  return channel instanceof DirectMessage ? undefined : channel.guild;
}

// Discord names no server where the bot is spoken to in a direct message.
function ownersOf({ channel, member }: Pick<Interaction, 'channel' | 'member'>) {
  const owners: APIAuthorizingIntegrationOwnersMap = {};
  if (channel.reachable) {
    owners[ApplicationIntegrationType.GuildInstall] = serverOf(channel)?.id ?? '0';
  }
  if (channel.guild.world.userInstalls.has(member.id)) {
    owners[ApplicationIntegrationType.UserInstall] = member.id;
  }
  return owners;
}

/** Whether the bot is there for this one person alone. */
export function isForOneAlone({ channel }: Pick<Interaction, 'channel'>): boolean {
  return !channel.reachable;
}

/** Where an interaction happened and who acted, as its payload tells it. */
function placeOf({ member, channel }: Interaction) {
  const server = serverOf(channel);
  const place = {
    channel: channel.toInteraction(member),
    channel_id: channel.id,
    app_permissions: String(permissionsOf(channel.guild.bot, channel)),
    authorizing_integration_owners: ownersOf({ channel, member }),
  };
  if (server === undefined) {
    return { ...place, user: member.user, context: InteractionContextType.BotDM };
  }
  return {
    ...place,
    guild: { id: server.id, locale: server.preferredLocale, features: [] },
    guild_id: server.id,
    guild_locale: server.preferredLocale,
    member: member.toInteraction(channel),
    context: InteractionContextType.Guild,
  };
}

const unanswered: Answer = {
  outcome: 'no response',
  message: undefined,
  modal: undefined,
  choices: undefined,
};
