import { disableValidators } from '@discordjs/builders';
import { Events } from 'discord.js';
import { createChartRenderer } from './charts/renderer.js';
import { commands } from './commands/commands.js';
import { type Config, isStartedByProgram, readConfig } from './config.js';
import { openDatabase } from './db/database.js';
import { providerOf } from './db/provider.js';
import { createDiscord, type Discord } from './discord/client.js';
import { CommandLinks } from './discord/command-links.js';
import { followConnection } from './discord/connection.js';
import { Dispatcher } from './discord/dispatch.js';
import { createFiles } from './discord/fetch-file.js';
import { gatewayState } from './discord/gateway-state.js';
import { inviteLink } from './discord/invite.js';
import { createPictures } from './discord/pictures.js';
import { keepRegistering } from './discord/registration.js';
import { createRegistry, interactionNames, wantedOf } from './discord/registry.js';
import { followServers } from './discord/servers.js';
import { loginProblem } from './discord/start-problem.js';
import { openDomain } from './domain.js';
import { openHealthServer } from './health/server.js';
import { isInputHeld, whenOrphaned } from './lib/orphaned.js';
import { exitCodeOf, type Problem, problemList } from './lib/problem.js';
import { programVersion } from './lib/version.js';
import { within } from './lib/within.js';
import { createLog } from './log.js';
import { createPictureReader } from './pictures/reader.js';
import { countDigests } from './services/digest/counts.js';
import { startProblem } from './start-problems.js';
import { createTidying } from './tidying.js';
import { startText } from './words/operators/start.js';

/** Milliseconds that a stop waits for digests under work. */
const STOP_PATIENCE = 10_000;

/** Milliseconds that a stop waits for connections to close. */
const CLOSE_PATIENCE = 2_000;

/** Milliseconds that a stop waits for its last log lines to be taken. */
const FLUSH_PATIENCE = 3_000;

/** Milliseconds after which the database counts as away for whoever checks the bot's health. */
const DATABASE_PATIENCE = 2_000;

/**
 * Milliseconds between two looks at what is due to be forgotten. What is due stands in rows, by the
 * clock on the wall; this only says how soon after it is done.
 */
const TIDY_EVERY = 10_000;

// Commands in every language are checked by `npm test`; embeds and modals keep Discord's limits by
// their own making. Checking each answer again would cost a tenth of a `/score`.
disableValidators();

if (process.argv.length > 2) {
  const { readFlags } = await import('./lib/flags.js');
  readFlags(startText.usage, {});
}
const read = readConfig();
if (read.ok) await start(read.config, read.warnings);
else {
  const settings = read.problems.map((problem) => ({ ...problem, stays: true }));
  giveUp([...settings, ...(await databaseProblems(read.databaseUrl))]);
}

