import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
} from 'discord-api-types/v10';
import { clip, oneLine } from '../lib/clip.js';
import { formatCount } from '../lib/format.js';
import type { Improbable, Reason } from '../services/refusal.js';
import type { TypedScore } from '../services/scores/typed-score.js';
import { digestText } from '../text/digest.js';
import { improbable, refusal } from '../text/refusal.js';
import { colours } from './colours.js';
import { relativeTime } from './timestamp.js';

/** What was typed is shown back, but no more of it than helps. */
const MOST_SHOWN = 80;

/** Discord's limit for the value of a field. */
const FIELD = 1024;

/** What a member reads when something can't be done: what was wrong, what was typed, what to do. */
export function refusalEmbed(reason: Reason): APIEmbed {
  const embed = new EmbedBuilder().setColor(colours.refused);
  switch (reason.kind) {
    case 'only the author':
      return embed.setDescription(refusal.onlyTheAuthor).toJSON();
    case 'reading gone':
      return embed.setDescription(refusal.readingGone).toJSON();
    case 'draft gone':
      return embed.setDescription(refusal.draftGone).toJSON();
    case 'video gone':
      return embed.setDescription(refusal.videoGone).toJSON();
    case 'undo gone':
      return embed.setDescription(refusal.undoGone).toJSON();
    case 'two posts':
      return embed.setDescription(refusal.twoPosts).toJSON();
    case 'not shown here':
      return embed.setDescription(refusal.notShownHere).toJSON();
    case 'stored already':
      return embed.setDescription(refusal.storedAlready).toJSON();
    case 'only in a server':
      return embed.setDescription(refusal.onlyInAServer).toJSON();
    case 'only managers':
      return embed.setDescription(refusal.onlyManagers).toJSON();
    case 'not a week':
      return embed.setDescription(refusal.notAWeek(inCode(reason.typed))).toJSON();
    case 'week to come':
      return embed.setDescription(refusal.weekToCome(reason.week)).toJSON();
    case 'week before':
      return embed.setDescription(refusal.weekBefore(reason.week)).toJSON();
    case 'schedule':
      return embed
        .setTitle(refusal.title)
        .setDescription(
          [
            ...reason.unreadable.map((one) => refusal.schedule(one, inCode(one.typed))),
            `\n**${refusal.nothingStored}**`,
          ].join('\n'),
        )
        .toJSON();
    case 'cannot post':
      return embed
        .setTitle(digestText.cannotPost)
        .setDescription(
          `${digestText.obstacle(reason.obstacle, String(reason.channelId))}\n\n**${refusal.nothingStored}**`,
        )
        .toJSON();
    case 'question gone':
      return embed.setDescription(refusal.questionGone).toJSON();
    case 'too often':
      return embed.setDescription(refusal.tooOften(relativeTime(reason.comeBackAt))).toJSON();
    case 'input': {
      const lines = [
        ...reason.unreadable.map((problem) => refusal.unreadable(problem, inCode(problem.typed))),
        ...reason.impossible.map((problem) => refusal.impossible(shownBack(problem))),
      ];
      embed
        .setTitle(refusal.title)
        .setDescription(`${lines.join('\n')}\n\n**${refusal.nothingStored}**`);
      if (reason.corrected !== null) {
        const hint = reason.unreadable.some(({ why }) => needsTyping(why))
          ? refusal.commandHint
          : refusal.correctedHint;
        const [before, after] = [`${hint}\n\`\`\`\n`, '\n```'];
        const command = commandLine(reason.corrected, FIELD - before.length - after.length);
        embed.addFields({ name: refusal.commandHeading, value: `${before}${command}${after}` });
      }
      return embed.toJSON();
    }
  }
}

/** What a member reads when input is hardly true. */
export function improbableEmbed(found: readonly Improbable[], locale: string): APIEmbed {
  const format = (count: number | bigint) => formatCount(count, locale);
  return new EmbedBuilder()
    .setColor(colours.middling)
    .setTitle(improbable.title)
    .setDescription(
      improbable.description(found.map((one) => improbable.item(shownImprobable(one), format))),
    )
    .toJSON();
}

/**
 * The command as it can be pasted into Discord's message box. What there is no room for is left
 * out whole, the longest texts first: `private` must never be lost.
 */
function commandLine(typed: TypedScore, room: number): string {
  const { title, link, ...rest } = typed;
  const given = Object.entries({ ...rest, link, title });
  const options = given.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}:${inCode(String(value), room)}`],
  );
  const line = () => `/score ${options.join(' ')}`;
  while (line().length > room && options.length > 0) options.pop();
  return line();
}

/** Whether the corrected command still holds what couldn't be read. */
function needsTyping(why: unknown): boolean {
  return (
    why !== 'negative' &&
    typeof why === 'string' &&
    !['not a link', 'not tiktok', 'no video in it'].includes(why)
  );
}

function shownBack(problem: Extract<Reason, { kind: 'input' }>['impossible'][number]) {
  return problem.what === 'more saves than views'
    ? { ...problem, saves: inCode(problem.saves), views: inCode(problem.views) }
    : problem;
}

function shownImprobable(found: Improbable): Improbable {
  switch (found.what) {
    case 'more than views':
      return { ...found, typed: inCode(found.typed), views: inCode(found.views) };
    case 'more than ever':
      return { ...found, typed: inCode(found.typed) };
    default:
      return found;
  }
}

/** Text that can't end the code it stands in. */
function inCode(text: string, most = MOST_SHOWN): string {
  return clip(oneLine(text).replaceAll('`', 'ˋ'), most);
}

/** The button under improbable input. */
export function improbableButton(customId: string): APIActionRowComponent<APIButtonComponent> {
  return new ActionRowBuilder<ButtonBuilder>()
    .addComponents(
      new ButtonBuilder()
        .setCustomId(customId)
        .setLabel(improbable.button)
        .setStyle(ButtonStyle.Danger),
    )
    .toJSON();
}
