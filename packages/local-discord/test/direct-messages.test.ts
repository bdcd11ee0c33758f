import { SlashCommandBuilder } from '@discordjs/builders';
import {
  ApplicationIntegrationType,
  type Client,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  Routes,
} from 'discord.js';
import {
  type Channel,
  type Guild,
  type LocalDiscord,
  type Member,
  type Person,
  startLocalDiscord,
} from 'local-discord';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aButton, aModal, type Handler, startBot } from './small-bot.js';

let discord: LocalDiscord;
let creators: Guild;
let general: Channel;
let mia: Member;
let alone: Person;
let bot: Client;
beforeEach(async () => {
  discord = await startLocalDiscord();
  creators = discord.addGuild({ name: 'Creators' });
  general = creators.addChannel('general');
  mia = creators.addMember({ name: 'Mia', locale: 'de' });
  alone = discord.directMessage(mia);
});
afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

const serve = async (ping: Handler, other?: Parameters<typeof startBot>[2]) => {
  bot = await startBot(discord, { ping, score: ping, digest: ping }, other);
};
const payloads = () => {
  const seen: Record<string, unknown>[] = [];
  discord.watch((change) => {
    if (change.kind === 'interaction') seen.push(Object(change.payload));
  });
  return seen;
};

it('tells the bot who speaks, and of no server', async () => {
  const sent = payloads();
  let seen: unknown;
  await serve(async (i) => {
    seen = [i.inGuild(), i.guildId, i.user.id, i.locale, i.context];
    await i.reply('Hello');
  });
  const shown = await alone.command('/ping');
  expect(shown.text()).toBe('Hello');
  expect(seen).toEqual([false, null, mia.id, 'de', InteractionContextType.BotDM]);
  expect(sent[0]).toMatchObject({
    context: 1,
    authorizing_integration_owners: { 0: '0' },
    user: { id: mia.id },
    channel: { type: 1, recipients: [{ id: mia.id }] },
  });
  for (const field of ['guild', 'guild_id', 'guild_locale', 'member']) {
    expect(sent[0]).not.toHaveProperty(field);
  }
  expect(discord.violations).toEqual([]);
});

it('stays between the two: nothing of it is in a server, and nothing of a server in it', async () => {
  await serve((i) => i.reply(`For ${i.user.globalName}`));
  await alone.command('/ping');
  const ben = creators.addMember({ name: 'Ben' });
  await discord.directMessage(ben).command('/ping');
  await discord.person(mia, general).command('/ping');
  expect(alone.sees().map((message) => message.text())).toEqual(['For Mia']);
  expect(discord.directMessage(mia).sees()).toHaveLength(1);
  expect(
    discord
      .directMessage(ben)
      .sees()
      .map((message) => message.text()),
  ).toEqual(['For Ben']);
  expect(discord.person(ben, general).sees()).toHaveLength(1);
  expect([...creators.channels.values()]).toEqual([general]);
});

it('has buttons, modals, late answers and answers to one person', async () => {
  const other = async (i: Interaction) => {
    if (i.isButton()) await i.showModal(aModal());
    if (i.isModalSubmit() && i.isFromMessage()) {
      await i.deferUpdate();
      await i.editReply({ content: `Thank you for ${i.fields.getTextInputValue('saves')}` });
      await i.followUp({ content: 'Only for you', flags: MessageFlags.Ephemeral });
    }
  };
  await serve(async (i) => {
    await i.deferReply();
    await i.editReply({ content: 'How many?', components: [aButton('ask', 'Ask')] });
  }, other);
  const shown = await (await alone.command('/ping')).settled();
  const sent = await (
    await alone.submit(await alone.press(shown, 'Ask'), { Saves: '12' })
  ).settled();
  expect(shown.text()).toContain('Thank you for 12');
  await expect.poll(() => sent.followUps).toHaveLength(1);
  expect(sent.followUps[0]?.visibleTo).toBe(mia.id);
  expect(discord.violations).toEqual([]);
});

it('offers the commands that are meant for it', async () => {
  await serve((i) => i.reply('Hello'));
  const named = (name: string, ...contexts: InteractionContextType[]) =>
    new SlashCommandBuilder()
      .setName(name)
      .setDescription(name)
      .setContexts(...contexts)
      .toJSON();
  await bot.application?.commands.set([
    named('everywhere', InteractionContextType.Guild, InteractionContextType.BotDM),
    named('server', InteractionContextType.Guild),
    named('alone', InteractionContextType.BotDM),
    // Permissions are a server's affair.
    new SlashCommandBuilder()
      .setName('managers')
      .setDescription('managers')
      .setDefaultMemberPermissions(32n)
      .toJSON(),
  ]);
  await bot.application?.commands.create({ name: 'here', description: 'here' }, creators.id);
  const offered = (person: Person) => person.commands().map(({ name }) => name);
  expect(offered(alone)).toEqual(['everywhere', 'alone', 'managers']);
  expect(offered(discord.person(mia, general))).toEqual(['everywhere', 'server', 'here']);
  await expect(alone.command('/server')).rejects.toThrow('may not use /server here');
  await expect(alone.command('/here')).rejects.toThrow('no command /here');
});

