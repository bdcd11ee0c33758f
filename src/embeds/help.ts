import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { versionWords } from '../lib/version.js';
import { helpText } from '../text/help.js';
import { colours } from './colours.js';

/** A command and its subcommands, as a reader is told of them. */
interface Group {
  readonly name: string;
  readonly lines: readonly { readonly name: string; readonly description: string }[];
}

/** What to do first, and everything the reader can do. */
export function helpEmbed(groups: readonly Group[], managesServer: boolean): APIEmbed {
  const steps = helpText.firstSteps(helpText.example);
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(helpText.title)
    .setDescription(helpText.intro)
    .addFields(
      { name: helpText.first, value: steps },
      ...groups.map(({ name, lines }) => ({
        name: `/${name}`,
        value: lines.map((line) => helpText.command(line.name, line.description)).join('\n'),
      })),
      { name: helpText.privacy, value: helpText.privacyText },
      ...(managesServer ? [{ name: helpText.managers, value: helpText.managersText }] : []),
    )
    .setFooter({ text: helpText.version(versionWords()) })
    .toJSON();
}
