import {
  type APIApplicationCommandInteractionDataOption,
  GatewayCloseCodes,
  InteractionType,
} from 'discord-api-types/v10';
import { Gateway } from './gateway/gateway.js';
import type { GatewayControl } from './gateway/gateway-control.js';
import { commandData } from './people/command-line.js';
import { type Person, personAt } from './people/person.js';
import { type RecordedRequest, RestServer } from './rest/server.js';
import type { Channel } from './world/channel.js';
import { Clock } from './world/clock.js';
import { Faults } from './world/faults.js';
import type { Guild } from './world/guild.js';
import { type FirstAnswer, InteractionDesk } from './world/interactions.js';
import type { Member } from './world/member.js';
import { RateLimits } from './world/rate-limits.js';
import {
  type Change,
  type NewGuild,
  type RegisteredCommand,
  type Violation,
  World,
} from './world/world.js';

/** How the local Discord behaves; everything has a default. */
export interface LocalDiscordOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly botToken?: string;
  /** How many shards may identify within five seconds; 1 as for a new bot. */
  readonly maxConcurrency?: number;
  /** The clock of ids, token lives and nonces, in milliseconds since 1970. */
  readonly now?: () => number;
  /** How far its clock begins ahead of `now`, in milliseconds; below zero in the past. */
  readonly clockShift?: number;
  /** Messages kept in each channel, 500 by default. */
  readonly keepMessages?: number;
  /** Interactions whose tokens still work, 10,000 by default. */
  readonly keepInteractions?: number;
  /** Requests kept in `requests`, 2000 by default. */
  readonly keepRequests?: number;
}

/** A command to send without typing it: its name and options as an interaction carries them. */
export interface CommandData {
  readonly name: string;
  readonly options?: readonly APIApplicationCommandInteractionDataOption[];
  /** What Discord says of the people, channels and files that options name by id. */
  readonly resolved?: object;
  /** Whether it is only being typed: an option with `focused` asks for suggestions. */
  readonly unfinished?: boolean;
}

/** A Discord of one's own, on loopback. */
export interface LocalDiscord {
  /** What the bot gets as `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botUserId: string;
  /** What the application’s owner has switched on: its flags, and an OAuth2 code for each invitation. */
  readonly application: { flags: number; requiresCodeGrant: boolean };
  /** Everything by which the bot broke a rule of Discord. */
  readonly violations: readonly Violation[];
  /** The bot's newest requests, oldest first. */
  readonly requests: readonly RecordedRequest[];
  readonly faults: Faults;
  readonly gateway: GatewayControl;
  readonly limits: RateLimits;
  /** Interactions sent, answered and left unanswered since the start. */
  readonly counts: {
    readonly started: number;
    readonly answered: number;
    readonly unanswered: number;
  };
  /** The commands registered for all servers, and for one if it is given. */
  commands(guild?: Guild): RegisteredCommand[];
  /** Makes a server with the bot in it. */
  addGuild(o: NewGuild): Guild;
  /** Invites the bot again to a server it was removed from. */
  readdGuild(guild: Guild): void;
  /** Somebody in front of a channel. */
  person(member: Member, channel: Channel): Person;
  /** A member of a server in their conversation with the bot. */
  directMessage(member: Member): Person;
  /** Every such conversation so far, each as a server of these two. */
  readonly conversations: readonly Guild[];
  /** Somebody takes no direct messages of the bot any more, or takes them again. */
  closeDirectMessages(member: Member, closed?: boolean): void;
  /** Somebody installs the bot for themselves: its commands follow them into other servers. */
  installFor(member: Member): void;
  /** Sends a command without parsing a line, for many a second. */
  dispatch(member: Member, channel: Channel, data: CommandData): Promise<FirstAnswer>;
  /** Tells of messages, requests, violations and interactions until the result is called. */
  watch(listener: (change: Change) => void): () => void;
  /** Milliseconds since 1970, by its own clock. */
  now(): number;
  /** Milliseconds by which that clock is ahead: what a bot is started with to live in the same time. */
  readonly clockShift: number;
  /**
   * Lets time pass here alone; `letTimePass` does it for the bot, too. Commands in work stay
   * answerable, as if they had been given that much later; half of a request that has been there for
   * a minute is given up.
   *
   * @param ms whole milliseconds, not below zero.
   */
  passTime(ms: number): void;
  /** Requests of the bot that have arrived whole and aren't answered yet. */
  readonly inWork: number;
  /** Resolves once a shard is connected and commands are registered. */
  whenReady(): Promise<void>;
  /** Stops everything; nothing keeps the process alive afterwards. */
  close(): Promise<void>;
}

