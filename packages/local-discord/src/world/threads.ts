import {
  type APIGuildForumChannel,
  type APIPublicThreadChannel,
  ChannelType,
  ForumLayoutType,
  GatewayDispatchEvents,
} from 'discord-api-types/v10';
import { Channel } from './channel.js';
import { noFlags } from './flags.js';
import type { Guild } from './guild.js';
import type { Member } from './member.js';
import type { World } from './world.js';

/** Minutes without a message after which Discord puts a thread away; here none ever is. */
const archivedAfter = 10_080;

/** A channel of posts: each is a thread, and nothing is written beside them. */
export class Forum extends Channel {
  override get kind(): 'forum' {
    return 'forum';
  }

  override toApi(): APIGuildForumChannel {
    return {
      ...this.placeToApi(),
      type: ChannelType.GuildForum,
      available_tags: [],
      default_reaction_emoji: null,
      default_sort_order: null,
      default_forum_layout: ForumLayoutType.NotSet,
    };
  }
}

/** A conversation below a text channel, or a post of a forum. */
export class Thread extends Channel {
  override readonly parent: Channel;
  readonly #owner: Member;
  readonly #startedAt: string;

  constructor(parent: Channel, name: string, owner: Member) {
    super(parent.guild, name, parent.guild.world.snowflakes.next());
    this.parent = parent;
    this.#owner = owner;
    this.#startedAt = new Date(parent.guild.world.now()).toISOString();
  }

  override get kind(): 'thread' {
    return 'thread';
  }

  override delete(): void {
    this.forget();
    this.guild.tell(GatewayDispatchEvents.ThreadDelete, {
      id: this.id,
      guild_id: this.guild.id,
      parent_id: this.parent.id,
      type: ChannelType.PublicThread,
    });
  }

  override toApi(): APIPublicThreadChannel {
    return {
      id: this.id,
      type: ChannelType.PublicThread,
      guild_id: this.guild.id,
      parent_id: this.parent.id,
      owner_id: this.#owner.id,
      name: this.name,
      last_message_id: [...this.messages.keys()].at(-1) ?? null,
      message_count: this.messages.size,
      total_message_sent: this.messages.size,
      member_count: 1,
      rate_limit_per_user: 0,
      flags: noFlags,
      applied_tags: [],
      thread_metadata: {
        archived: false,
        auto_archive_duration: archivedAfter,
        archive_timestamp: this.#startedAt,
        create_timestamp: this.#startedAt,
        locked: false,
      },
    };
  }
}

/** Adds a forum to a server and tells the bot. */
export function addForum(guild: Guild, name: string): Forum {
  const forum = new Forum(guild, name, guild.world.snowflakes.next());
  place(guild.world, forum);
  guild.tell(GatewayDispatchEvents.ChannelCreate, forum.toApi());
  return forum;
}

/** Starts a thread below a text channel, or makes a post in a forum, and tells the bot. */
export function addThread(parent: Channel, o: { name: string; by: Member }): Thread {
  if (parent.kind === 'thread') throw new Error('A thread has no threads.');
  const thread = new Thread(parent, o.name, o.by);
  place(parent.guild.world, thread);
  parent.guild.tell(GatewayDispatchEvents.ThreadCreate, {
    ...thread.toApi(),
    newly_created: true,
  });
  return thread;
}

function place(world: World, channel: Channel): void {
  channel.guild.channels.set(channel.id, channel);
  world.channels.set(channel.id, channel);
}