it('carries a file', async () => {
  await serve(async (i) => {
    const { url } = i.options.getAttachment('file', true);
    await i.reply({
      content: await (await fetch(url)).text(),
      files: [{ attachment: Buffer.from('x'), name: 'a.txt' }],
    });
  });
  const file = { name: 'my.csv', contentType: 'text/csv', bytes: Buffer.from('views,likes') };
  const shown = await alone.command('/score views:1', { file });
  expect(shown.message?.content).toBe('views,likes');
  expect(await (await fetch(shown.files[0]?.url ?? '')).text()).toBe('x');
});

it('can be opened by the bot, and ends when there is no server in common', async () => {
  await serve((i) => i.reply('Hello'));
  const user = await bot.users.fetch(mia.id);
  const message = await user.send('You asked for a reminder');
  expect(alone.last()?.text()).toBe('You asked for a reminder');
  await bot.rest.patch(Routes.channelMessage(message.channelId, message.id), {
    body: { content: 'Done' },
  });
  expect(alone.last()?.text()).toBe('Done');
  creators.remove();
  expect(alone.commands()).toEqual([]);
  await expect(alone.command('/ping')).rejects.toThrow('no command /ping');
  await expect(user.createDM(true)).rejects.toThrow('Cannot send messages to this user');
  expect(discord.violations).toEqual([]);
});

it('tells the bot what is asked of it, and of messages nothing it didn’t ask for', async () => {
  await serve((i) => i.reply('Hello'));
  const before = discord.gateway.sessions()[0]?.seq ?? 0;
  await alone.command('/ping');
  expect(discord.gateway.sessions()[0]?.seq).toBe(before + 1);
});

it('refuses a message to who takes none, and to who shares no server any more', async () => {
  await serve((i) => i.reply('Hello'));
  const to = async () => {
    const opened = await bot.rest.post(Routes.userChannels(), { body: { recipient_id: mia.id } });
    const { id } = Object(opened) as { id: string };
    await bot.rest.post(Routes.channelMessages(id), { body: { content: 'Psst' } });
  };
  await to();
  discord.closeDirectMessages(mia);
  await expect(to()).rejects.toMatchObject({ status: 403, code: 50_007 });
  // What somebody does themselves is answered.
  expect((await alone.command('/ping')).text()).toBe('Hello');
  discord.closeDirectMessages(mia, false);
  await to();
  mia.leave();
  await expect(to()).rejects.toMatchObject({ status: 403, code: 50_007 });
  expect(alone.sees().map((message) => message.text())).toEqual(['Psst', 'Hello', 'Psst']);
  expect(discord.violations).toEqual([]);
});

it('lets a bot come along with who installed it, for five follow-ups', async () => {
  const sent = payloads();
  await serve(async (i) => {
    await i.reply('0');
    for (let n = 1; n <= 6; n += 1) await i.followUp(String(n)).catch(() => undefined);
  });
  const elsewhere = discord.addGuild({ name: 'Elsewhere' });
  const talk = elsewhere.addChannel('talk');
  const member = elsewhere.addMember({ name: 'Mia', userId: mia.id });
  elsewhere.remove();
  const along = new SlashCommandBuilder()
    .setName('ping')
    .setDescription('Comes along')
    .setIntegrationTypes(ApplicationIntegrationType.UserInstall)
    .toJSON();
  await bot.rest.put(Routes.applicationCommands(discord.applicationId), { body: [along] });
  const there = discord.person(member, talk);
  expect(there.commands()).toEqual([]);
  discord.installFor(member);
  expect(there.commands().map(({ name }) => name)).toEqual(['ping']);
  const shown = await there.command('/ping');
  await expect.poll(() => discord.violations.map(({ rule }) => rule)).toEqual(['follow-ups']);
  expect(shown.followUps).toHaveLength(5);
  expect(sent[0]).toMatchObject({
    ...{ context: 0, guild_id: elsewhere.id },
    authorizing_integration_owners: { 1: mia.id },
  });
});
