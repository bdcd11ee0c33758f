import * as z from 'zod';
import type { Guild } from '../world/guild.js';
import type { World } from '../world/world.js';
import type { Session } from './session.js';

/** What a bot sends: an opcode and its data. */
export const frame = z.object({ op: z.number().int(), d: z.unknown().optional() });
/** The data of IDENTIFY. */
export const identifyData = z.object({
  token: z.string(),
  intents: z.number().int().nonnegative(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  shard: z.tuple([z.number().int().nonnegative(), z.number().int().positive()]).optional(),
});
/** The data of RESUME. */
export const resumeData = z.object({
  token: z.string(),
  session_id: z.string(),
  seq: z.number().int(),
});

/** The data of READY: the servers of the shard are named, and come one by one afterwards. */
export function readyData(
  world: World,
  { id, shard }: Session,
  guilds: readonly Guild[],
  url: string,
): object {
  return {
    v: 10,
    user_settings: {},
    user: { ...world.botUser, verified: true, mfa_enabled: true, email: null, flags: 0 },
    session_type: 'normal',
    session_id: id,
    resume_gateway_url: url,
    relationships: [],
    private_channels: [],
    presences: [],
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    application: { id: world.applicationId, flags: world.application.flags },
    shard,
    _trace: ['["local-discord"]'],
  };
}

/** What a text says as JSON; undefined for one that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
