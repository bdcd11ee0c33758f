export { type BotOptions, BotProcess, type LogLine } from './bot/bot-process.js';
export { letTimePass } from './bot/let-time-pass.js';
export {
  type CommandData,
  type LocalDiscord,
  type LocalDiscordOptions,
  startLocalDiscord,
} from './local-discord.js';
export type { TourStep } from './page/protocol.js';
export { FaultSwitches } from './page/server/fault-switches.js';
export { type PageServer, startPageServer } from './page/server/page-server.js';
export { type PageSession, type SampleFile, sessionOf } from './page/server/session.js';
export { twoServers } from './page/server/two-servers.js';
export { CannotSend } from './people/cannot-send.js';
export type { Person } from './people/person.js';
export { Shown } from './people/shown.js';
export { buttonsOf, inputsOf, ofType } from './rules/components.js';
export type { Upload } from './world/attachments.js';
export type { Channel } from './world/channel.js';
export type { RestFault } from './world/faults.js';
export type { Guild } from './world/guild.js';
export type { Member } from './world/member.js';
export type { Message } from './world/message.js';
export { addForum, addThread } from './world/threads.js';
export type { RegisteredCommand } from './world/world.js';
