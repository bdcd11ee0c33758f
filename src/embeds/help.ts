import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { versionWords } from '../lib/version.js';
import { greetingText, helpText } from '../text/help.js';
import { colours } from './colours.js';

/** A command and its subcommands, as a reader is told of them. */
interface Group {
  readonly name: string;
  readonly lines: readonly { readonly name: string; readonly description: string }[];
}

/** Who asks, and where. */
interface Reader {
  readonly isInServer: boolean;
  readonly managesServer: boolean;
}

/** What the reader does first: five lines. */
export function helpEmbed({ isInServer, managesServer }: Reader): APIEmbed {
  const { score, history, tips, faq, leaderboard, digest, data } = helpText.lines;
  const here = managesServer ? digest : isInServer ? leaderboard : data;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(helpText.title)
    .setDescription([score, history, tips, faq, here].join('\n'))
    .setFooter({ text: helpText.version(versionWords()) })
    .toJSON();
}

/** Everything the reader can do, and how it begins. */
export function fullHelpEmbed(groups: readonly Group[], { managesServer }: Reader): APIEmbed {
  const words = helpText.full;
  const steps = words.firstSteps(words.example);
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.title)
    .setDescription(words.intro)
    .addFields(
      { name: words.first, value: steps },
      ...groups.map(({ name, lines }) => ({
        name: `/${name}`,
        value: lines.map((line) => words.command(line.name, line.description)).join('\n'),
      })),
      { name: words.privacy, value: words.privacyText },
      ...(managesServer ? [{ name: words.managers, value: words.managersText }] : []),
    )
    .toJSON();
}

/** What a server sees once, when the bot comes to it. */
export function greetingEmbed(): APIEmbed {
  return new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(greetingText.title)
    .setDescription(greetingText.lines.join('\n'))
    .toJSON();
}
