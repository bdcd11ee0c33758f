import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
} from 'discord-api-types/v10';
import { formatCount } from '../lib/format.js';
import type { WeekContent } from '../services/digest-content.js';
import { digestPost } from '../text/digest-post.js';
import { colours } from './colours.js';

/** What stands beside the content of a digest. */
export interface DigestFrame {
  /** The custom id of its button: by it the post is found again in its channel. */
  readonly markerId: string;
  /** PNG; null where the content has no chart. */
  readonly chart: Uint8Array | null;
}

/** The post, from what was stored of it. */
export function digestView(
  content: WeekContent,
  { markerId }: DigestFrame,
): {
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIButtonComponent>[];
} {
  const { week, videos, creators, locale, quiet } = content;
  const embed = new EmbedBuilder()
    .setColor(quiet ? colours.neutral : colours.good)
    .setTitle(digestPost.title(week))
    .setDescription(
      quiet
        ? digestPost.quiet
        : digestPost.week(formatCount(videos, locale), formatCount(creators, locale)),
    );
  const button = new ButtonBuilder()
    .setCustomId(markerId)
    .setLabel(digestPost.how)
    .setStyle(ButtonStyle.Secondary);
  return {
    embeds: [embed.toJSON()],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button).toJSON()],
  };
}
