import { EventEmitter } from 'node:events';
import { SimpleShardingStrategy } from 'discord.js';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { z } from 'zod';

type Shards = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** Tells discord.js of an event as if a shard had heard it. */
type Tell = (event: string, heard: { data: unknown; shardId: unknown }) => unknown;

const interaction = z.looseObject({ t: z.literal(GatewayDispatchEvents.InteractionCreate) });

/**
 * discord.js's way of running shards, except that a shard that leaves is heard out: what Discord
 * sent before it read the goodbye still arrives, and discord.js listens no more by then. Whoever
 * sent a command in that moment would get no answer.
 */
export class HearsOut extends SimpleShardingStrategy {
  readonly #tell: Tell;

  constructor(shards: Shards) {
    super(shards);
    // The event's name has a type that discord.js doesn't give away.
    this.#tell = shards.emit.bind(shards) as Tell;
  }

  override async destroy(...options: Parameters<SimpleShardingStrategy['destroy']>): Promise<void> {
    // discord.js offers no other way to its shards and their connections.
    const shards: unknown = Reflect.get(this, 'shards');
    if (shards instanceof Map) {
      for (const [id, shard] of shards) this.#hearOut(id, Reflect.get(shard, 'connection'));
    }
    await super.destroy(...options);
  }

  #hearOut(shardId: unknown, connection: unknown): void {
    if (!(connection instanceof EventEmitter)) return;
    connection.on('message', (text: unknown) => {
      // Until then discord.js hears it itself.
      if (Reflect.get(connection, 'onmessage') !== null) return;
      const data = interaction.safeParse(parse(String(text)));
      if (data.success) this.#tell('dispatch', { data: data.data, shardId });
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
