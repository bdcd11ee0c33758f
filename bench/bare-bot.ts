// The floor that Keepsake is measured against: the least a discord.js bot can do.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const { DISCORD_TOKEN, DISCORD_API_URL } = process.env;
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: DISCORD_API_URL ?? '' },
});
const embed = { title: 'A constant answer', description: 'Nothing was looked up for this.' };

client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  // One that is late, on a busy machine, mustn’t end it.
  await interaction.reply({ embeds: [embed] }).catch(() => undefined);
});
client.once(Events.ClientReady, async ({ application }) => {
  const text = { type: 3, required: true, description: 'A text' };
  const options = ['views', 'likes', 'comments', 'shares'].map((name) => ({ ...text, name }));
  await application.commands.create({ name: 'score', description: 'Answers', options });
  process.stdout.write(`${JSON.stringify({ msg: 'commands registered' })}\n`);
});
await client.login(DISCORD_TOKEN);
