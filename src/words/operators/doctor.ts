import type { Obstacle } from '../../services/digest/reason.js';
import { digestText } from '../en/digest.js';
import { noticesText } from '../en/notices.js';

/** What `npm run doctor` says. */
export const doctorText = {
  sections: {
    program: 'Program',
    settings: 'Settings',
    discord: 'Discord',
    database: 'Database',
    health: 'Health checks',
    content: 'Content',
    channels: 'Channels',
  },
  fine: (words: string) => `  ✓ ${words}`,
  left: (words: string) => `  – ${words}`,
  program: (version: string, node: string) => `Keepsake ${version}, on Node ${node}`,
  oldNode: (major: number) =>
    `Node ${major} gets no more fixes (https://nodejs.org/en/about/previous-releases); 24 is recommended`,
  settingsFine: 'every key is known and right',
  discordUnknown: 'not asked: the settings have to be mended first',
  application: (name: string, id: string, servers: number | null) =>
    `the token is that of ${name} (${id})${servers === null ? '' : `, in ${servers === 1 ? 'one server' : `${servers} servers`}`}`,
  intentsFine: 'it has the intents it needs, and no privileged one',
  intentsSpare: (names: readonly string[]) =>
    `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} switched on, and nothing here needs ${names.length === 1 ? 'it' : 'them'}: Bot → Privileged Gateway Intents switches ${names.length === 1 ? 'it' : 'them'} off`,
  intentsMissing: (names: readonly string[]) => ({
    problem: `The bot needs ${names.join(' and ')}, and ${names.length === 1 ? 'it isn’t' : 'they aren’t'} switched on.`,
    mend: 'Switch on what is named at https://discord.com/developers/applications → your application → Bot → Privileged Gateway Intents.',
  }),
  codeGrant: {
    problem: 'The application requires an OAuth2 code grant, so the bot can’t be invited.',
    mend: 'Switch Requires OAuth2 Code Grant off at https://discord.com/developers/applications → your application → Bot.',
  },
  commandsFine: (count: number) => `its ${count} commands are registered as this version has them`,
  commandsDiffer: (names: readonly string[]) =>
    `commands that aren’t registered as this version has them: ${names.join(', ')}. The next start does it`,
  sessions: (left: number, total: number) => `${left} of ${total} session starts are left`,
  fewSessions: (left: number, needed: number, minutes: number) => ({
    problem: `Discord lets the bot start ${left === 1 ? 'one more session' : `${left} more sessions`}, and a start needs ${needed}.`,
    mend: `All are there again in ${minutes} minutes. Find out what uses them up: a bot that ends and is restarted over and over, or a second program with this token.`,
  }),
  clockFine: 'this machine’s clock is Discord’s',
  clockOff: (seconds: number) => ({
    problem: `This machine’s clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} Discord’s.`,
    mend: 'Let it be set by the network (NTP): digests and what is due go by it.',
  }),
  databaseFine: 'reachable, and as this version needs it',
  databaseNew: 'not there yet: the first start makes it',
  databaseHalfMade:
    'making it broke off, and nothing is stored in it: the next start makes it anew',
  atRest:
    'Keepsake doesn’t encrypt it: its disk has to be encrypted, and that of the backups, as Discord’s terms for developers ask (PRIVACY.md)',
  diskFine: (free: string) => `${free} are free on its disk`,
  diskShort: (free: string, wanted: string) => ({
    problem: `The disk of the database has ${free} left.`,
    mend: `Make room until ${wanted} are free: a backup takes as much as the database, and so does writing it anew.`,
  }),
  backupFine: (days: number) =>
    `the last backup was made ${days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`}`,
  backupNone: 'no backup was made yet: npm run backup -- FILE makes one',
  backupOverdue: (days: number | null) => ({
    problem:
      days === null
        ? 'No backup of the database is known.'
        : `The last backup of the database is ${days} days old.`,
    mend: 'Make one with npm run backup -- FILE, and let a timer do it every day (docs/hosting.md). If you make them in another way, let it touch the file that ends in .last-backup beside the database.',
  }),
  upkeepElsewhere:
    'disk and backups of PostgreSQL are looked after at its server (pg_dump: docs/hosting.md)',
  databaseUnknown: 'not looked at: its address isn’t right',
  healthOff: 'HEALTH_PORT isn’t set: nobody is told how the bot is',
  healthFree: 'HEALTH_PORT is free: the bot will answer there',
  healthAnswered: 'a bot answers at HEALTH_PORT, and is ready',
  healthUnready: {
    problem: 'A bot answers at HEALTH_PORT, but it isn’t ready.',
    mend: 'Look into its log; /readyz names what is missing.',
  },
  healthTaken: {
    problem: 'Another program listens at HEALTH_PORT.',
    mend: 'Choose another port, or stop that program.',
  },
  contentFine: (files: number) => `${files} files, none past its review date`,
  pending: (names: readonly string[]) => ({
    problem: `The database lacks ${names.length === 1 ? 'an update' : `${names.length} updates`}: ${names.join(', ')}.`,
    mend: 'Make a backup and start the bot once: it applies them.',
  }),
  stale: (files: readonly string[]) =>
    `Translations whose English has other words by now, and the same facts: ${files.join(', ')}`,
  due: (file: string, checked: string, review: string) => ({
    problem: `${file} was checked ${checked} and is due for review since ${review}.`,
    mend: 'Hold it against its sources, mend what has changed, and put new dates into it.',
  }),
  contentProblem: (problem: string) => ({
    problem,
    mend: 'Mend the file, or take it from the release.',
  }),
  channelsFine: (count: number) =>
    count === 0
      ? 'no digest is set up'
      : `${count} of the digest, and the bot can post in ${count === 1 ? 'it' : 'each'}`,
  noticesFine: (count: number) =>
    `${count} for notices, and the bot can write in ${count === 1 ? 'it' : 'each'}`,
  withoutNotices: (servers: number) =>
    `${servers === 1 ? 'one server with a digest has' : `${servers} servers with a digest have`} no channel for notices: /settings change names one, and what goes wrong is said there`,
  noticesProblem: (guildId: bigint, channelId: bigint, obstacle: Obstacle) => ({
    problem: `Notices can’t be written in channel ${channelId} of server ${guildId}.`,
    mend: inTerminal(noticesText.obstacle(obstacle, String(channelId))),
  }),
  channelsUnknown: 'not looked at: settings or database have to be mended first',
  channelUnknown: (guildId: bigint, channelId: bigint) =>
    `channel ${channelId} of server ${guildId}: Discord couldn’t be asked`,
  channelProblem: (guildId: bigint, channelId: bigint, obstacle: Obstacle) => ({
    problem: `The digest can’t be posted in channel ${channelId} of server ${guildId}.`,
    mend: inTerminal(digestText.obstacle(obstacle, String(channelId))),
  }),
  sum: (problems: number) =>
    problems === 0
      ? 'Nothing to mend.'
      : `${problems === 1 ? 'One thing' : `${problems} things`} to mend.`,
  usage:
    'npm run doctor looks at settings, Discord, database, content and channels, and says what there is to mend; it changes nothing. With -- --on YYYY-MM-DD, review dates and backups are held against that day; with -- --json, all of it is one object for programs.',
  badDay: (typed: string) =>
    `--on takes a day such as 2026-11-24, not “${typed}”. Leave it out for today.`,
};

/** Discord's marks for bold, code and channels mean nothing in a terminal. */
function inTerminal(words: string): string {
  return words.replace(/\*\*|`/g, '').replace(/<#(\d+)>/g, 'channel $1');
}
