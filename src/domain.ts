import type { Logger } from 'pino';
import type { ChartRenderer } from './charts/renderer.js';
import { letterView } from './commands/letter-view.js';
import { noticeView } from './commands/notice.js';
import type { Config } from './config.js';
import { type Database, openDatabase } from './db/database.js';
import { DatabaseProblem } from './db/errors.js';
import { channelsOf } from './discord/channels.js';
import type { Discord } from './discord/client.js';
import type { CommandLinks } from './discord/command-links.js';
import { createDigestRunner } from './discord/digest-runner.js';
import { directMessagesOf } from './discord/direct-messages.js';
import { failureOf } from './discord/failure.js';
import { createGreeting, type Greet } from './discord/greeting.js';
import { createLetterRunner } from './discord/letter-kind.js';
import { membersOf } from './discord/members.js';
import { createNoticeRunner } from './discord/notice-kind.js';
import { paced } from './discord/paced.js';
import { PostSender } from './discord/post-sender.js';
import { digestView } from './embeds/digest.js';
import { digestChart } from './embeds/digest-chart.js';
import type { FullWeek } from './services/digest/parts.js';
import { loadContent } from './services/knowledge/content.js';
import { createPace } from './services/pace.js';
import { createShortLinks } from './services/scores/short-links.js';
import { createServices, type Services } from './services/services.js';
import { wordsFor } from './words/languages.js';

/** What the domain stands on. */
export interface DomainContext {
  readonly config: Config;
  readonly discord: Discord;
  readonly charts: ChartRenderer;
  readonly links: CommandLinks;
  readonly log: Logger;
  readonly clock: () => Date;
}

/** What is posted as it becomes due. */
export interface Posting {
  start(): void;
  /** Takes up nothing new; resolves when what is under work is done. */
  stop(): Promise<void>;
}

/** The database, what is done with it, and what is posted by it; each there once it is open. */
export interface Domain {
  readonly database: Promise<Database>;
  readonly services: Promise<Services>;
  readonly posting: Promise<Posting>;
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
    const draw = async (content: FullWeek) =>
      charts.render(digestChart(content, await wordsFor(content.locale)));
    const directMessages = directMessagesOf(rest, links);
    const members = membersOf(rest);
    const context = { db, clock, members, channels, directMessages, draw, shortLinks };
    const services = createServices(context, loadContent(), config);
    const sending = {
      ...{ sender: new PostSender(rest), discordTime: discord.time },
      ...{ failureOf, log, clock },
    };
    const runners = [
      createDigestRunner({
        ...{ ...sending, channels, queue: services.digestQueue },
        composer: services.digestComposer,
        view: async (content, frame) =>
          links.in(digestView(content, frame, await wordsFor(content.locale))),
      }),
      createLetterRunner({
        ...{ ...sending, queue: services.letterQueue },
        composer: services.letterComposer,
        view: async (content, letter, markerId) =>
          links.in(await letterView(content, letter, markerId)),
      }),
      createNoticeRunner({
        ...{ ...sending, channels, queue: services.noticeQueue },
        view: async (content, markerId) => links.in(await noticeView(content, markerId)),
      }),
    ];
    const posting: Posting = {
      start: () => {
        for (const runner of runners) runner.start();
      },
      stop: async () => void (await Promise.all(runners.map((runner) => runner.stop()))),
    };
    const greet = createGreeting({ rest, channels, guilds: services.guilds, links, log });
    return { services, posting, greet };
  });
  const services = made.then((all) => all.services);
  const posting = made.then((all) => all.posting);
  // What is wrong with the database is said where the services are waited for.
  posting.catch(() => undefined);
  const greet: Greet = (server) => made.then((all) => all.greet(server));
  return { database, services, posting, greet };
}
