import { type Client, Status } from 'discord.js';

/** How this process is connected to Discord now. */
export function gatewayState({ ws, guilds }: Client): {
  shards: number;
  ready: number;
  pingMs: number | null;
  guilds: number;
} {
  const pings = ws.shards.map(({ ping }) => ping).filter((ping) => ping >= 0);
  return {
    shards: ws.shards.size,
    ready: ws.shards.filter(({ status }) => status === Status.Ready).size,
    pingMs: pings.length === 0 ? null : pings.reduce((sum, ping) => sum + ping, 0) / pings.length,
    guilds: guilds.cache.size,
  };
}
