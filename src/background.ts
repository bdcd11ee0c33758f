import type { Logger } from 'pino';
import type { Config } from './config.js';
import type { Discord } from './discord/client.js';
import type { CommandLinks } from './discord/command-links.js';
import type { Connection } from './discord/connection.js';
import { inviteLink } from './discord/invite.js';
import { keepRegistering } from './discord/registration.js';
import { type Registry, wantedOf } from './discord/registry.js';
import { followServers } from './discord/servers.js';
import type { Domain, Posting } from './domain.js';
import type { Lifecycle } from './lifecycle.js';
import { createTidying } from './tidying.js';

/**
 * Milliseconds between two looks at what is due to be forgotten. What is due stands in rows, by the
 * clock on the wall; this only says how soon after it is done.
 */
const TIDY_EVERY = 10_000;

/**
 * Milliseconds from the start until the search is made ready, which takes half a second of the processor:
 * whoever waited for the bot to be back comes first. A question that is asked sooner makes it
 * ready by itself.
 */
const PREPARE_AFTER = 60_000;

/** What the bot works with when nobody has asked it anything. */
export interface BackgroundContext {
  readonly config: Pick<Config, 'devGuild'>;
  readonly discord: Discord;
  readonly connection: Pick<Connection, 'connected'>;
  readonly domain: Pick<Domain, 'services' | 'posting' | 'greet'>;
  readonly registry: Registry;
  readonly links: CommandLinks;
  readonly life: Lifecycle;
  readonly log: Logger;
  readonly clock: () => Date;
}

/**
 * Does by itself, as soon as Discord has said who the bot is, what nobody asks for: follows the
 * servers, tidies up, posts what is due, and brings its commands up to date.
 *
 * @returns what ends the posting.
 */
export function startBackground(context: BackgroundContext): Pick<Posting, 'stop'> {
  const { config, discord, connection, domain, registry, links, life, log, clock } = context;
  const { services, posting, greet } = domain;
  let runner: Posting | undefined;
  const tidy = createTidying({
    log,
    isStopping: () => life.isStopping,
    isIn: (guildId) => servers.isIn(guildId),
  });
  const servers = followServers(discord, { services, log, clock, forgetDue: tidy, greet });

  void connection.connected.then(({ applicationId, guilds }) => {
    setInterval(() => {
      if (!life.isStopping) servers.catchUp();
      services.then(tidy).catch((error: unknown) => log.warn({ err: error }, 'could not tidy up'));
    }, TIDY_EVERY).unref();
    log.info({ guilds }, 'ready');
    log.info({ invite: inviteLink(applicationId) }, 'add the bot to a server with this link');
    // A start that fails leaves Discord's list as it was.
    void life.started.then(() => {
      if (life.isStopping) return;
      const place = { applicationId, guildId: config.devGuild };
      void wantedOf(registry)
        .then((wanted) => keepRegistering(discord.bot, place, wanted, { log, links }))
        .catch((error: unknown) => log.error({ err: error }, 'could not register commands'));
      setTimeout(() => {
        if (!life.isStopping) void services.then(({ knowledge }) => knowledge.prepare());
      }, PREPARE_AFTER).unref();
    });
    void posting.then(
      (opened) => {
        if (life.isStopping) return;
        runner = opened;
        runner.start();
      },
      () => undefined, // what is wrong with the database is said by the start
    );
  });

  return { stop: () => runner?.stop() ?? Promise.resolve() };
}
