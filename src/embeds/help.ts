import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { versionWords } from '../lib/version.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';

/** A command and its subcommands, as a reader is told of them. */
interface Group {
  readonly name: string;
  readonly lines: readonly {
    readonly name: string;
    readonly description: (words: Words) => string;
  }[];
}

/** Who asks, and where. */
interface Reader {
  readonly isInServer: boolean;
  readonly managesServer: boolean;
}

/** What the reader does first: five lines. */
export function helpEmbed({ isInServer, managesServer }: Reader, words: Words): APIEmbed {
  const { score, history, tips, faq, leaderboard, digest, data } = words.help.lines;
  const here = managesServer ? digest : isInServer ? leaderboard : data;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.help.title)
    .setDescription([score, history, tips, faq, here].join('\n'))
    .setFooter({ text: words.help.version(versionWords()) })
    .toJSON();
}

/** Everything the reader can do, and how it begins. */
export function fullHelpEmbed(
  groups: readonly Group[],
  { managesServer }: Reader,
  words: Words,
): APIEmbed {
  const phrases = words.help.full;
  const steps = phrases.firstSteps(phrases.example);
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(phrases.title)
    .setDescription(phrases.intro)
    .addFields(
      { name: phrases.first, value: steps },
      ...groups.map(({ name, lines }) => ({
        name: `/${name}`,
        value: lines.map((line) => phrases.command(line.name, line.description(words))).join('\n'),
      })),
      { name: phrases.privacy, value: phrases.privacyText },
      ...(managesServer ? [{ name: phrases.managers, value: phrases.managersText }] : []),
    )
    .toJSON();
}

/** What a server sees once, when the bot comes to it. */
export function greetingEmbed(words: Words): APIEmbed {
  return new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(words.greeting.title)
    .setDescription(words.greeting.lines.join('\n'))
    .toJSON();
}
