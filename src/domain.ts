import type { Logger } from 'pino';
import type { ChartRenderer } from './charts/renderer.js';
import type { Config } from './config.js';
import { type Database, openDatabase } from './db/database.js';
import { DatabaseProblem } from './db/errors.js';
import { channelsOf } from './discord/channels.js';
import type { Discord } from './discord/client.js';
import type { CommandLinks } from './discord/command-links.js';
import { DigestRunner } from './discord/digest-runner.js';
import { DigestSender } from './discord/digest-sender.js';
import { failureOf } from './discord/failure.js';
import { createGreeting, type Greet } from './discord/greeting.js';
import { membersOf } from './discord/members.js';
import { paced } from './discord/paced.js';
import { digestView } from './embeds/digest.js';
import { digestChart } from './embeds/digest-chart.js';
import type { WeekContent } from './services/digest/content.js';
import type { FullWeek } from './services/digest/parts.js';
import { loadContent } from './services/knowledge/content.js';
import { createPace } from './services/pace.js';
import { createShortLinks } from './services/scores/short-links.js';
import { createServices, type Services } from './services/services.js';

/** What the domain stands on. */
export interface DomainContext {
  readonly config: Config;
  readonly discord: Discord;
  readonly charts: ChartRenderer;
  readonly links: CommandLinks;
  readonly log: Logger;
  readonly clock: () => Date;
}

/** The database, what is done with it, and the digests that go out by it; each there once it is open. */
export interface Domain {
  readonly database: Promise<Database>;
  readonly services: Promise<Services>;
  readonly digests: Promise<DigestRunner<WeekContent>>;
  readonly greet: Greet;
}

/** Opens the database and puts over it everything that members, servers and the clock ask for. */
export function openDomain({ config, discord, charts, links, log, clock }: DomainContext): Domain {
  const onTrouble = (error: Error) => {
    if (error instanceof DatabaseProblem) log.error({ mend: error.mend }, error.problem);
    else log.warn({ err: error }, 'lost a database connection');
  };
  const database = openDatabase(config.databaseUrl, onTrouble, (migrations) => {
    for (const migration of migrations) log.info({ migration }, 'updated the database');
  });
  const { resolveLinks } = config;
  const standIn = typeof resolveLinks === 'string' ? resolveLinks : undefined;
  const shortLinks = resolveLinks === false ? undefined : createShortLinks(clock, standIn);
  const made = database.then((db) => {
    log.info({ provider: db.provider }, 'database ready');
    // Whatever the bot asks and posts by itself has its turn among all processes.
    const rest = paced(discord.own, createPace({ db, clock }));
    const channels = channelsOf(rest, clock);
    const draw = (content: FullWeek) => charts.render(digestChart(content));
    const context = { db, clock, members: membersOf(rest), channels, draw, shortLinks };
    const services = createServices(context, loadContent(), config);
    const digests = new DigestRunner({
      queue: services.digestQueue,
      composer: services.digestComposer,
      view: (content, frame) => links.in(digestView(content, frame)),
      sender: new DigestSender(rest),
      discordTime: discord.time,
      ...{ channels, failureOf, log, clock },
    });
    const greet = createGreeting({ rest, channels, guilds: services.guilds, links, log });
    return { services, digests, greet };
  });
  const services = made.then((all) => all.services);
  const digests = made.then((all) => all.digests);
  // What is wrong with the database is said where the services are waited for.
  digests.catch(() => undefined);
  const greet: Greet = (server) => made.then((all) => all.greet(server));
  return { database, services, digests, greet };
}
