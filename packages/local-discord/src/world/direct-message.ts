import { type APIDMChannel, type APIUser, ChannelType, type Locale } from 'discord-api-types/v10';
import { Channel } from './channel.js';
import { noFlags } from './flags.js';
import { Guild } from './guild.js';
import type { Member } from './member.js';
import type { World } from './world.js';

/**
 * What a bot may do in a conversation with one person; the last four are what Discord says of it in
 * an interaction.
 */
const botMay = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'AttachFiles',
  'EmbedLinks',
  'MentionEveryone',
  'UseExternalEmojis',
] as const;

/**
 * The conversation of one person with the bot. Who is there and what they may do is kept as of a
 * server of these two, which the bot never hears of.
 */
export class DirectMessage extends Channel {
  /** The person, as far as being there goes. */
  readonly member: Member;
  /** Whether the person takes no messages of the bot; its answers to them still show. */
  closed = false;

  constructor(world: World, user: APIUser, locale: Locale) {
    const name = `${user.global_name ?? user.username}: direct messages`;
    const two = new Guild(world, { name, botPermissions: botMay });
    super(two, world.botUser.username, world.snowflakes.next());
    two.channels.set(this.id, this);
    this.member = two.addMember({ name: user.username, userId: user.id, locale });
  }

  /** As long as the bot and the person are in one server, or the person has installed the bot. */
  override get reachable(): boolean {
    const { guilds, userInstalls } = this.guild.world;
    if (userInstalls.has(this.member.id)) return true;
    return [...guilds.values()].some(({ members }) => members.has(this.member.id));
  }

  override tell(event: string, data: object): void {
    this.guild.world.tell(undefined, event, data);
  }

  override toApi(): APIDMChannel {
    return {
      id: this.id,
      type: ChannelType.DM,
      name: null,
      recipients: [this.member.user],
      last_message_id: [...this.messages.keys()].at(-1) ?? null,
      flags: noFlags,
    };
  }

  override toInteraction(): APIDMChannel {
    return this.toApi();
  }
}
