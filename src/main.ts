import { disableValidators } from '@discordjs/builders';
import { Events } from 'discord.js';
import { startBackground } from './background.js';
import { createChartRenderer } from './charts/renderer.js';
import { commands } from './commands/commands.js';
import { type Config, readConfig } from './config.js';
import { openDatabase } from './db/database.js';
import { providerOf } from './db/provider.js';
import { createDiscord } from './discord/client.js';
import { CommandLinks } from './discord/command-links.js';
import { followConnection } from './discord/connection.js';
import { Dispatcher } from './discord/dispatch.js';
import { createFiles } from './discord/fetch-file.js';
import { createPictures } from './discord/pictures.js';
import { createRegistry, interactionNames } from './discord/registry.js';
import { loginProblem } from './discord/start-problem.js';
import { openDomain } from './domain.js';
import type { Problem } from './lib/problem.js';
import { programVersion } from './lib/version.js';
import { Lifecycle } from './lifecycle.js';
import { createLog } from './log.js';
import { createPictureReader } from './pictures/reader.js';
import { createShutdown, giveUp, stopWhenAsked } from './shutdown.js';
import { startProblem } from './start-problems.js';
import { startText } from './words/operators/start.js';

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
  const createOwnHealth = config.health && (await import('./own-health.js')).createOwnHealth;
  const { log, end: endLog } = await createLog(config.logLevel);
  log.info({ ...programVersion(), node: process.versions.node }, 'starting');
  for (const { problem, mend } of warnings) log.warn({ mend }, problem);
  const clock = () => new Date();
  const life = new Lifecycle();
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
  const domain = openDomain({ config, discord, charts, links, log, clock });
  const { database, services } = domain;
  const names = interactionNames(registry);
  const ownHealth = createOwnHealth?.({ discord, database, life, clock, names });
  const files = createFiles(config.apiUrl);
  const dispatcher = new Dispatcher({
    registry,
    onHandled: (handled) => ownHealth?.metrics.handled(handled),
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
    ...{ log, started: life.started },
    isStopping: () => life.isStopping,
    end: (problem) => void ending.stop(problem),
  });
  const posting = startBackground({
    config,
    discord,
    connection,
    domain,
    registry,
    links,
    life,
    log,
    clock,
  });
  const health = (config.health && ownHealth?.open(config.health)) ?? Promise.resolve(undefined);
  health.then(
    (server) => server && log.info({ port: server.port }, 'health checks answered'),
    () => undefined, // told below, with everything else
  );
  const opened = [Promise.resolve(charts), Promise.resolve(reader), database, health];
  const ending = createShutdown({ life, log, endLog, dispatcher, posting, discord, opened });
  stopWhenAsked(ending, log);

  // The login itself may take longer than every shard's first session.
  void Promise.all([health, services, connection.connected]).then(
    () => life.hasStarted(),
    () => undefined, // what is wrong is told below
  );

  // All at once: each takes its time, and whoever starts the bot wants to hear of each.
  const [listening, ready, login] = await Promise.allSettled([
    health,
    services,
    client.login(config.token),
  ]);
  if (life.isStopping) return;
  const problems: Problem[] = [];
  if (listening.status === 'rejected') problems.push(startProblem(listening.reason));
  if (ready.status === 'rejected') problems.push(startProblem(ready.reason));
  if (login.status === 'rejected') {
    problems.push((await connection.ended()) ?? loginProblem(login.reason));
    if (life.isStopping) return;
  }
  if (problems.length > 0) await ending.failStart(problems);
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
