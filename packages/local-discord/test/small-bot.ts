import {
  ActionRowBuilder,
  ButtonBuilder,
  EmbedBuilder,
  LabelBuilder,
  ModalBuilder,
  SlashCommandBuilder,
  TextInputBuilder,
} from '@discordjs/builders';
import {
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import type { LocalDiscord } from 'local-discord';

/** What a test's bot does when a command is used. */
export type Handler = (interaction: ChatInputCommandInteraction) => Promise<unknown>;

/** The definitions the small bot registers unless a test gives its own. */
export const definitions = [
  new SlashCommandBuilder().setName('ping').setDescription('Answers'),
  new SlashCommandBuilder()
    .setName('score')
    .setDescription('Scores a video')
    .addStringOption((o) => o.setName('views').setDescription('Views').setRequired(true))
    .addStringOption((o) => o.setName('title').setDescription('Title').setMaxLength(20))
    .addIntegerOption((o) =>
      o.setName('week').setDescription('Week').setMinValue(1).setMaxValue(53),
    )
    .addNumberOption((o) => o.setName('share').setDescription('Share'))
    .addBooleanOption((o) => o.setName('private').setDescription('Only for you'))
    .addStringOption((o) =>
      o
        .setName('niche')
        .setDescription('Niche')
        .addChoices({ name: 'Food and drink', value: 'food' }, { name: 'Travel', value: 'travel' }),
    )
    .addUserOption((o) => o.setName('who').setDescription('Who'))
    .addAttachmentOption((o) => o.setName('file').setDescription('File')),
  new SlashCommandBuilder()
    .setName('digest')
    .setDescription('The digest')
    .setDefaultMemberPermissions(32n)
    .addSubcommand((s) =>
      s
        .setName('setup')
        .setDescription('Sets it up')
        .addChannelOption((o) => o.setName('channel').setDescription('Where').setRequired(true)),
    )
    .addSubcommand((s) => s.setName('off').setDescription('Ends it')),
  new SlashCommandBuilder()
    .setName('faq')
    .setDescription('Questions')
    .addStringOption((o) => o.setName('about').setDescription('About').setAutocomplete(true)),
].map((command) => command.toJSON());

/** A bot on the real discord.js; `handlers` by command name, `other` for everything else. */
export async function startBot(
  discord: LocalDiscord,
  handlers: Readonly<Record<string, Handler>>,
  other: (interaction: Interaction) => Promise<unknown> = async () => undefined,
): Promise<Client> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: discord.apiUrl },
  });
  client.on(Events.InteractionCreate, (interaction) => {
    const handler = interaction.isChatInputCommand()
      ? handlers[interaction.commandName]
      : undefined;
    const work =
      handler !== undefined && interaction.isChatInputCommand()
        ? handler(interaction)
        : other(interaction);
    // What a handler runs into is what the test looks at through the local Discord.
    work.catch(() => undefined);
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set(definitions);
  await discord.whenReady();
  return client;
}

/** An embed of the given description with one field. */
export function anEmbed(description: string): EmbedBuilder {
  return new EmbedBuilder()
    .setTitle('A title')
    .setDescription(description)
    .addFields({ name: 'Estimated saves', value: '**12,000**' });
}

/** A row with one button. */
export function aButton(customId: string, label: string): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(ButtonStyle.Primary),
  );
}

/** A modal that asks for one number. */
export function aModal(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('saves:v1:1')
    .setTitle('Add real saves')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Saves')
        .setDescription('As the app shows them')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('saves')
            .setStyle(TextInputStyle.Short)
            .setMinLength(1)
            .setMaxLength(12),
        ),
    );
}

export const ephemeral = MessageFlags.Ephemeral;