/** Starts a Discord on loopback that the real bot can log in to. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const clock = new Clock(options.now, options.clockShift);
  const world = new World({
    now: clock.now,
    token: options.botToken,
    keepMessages: options.keepMessages ?? 500,
  });
  const faults = new Faults();
  // Whoever waits for a limit waits in real time; what was let pass counts, as it does for the bot.
  const limits = new RateLimits(() => Date.now() + clock.shift);
  const desk = new InteractionDesk(world, options.keepInteractions ?? 10_000);
  const gateway = new Gateway({
    world,
    maxConcurrency: options.maxConcurrency ?? 1,
    tokenWorks: () => !faults.tokenRevoked,
    resetToken: () => faults.revokeToken(),
  });
  world.tell = (guildId, event, data) => gateway.tell(guildId, event, data);
  faults.onRevoke = () => {
    gateway.disconnect({ code: GatewayCloseCodes.AuthenticationFailed, resumable: false });
  };
  const rest = new RestServer(
    { world, desk, gateway, faults },
    limits,
    options.keepRequests ?? 2000,
  );
  rest.http.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    rest.http.once('error', reject);
    rest.http.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = rest.http.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  world.origin = `http://127.0.0.1:${address.port}`;

  const waiting = new Set<() => void>();
  const isReady = (): boolean =>
    gateway.connected > 0 && (world.globalCommands.size > 0 || world.guildCommands.size > 0);
  const look = (): void => {
    if (!isReady()) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  gateway.onReady = look;
  world.commandsChanged = look;

  return {
    apiUrl: `${world.origin}/api`,
    token: world.token,
    applicationId: world.applicationId,
    botUserId: world.botUser.id,
    application: world.application,
    violations: world.violations,
    requests: rest.recorded,
    faults,
    gateway,
    limits,
    counts: desk.counts,
    commands: (guild) => [
      ...world.globalCommands.values(),
      ...(guild === undefined ? [] : world.commandsOf(guild.id).values()),
    ],
    addGuild: (o) => world.addGuild(o),
    readdGuild: (guild) => world.readdGuild(guild),
    person: (member, channel) => personAt(world, desk, member, channel),
    directMessage(who) {
      const conversation = world.directMessage(who);
      return personAt(world, desk, conversation.member, conversation);
    },
    get conversations() {
      return [...world.directMessages.values()].map(({ guild }) => guild);
    },
    closeDirectMessages(who, closed = true) {
      world.directMessage(who).closed = closed;
    },
    installFor: ({ id }) => void world.userInstalls.add(id),
    async dispatch(member, channel, data) {
      const command =
        named(world.globalCommands, data.name) ??
        named(world.commandsOf(channel.guild.id), data.name);
      if (command === undefined) throw new Error(`There is no command /${data.name}`);
      const type = data.unfinished
        ? InteractionType.ApplicationCommandAutocomplete
        : InteractionType.ApplicationCommand;
      const interaction = desk.start(type, {
        member,
        channel,
        name: `/${data.name}${data.unfinished ? ' (suggestions)' : ''}`,
        data: commandData(command, data.options ?? [], data.resolved),
      });
      return interaction.first;
    },
    watch: (listener) => world.watch(listener),
    now: clock.now,
    get clockShift() {
      return clock.shift;
    },
    passTime(ms) {
      clock.pass(ms);
      desk.timePassed(ms);
      rest.timePassed();
    },
    get inWork() {
      return rest.inWork;
    },
    whenReady: () =>
      isReady() ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve)),
    async close() {
      desk.close();
      await gateway.close();
      rest.http.closeAllConnections();
      await new Promise<void>((resolve) => rest.http.close(() => resolve()));
    },
  };
}

function named(
  commands: ReadonlyMap<string, RegisteredCommand>,
  name: string,
): RegisteredCommand | undefined {
  for (const command of commands.values()) if (command.name === name) return command;
  return undefined;
}
