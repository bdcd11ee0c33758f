import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { helpText } from '../text/help.js';
import { colours } from './colours.js';

/** What to do first, and everything the bot can do. */
export function helpEmbed(commands: readonly { name: string; description: string }[]): APIEmbed {
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(helpText.title)
    .setDescription(helpText.intro)
    .addFields(
      { name: helpText.first, value: helpText.firstSteps(helpText.example) },
      {
        name: helpText.commands,
        value: commands
          .map(({ name, description }) => helpText.command(name, description))
          .join('\n'),
      },
      { name: helpText.privacy, value: helpText.privacyText },
    )
    .toJSON();
}
