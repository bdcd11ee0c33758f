// npm run doctor: looks at the settings, Discord, the database, the content and the channels of the digest,
// and says what there is to mend. It changes nothing. The exit code is 1 if anything has to be
// mended. With --on YYYY-MM-DD review dates and backups are held against that day; with --json it is
// one object for programs.

import { commands } from '../commands/commands.js';
import { type Config, readConfig } from '../config.js';
import { channelsOf } from '../discord/channels.js';
import { createDiscord } from '../discord/client.js';
import { askForStanding } from '../discord/look.js';
import { createRegistry, wantedOf } from '../discord/registry.js';
import { loginProblem } from '../discord/start-problem.js';
import { lookAtPort } from '../health/look.js';
import { parseDate } from '../lib/dates.js';
import { readFlags } from '../lib/flags.js';
import { formatBytes } from '../lib/format.js';
import { type Problem, problemLines } from '../lib/problem.js';
import { programVersion, versionWords } from '../lib/version.js';
import {
  type ChannelFinding,
  examineChannels,
  examineContent,
  examineDatabase,
  examineUpkeep,
} from '../services/doctor.js';
import { doctorText } from '../words/operators/doctor.js';

/** Seconds by which this machine's clock may differ from Discord's, whose answers tell whole ones. */
const CLOCK_TOLERANCE = 5;

/** The oldest Node that still gets fixes. */
const OLDEST_CARED_FOR = 22;

/** One part of the report: what is fine, and what there is to mend. */
interface Section {
  readonly title: string;
  readonly fine: readonly string[];
  /** What couldn't be looked at, or is for the reader to see to. */
  readonly left?: readonly string[];
  readonly problems: readonly Problem[];
}

const { values: flags } = readFlags(doctorText.usage, {
  options: { on: { type: 'string' }, json: { type: 'boolean' } },
});
const day = flags.on === undefined ? null : parseDate(flags.on);

if (day?.ok === false) {
  process.stderr.write(`${doctorText.badDay(flags.on ?? '')}\n`);
  process.exitCode = 1;
} else {
  await examine(day === null ? new Date() : new Date(`${day.date}T12:00:00Z`));
}

async function examine(now: Date): Promise<void> {
  const config = readConfig();
  const url = config.ok ? config.config.databaseUrl : config.databaseUrl;
  const { sections } = doctorText;
  const found: Section[] = [
    { title: sections.program, ...programSection() },
    {
      title: sections.settings,
      fine: config.ok ? [doctorText.settingsFine] : [],
      left: config.ok ? config.warnings.map(({ problem, mend }) => `${problem} ${mend}`) : [],
      problems: config.ok ? [] : config.problems,
    },
    { title: sections.discord, ...(await discordSection(config.ok ? config.config : null)) },
    { title: sections.database, ...(await databaseSection(url, now)) },
    ...(config.ok
      ? [{ title: sections.health, ...(await healthSection(config.config.health)) }]
      : []),
    { title: sections.content, ...contentSection(now) },
    { title: sections.channels, ...(await channelsSection(config.ok ? config.config : null)) },
  ];
  const count = found.reduce((sum, { problems }) => sum + problems.length, 0);
  process.stdout.write(flags.json === true ? inJson(found) : inWords(found, count));
  process.exitCode = count > 0 ? 1 : 0;
}

function inWords(found: readonly Section[], count: number): string {
  const parts = found.map(({ title, fine, left = [], problems }) =>
    [
      title,
      ...fine.map(doctorText.fine),
      ...left.map(doctorText.left),
      ...problems.map(problemLines),
    ].join('\n'),
  );
  return `${[...parts, doctorText.sum(count)].join('\n\n')}\n`;
}

function inJson(found: readonly Section[]): string {
  const sections = found.map(({ title, fine, left = [], problems }) => ({
    ...{ title, fine, left },
    problems: problems.map(({ problem, mend }) => ({ problem, mend })),
  }));
  const ok = found.every(({ problems }) => problems.length === 0);
  return `${JSON.stringify({ ok, ...programVersion(), sections }, null, 2)}\n`;
}

function programSection(): Omit<Section, 'title'> {
  const { node } = process.versions;
  const major = Number(node.split('.')[0]);
  return {
    fine: [doctorText.program(versionWords(), node)],
    left: major < OLDEST_CARED_FOR ? [doctorText.oldNode(major)] : [],
    problems: [],
  };
}

async function discordSection(config: Config | null): Promise<Omit<Section, 'title'>> {
  if (config === null) return { fine: [], left: [doctorText.discordUnknown], problems: [] };
  const discord = createDiscord(config);
  const wanted = await wantedOf(createRegistry(commands));
  try {
    const found = await askForStanding(discord, wanted, () => new Date(), config.devGuild);
    const { application, sessions, shards, clockAhead } = found;
    const { id, name, servers, intents, requiresCodeGrant } = application;
    const differing = [...found.commands.changed, ...found.commands.removed];
    const isShort = sessions.left < shards;
    const seconds = Math.round(clockAhead ?? 0);
    const isOff = Math.abs(seconds) > CLOCK_TOLERANCE;
    return {
      fine: [
        doctorText.application(name, id, servers),
        ...(intents.missing.length + intents.spare.length === 0 ? [doctorText.intentsFine] : []),
        ...(differing.length === 0 ? [doctorText.commandsFine(wanted.length)] : []),
        ...(isShort ? [] : [doctorText.sessions(sessions.left, sessions.total)]),
        ...(isOff || clockAhead === null ? [] : [doctorText.clockFine]),
      ],
      left: [
        ...(intents.spare.length === 0 ? [] : [doctorText.intentsSpare(intents.spare)]),
        ...(differing.length === 0 ? [] : [doctorText.commandsDiffer(differing)]),
      ],
      problems: [
        ...(intents.missing.length === 0 ? [] : [doctorText.intentsMissing(intents.missing)]),
        ...(requiresCodeGrant ? [doctorText.codeGrant] : []),
        ...(isShort
          ? [doctorText.fewSessions(sessions.left, shards, Math.ceil(sessions.resetAfter / 60_000))]
          : []),
        ...(isOff ? [doctorText.clockOff(seconds)] : []),
      ],
    };
  } catch (error) {
    return { fine: [], problems: [loginProblem(error)] };
  } finally {
    await discord.close();
  }
}