async function start(config: Config, warnings: readonly Problem[]): Promise<void> {
  // Where nobody asks for figures, a start needn't wait for what counts them.
  const createMetrics = config.health && (await import('./health/metrics.js')).createMetrics;
  const { log, end: endLog } = await createLog(config.logLevel);
  log.info({ ...programVersion(), node: process.versions.node }, 'starting');
  for (const { problem, mend } of warnings) log.warn({ mend }, problem);
  const clock = () => new Date();
  const discord = createDiscord(config);
  const { client } = discord;
  const charts = createChartRenderer((error) => {
    log.warn({ err: error }, 'a chart could not be drawn');
  });
  const reader = createPictureReader(config.screenshots, (pid) => {
    log.info({ pid }, 'reading pictures');
  });
  const registry = createRegistry(commands);
  const links = new CommandLinks(registry.commands);
  const domain = { config, discord, charts, links, log, clock };
  const { database, services, posting, greet } = openDomain(domain);
  let stopping = false;
  let stopPosting: () => Promise<void> = () => Promise.resolve();
  let sayStarted: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    sayStarted = resolve;
  });
  const tidy = createTidying({ log, isStopping: () => stopping });
  const databaseState = () =>
    within(
      DATABASE_PATIENCE,
      database.then(async (db) => {
        const began = performance.now();
        const { writable } = await db.ping();
        return { ms: performance.now() - began, writable };
      }),
    );
  const metrics = createMetrics?.(interactionNames(registry), {
    version: programVersion(),
    gateway: () => gatewayState(client),
    database: databaseState,
    digests: () =>
      within(
        DATABASE_PATIENCE,
        database.then((db) => countDigests({ db, clock })),
      ),
  });
  const files = createFiles(config.apiUrl);
  const dispatcher = new Dispatcher({
    registry,
    onHandled: (handled) => metrics?.handled(handled),
    services,
    charts,
    files,
    pictures: createPictures(reader, files),
    answers: discord.answers,
    bot: discord.bot,
    links,
    log,
    clock,
    isAlone: providerOf(config.databaseUrl) === 'sqlite',
  });

  client.on(Events.InteractionCreate, (interaction) => dispatcher.handle(interaction));
  const connection = followConnection(discord, {
    ...{ log, started },
    isStopping: () => stopping,
    end: (problem) => void stop(problem),
  });
  const servers = followServers(discord, { services, log, clock, forgetDue: tidy, greet });
  client.once(Events.ClientReady, ({ application, guilds }) => {
    setInterval(() => {
      if (!stopping) servers.catchUp();
      services.then(tidy).catch((error: unknown) => log.warn({ err: error }, 'could not tidy up'));
    }, TIDY_EVERY).unref();
    log.info({ guilds: guilds.cache.size }, 'ready');
    log.info({ invite: inviteLink(application.id) }, 'add the bot to a server with this link');
    // A start that fails leaves Discord's list as it was.
    void started.then(() => {
      if (!stopping) {
        const place = { applicationId: application.id, guildId: config.devGuild };
        void wantedOf(registry)
          .then((wanted) => keepRegistering(discord.bot, place, wanted, { log, links }))
          .catch((error: unknown) => log.error({ err: error }, 'could not register commands'));
        void services.then(({ knowledge }) => knowledge.prepare());
      }
    });
    void posting.then(
      (runner) => {
        if (stopping) return;
        stopPosting = () => runner.stop();
        runner.start();
      },
      () => undefined,
    ); // what is wrong with the database is said by the start
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void stop();
    });
  }

  // npm hands a signal to its shell, which ends without handing it on; PM2 and panels may crash. A
  // successor would find this one at work.
  if (isStartedByProgram() || isInputHeld() || process.connected) {
    whenOrphaned(() => {
      log.info('stopping, since what started the bot has ended');
      void stop();
    });
  }

  const readiness = async () => {
    const { shards, ready } = gatewayState(client);
    const state = await databaseState().catch(() => null);
    const token = discord.token.isAccepted;
    return {
      gateway: shards > 0 && ready === shards,
      database: state !== null,
      writable: state?.writable === true,
      ...{ token, running: !stopping },
    };
  };
  const health =
    config.health === undefined || metrics === undefined
      ? Promise.resolve(undefined)
      : openHealthServer(config.health, { metrics, readiness });
  health.then(
    (server) => server && log.info({ port: server.port }, 'health checks answered'),
    () => undefined, // told below, with everything else
  );

  // The login itself may take longer than every shard's first session.
  const connected = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  void Promise.all([health, services, connected]).then(
    () => sayStarted(),
    () => undefined, // what is wrong is told below
  );

  // All at once: each takes its time, and whoever starts the bot wants to hear of each.
  const [opened, ready, login] = await Promise.allSettled([
    health,
    services,
    client.login(config.token),
  ]);
  if (stopping) return;
  const problems: Problem[] = [];
  if (opened.status === 'rejected') problems.push(startProblem(opened.reason));
  if (ready.status === 'rejected') problems.push(startProblem(ready.reason));
  if (login.status === 'rejected') {
    problems.push((await connection.ended()) ?? loginProblem(login.reason));
    if (stopping) return;
  }
  if (problems.length > 0) {
    stopping = true;
    giveUp(problems);
    await Promise.all([dispatcher.stop(discord.leave), stopPosting()]);
    await within(CLOSE_PATIENCE, closeAll()).catch(() => undefined);
    return end();
  }

  /**
   * Once: closing the connection to Discord is itself told as a disconnect.
   *
   * @param problem why, if nobody asked for it.
   */
  async function stop(problem?: Problem): Promise<void> {
    if (stopping) return;
    stopping = true;
    if (problem !== undefined) {
      log.fatal(problem.problem);
      process.stderr.write(problemList([problem], 'go on'));
    }
    await Promise.all([
      dispatcher.stop(discord.leave),
      within(STOP_PATIENCE, stopPosting()).catch(() => undefined),
    ]);
    await within(CLOSE_PATIENCE, closeAll()).catch(() => undefined);
    log.info('stopped');
    process.exitCode = problem === undefined ? 0 : exitCodeOf([problem]);
    await end();
  }

  function closeAll(): Promise<void> {
    return close(discord, Promise.resolve(charts), Promise.resolve(reader), database, health);
  }

  /** An exit while a line is on its way would turn the end of the log around. */
  async function end(): Promise<void> {
    await within(FLUSH_PATIENCE, endLog()).catch(() => undefined);
    process.exit();
  }
}

/** Closes what was opened; what hasn't opened by now needs no closing, and isn't waited for. */
async function close(
  discord: Discord,
  ...opened: Promise<{ close(): Promise<void> } | undefined>[]
): Promise<void> {
  await discord.close();
  for (const one of opened) {
    const now = new Promise<undefined>((resolve) => setImmediate(resolve, undefined));
    const open = await Promise.race([one, now]).catch(() => undefined);
    await open?.close();
  }
}

/** What is wrong with the database, where the start has failed for other reasons already. */
async function databaseProblems(url: string | undefined): Promise<Problem[]> {
  if (url === undefined) return [];
  try {
    await (await openDatabase(url, () => undefined)).close();
    return [];
  } catch (error) {
    return [startProblem(error)];
  }
}

function giveUp(problems: readonly Problem[]): void {
  process.stderr.write(problemList(problems));
  process.exitCode = exitCodeOf(problems);
}