async function databaseSection(
  url: string | undefined,
  now: Date,
): Promise<Omit<Section, 'title'>> {
  if (url === undefined) return { fine: [], left: [doctorText.databaseUnknown], problems: [] };
  const database = await examineDatabase(url, { thorough: true });
  const kept = upkeepSection(url, now);
  const left = [doctorText.atRest, ...kept.left];
  if (!database.ok) {
    return { fine: kept.fine, left, problems: [database.problem, ...kept.problems] };
  }
  if (database.kind === 'missing') return { fine: [doctorText.databaseNew], left, problems: [] };
  if (database.kind === 'half-made') {
    return { fine: [doctorText.databaseHalfMade], left, problems: [] };
  }
  return database.pending.length === 0
    ? { fine: [doctorText.databaseFine, ...kept.fine], left, problems: kept.problems }
    : { fine: kept.fine, left, problems: [doctorText.pending(database.pending), ...kept.problems] };
}

/** Disk and backups. */
function upkeepSection(url: string, now: Date) {
  const found = examineUpkeep(url, now);
  if (found === null) {
    return {
      fine: [],
      left: url.startsWith('file:') ? [] : [doctorText.upkeepElsewhere],
      problems: [],
    };
  }
  const { free, wanted, isShort, backupDays, isOverdue } = found;
  const isYoung = backupDays === null && !isOverdue;
  return {
    fine: [
      ...(isShort ? [] : [doctorText.diskFine(formatBytes(free))]),
      ...(backupDays === null || isOverdue ? [] : [doctorText.backupFine(backupDays)]),
    ],
    left: isYoung ? [doctorText.backupNone] : [],
    problems: [
      ...(isShort ? [doctorText.diskShort(formatBytes(free), formatBytes(wanted))] : []),
      ...(isOverdue ? [doctorText.backupOverdue(backupDays)] : []),
    ],
  };
}

async function healthSection(address: Config['health']): Promise<Omit<Section, 'title'>> {
  if (address === undefined) return { fine: [], left: [doctorText.healthOff], problems: [] };
  const state = await lookAtPort(address);
  if (state.kind === 'taken') return { fine: [], problems: [doctorText.healthTaken] };
  if (state.kind === 'free') return { fine: [doctorText.healthFree], problems: [] };
  return state.ready
    ? { fine: [doctorText.healthAnswered], problems: [] }
    : { fine: [], problems: [doctorText.healthUnready] };
}

function contentSection(now: Date): Omit<Section, 'title'> {
  const content = examineContent(now);
  if (!content.ok) return { fine: [], problems: content.problems.map(doctorText.contentProblem) };
  const { files, due, translations, stale } = content;
  return {
    fine: due.length === 0 ? [doctorText.contentFine(files)] : [],
    left: stale.length === 0 ? [] : [doctorText.stale(stale)],
    problems: [
      ...due.map(({ file, checked, review }) => doctorText.due(file, checked, review)),
      ...translations.map(doctorText.contentProblem),
    ],
  };
}

async function channelsSection(config: Config | null): Promise<Omit<Section, 'title'>> {
  const unknown = { fine: [], left: [doctorText.channelsUnknown], problems: [] };
  if (config === null) return unknown;
  const database = await examineDatabase(config.databaseUrl);
  if (!database.ok || database.pending.length > 0) {
    const isNew = database.ok && database.kind !== 'ours';
    return isNew ? { fine: [doctorText.channelsFine(0)], problems: [] } : unknown;
  }
  const discord = createDiscord(config);
  try {
    const channels = channelsOf(discord.own, () => new Date());
    const found = await examineChannels(config.databaseUrl, channels);
    const fineOf = (some: readonly ChannelFinding[]) =>
      some.filter(({ obstacle }) => obstacle === null).length;
    const { digests, notices, without } = found;
    const [fine, fineNotices] = [fineOf(digests), fineOf(notices)];
    const problemsOf = (some: readonly ChannelFinding[], say: typeof doctorText.channelProblem) =>
      some.flatMap(({ guildId, channelId, obstacle }) =>
        obstacle === null || obstacle === 'unknown' ? [] : [say(guildId, channelId, obstacle)],
      );
    return {
      fine: [
        ...(fine > 0 || digests.length === 0 ? [doctorText.channelsFine(fine)] : []),
        ...(fineNotices > 0 ? [doctorText.noticesFine(fineNotices)] : []),
      ],
      left: [
        ...[...digests, ...notices]
          .filter(({ obstacle }) => obstacle === 'unknown')
          .map(({ guildId, channelId }) => doctorText.channelUnknown(guildId, channelId)),
        ...(without.length > 0 ? [doctorText.withoutNotices(without.length)] : []),
      ],
      problems: [
        ...problemsOf(digests, doctorText.channelProblem),
        ...problemsOf(notices, doctorText.noticesProblem),
      ],
    };
  } finally {
    await discord.close();
  }
}
