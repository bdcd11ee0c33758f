import type { Client, Interaction } from 'discord.js';
import {
  CannotSend,
  type Channel,
  type Guild,
  type LocalDiscord,
  type Member,
  startLocalDiscord,
} from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aButton, aModal, anEmbed, ephemeral, startBot } from './small-bot.js';

let discord: LocalDiscord;
let guild: Guild;
let general: Channel;
let mia: Member;
let ben: Member;
let bot: Client | undefined;

beforeEach(async () => {
  discord = await startLocalDiscord();
  guild = discord.addGuild({ name: 'Creators' });
  general = guild.addChannel('general');
  mia = guild.addMember({ name: 'Mia' });
  ben = guild.addMember({ name: 'Ben' });
});

afterEach(async () => {
  await bot?.destroy();
  bot = undefined;
  await discord.close();
});

describe('a bot on the real discord.js', () => {
  it('logs in, sees its server and registers its commands', async () => {
    bot = await startBot(discord, {});
    expect(bot.user?.id).toBe(discord.botUserId);
    expect(bot.guilds.cache.map((g) => g.name)).toEqual(['Creators']);
    expect(bot.guilds.cache.first()?.members.me?.permissions.has('EmbedLinks')).toBe(true);
    expect(discord.commands().map((command) => command.name)).toEqual([
      'ping',
      'score',
      'digest',
      'faq',
    ]);
    const known = await bot.application?.commands.fetch({ withLocalizations: true });
    expect(known?.size).toBe(4);
    expect(discord.violations).toEqual([]);
  });

  it('hears of a server it is added to and removed from', async () => {
    bot = await startBot(discord, {});
    const joined = new Promise((resolve) => bot?.once('guildCreate', resolve));
    const second = discord.addGuild({ name: 'Second' });
    await joined;
    const left = new Promise((resolve) => bot?.once('guildDelete', resolve));
    second.remove();
    await left;
    expect(bot.guilds.cache.size).toBe(1);
  });

  it('answers a command with an embed everybody sees', async () => {
    bot = await startBot(discord, {
      score: (i) =>
        i.reply({
          content: `${i.options.getString('views')} by ${i.user.id === mia.id ? 'Mia' : '?'}`,
          embeds: [anEmbed('Saves of *your* video').toJSON()],
        }),
    });
    const shown = await discord.person(mia, general).command('/score views:541.2K');
    expect(shown.outcome).toBe('message');
    expect(shown.message?.content).toBe('541.2K by Mia');
    expect(shown.field('estimated')).toBe('**12,000**');
    expect(shown.text()).toContain('│   12,000');
    expect(discord.person(ben, general).sees()).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });

  it('shows a private answer to one person only', async () => {
    bot = await startBot(discord, {
      ping: (i) => i.reply({ content: 'secret', flags: ephemeral }),
    });
    const shown = await discord.person(mia, general).command('/ping');
    expect(shown.ephemeral).toBe(true);
    expect(shown.visibleTo).toBe(mia.id);
    expect(shown.text()).toContain('Only Mia can see this');
    expect(discord.person(mia, general).sees()).toHaveLength(1);
    expect(discord.person(ben, general).sees()).toHaveLength(0);
    await expect(discord.person(ben, general).press(shown, 'x')).rejects.toThrow(CannotSend);
  });

  it('thinks first and answers later', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    bot = await startBot(discord, {
      ping: async (i) => {
        await i.deferReply();
        await held;
        await i.editReply('done');
        await i.followUp('and more');
      },
    });
    const shown = await discord.person(mia, general).command('/ping');
    expect(shown.outcome).toBe('deferred');
    expect(shown.text()).toContain('thinking');
    release();
    await shown.settled();
    expect(shown.text()).toBe('done');
    expect(discord.violations).toEqual([]);
  });

  it('puts the first follow-up in place of the thinking', async () => {
    bot = await startBot(discord, {
      ping: async (i) => {
        await i.deferReply();
        await i.followUp('here');
      },
    });
    const shown = await (await discord.person(mia, general).command('/ping')).settled();
    expect(shown.text()).toBe('here');
    expect(discord.person(mia, general).sees()).toHaveLength(1);
  });

  it('changes a message at the press of a button, and asks in a modal', async () => {
    bot = await startBot(
      discord,
      {
        ping: (i) =>
          i.reply({ content: 'hi', components: [aButton('saves:v1:1', 'Add').toJSON()] }),
      },
      async (i) => {
        if (i.isButton()) await i.showModal(aModal());
        if (i.isModalSubmit() && i.isFromMessage()) {
          await i.update({ content: i.fields.getTextInputValue('saves'), components: [] });
        }
      },
    );
    const me = discord.person(mia, general);
    const asked = await me.press(await me.command('/ping'), 'Add');
    expect(asked.outcome).toBe('modal');
    expect(asked.text()).toContain('Saves *:');
    await expect(me.submit(asked, { Saves: '' })).rejects.toThrow('required');
    await expect(me.submit(asked, { Saves: '1'.repeat(13) })).rejects.toThrow('12');
    await expect(me.submit(asked, { Sieves: '1' })).rejects.toThrow('only: Saves');
    const sent = await me.submit(asked, { Saves: '12345' });
    expect(sent.outcome).toBe('update');
    expect(sent.text()).toBe('12345');
    expect(sent.buttons).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it('gets presses on old messages after it was started anew, forged ones too', async () => {
    const other = async (i: Interaction) => {
      if (i.isButton()) await i.reply(`got ${i.customId}`);
    };
    discord.gateway.identifyIntervalMs = 0;
    bot = await startBot(discord, {
      ping: (i) => i.reply({ content: 'hi', components: [aButton('a:v1:7', 'More').toJSON()] }),
    });
    const shown = await discord.person(mia, general).command('/ping');
    await bot.destroy();
    bot = await startBot(discord, {}, other);
    const others = discord.person(ben, general);
    expect((await others.press(shown, 'More')).text()).toBe('got a:v1:7');
    expect((await others.forge(shown, 'a:v9:junk')).text()).toBe('got a:v9:junk');
    expect(discord.violations).toEqual([]);
  });

  it('suggests while an option is typed', async () => {
    bot = await startBot(discord, {}, async (i) => {
      if (i.isAutocomplete()) {
        const typed = i.options.getFocused();
        await i.respond([{ name: `${typed}!`, value: typed }]);
      }
    });
    const choices = await discord.person(mia, general).autocomplete('/faq', 'about', 'sav');
    expect(choices).toEqual([{ name: 'sav!', value: 'sav' }]);
  });

  it('takes a file that a person attached', async () => {
    bot = await startBot(discord, {
      score: async (i) => {
        const file = i.options.getAttachment('file', true);
        await i.reply(`${file.name}: ${await (await fetch(file.url)).text()}`);
      },
    });
    const bytes = Buffer.from('views,likes');
    const file = { name: 'my.csv', contentType: 'text/csv', bytes };
    const me = discord.person(mia, general);
    expect((await me.command('/score views:1 file:my.csv', { file })).text()).toBe(
      'my.csv: views,likes',
    );
    await expect(me.command('/score views:1 file:my.csv')).rejects.toThrow('no file');
  });

  it('sends and shows a file', async () => {
    bot = await startBot(discord, {
      ping: (i) =>
        i.reply({
          embeds: [anEmbed('chart').setImage('attachment://chart.png').toJSON()],
          files: [{ attachment: Buffer.from('not really a picture'), name: 'chart.png' }],
        }),
    });
    const shown = await discord.person(mia, general).command('/ping');
    const address = shown.message?.embeds[0]?.image?.url ?? '';
    expect(await (await fetch(address)).text()).toBe('not really a picture');
    expect(discord.violations).toEqual([]);
  });
});

describe('rules of Discord', () => {
  it('allows each kind of interaction its own kinds of answer', async () => {
    const codes: unknown[] = [];
    const answer = (i: Interaction, type: number, data?: unknown) =>
      i.client.rest
        .post(`/interactions/${i.id}/${i.token}/callback`, { auth: false, body: { type, data } })
        .then(
          () => codes.push('fine'),
          (error: unknown) => codes.push(Object(error).code),
        );
    const other = async (i: Interaction): Promise<void> => {
      if (i.isButton()) await answer(i, 9, aModal().toJSON());
      if (!i.isModalSubmit()) return;
      await answer(i, 9, aModal().toJSON());
      await answer(i, 8, { choices: [] });
      await answer(i, 6);
    };
    bot = await startBot(
      discord,
      {
        ping: async (i) => {
          await answer(i, 7, { content: 'nothing to update' });
          await answer(i, 8, { choices: [] });
          await answer(i, 4, { content: 'hi', components: [aButton('x', 'Ask').toJSON()] });
        },
      },
      other,
    );
    const me = discord.person(mia, general);
    const shown = await me.command('/ping');
    await me.submit(await me.press(shown, 'Ask'), { Saves: '1' });
    await expect.poll(() => codes).toEqual([50035, 50035, 'fine', 'fine', 50035, 50035, 'fine']);
    expect(discord.violations.map((v) => v.rule)).toEqual(Array(4).fill('response type'));
  });

  it('keeps what everybody sees visible to everybody', async () => {
    bot = await startBot(discord, {
      ping: async (i) => {
        await i.deferReply();
        await i.followUp({ content: 'meant to be private', flags: ephemeral });
      },
    });
    const shown = await (await discord.person(mia, general).command('/ping')).settled();
    expect(shown.ephemeral).toBe(false);
    expect(discord.person(ben, general).last()?.content).toBe('meant to be private');
    expect(discord.violations.map((v) => v.rule)).toEqual(['ephemeral']);
  });

  it('refuses a second acknowledgement', async () => {
    let code: unknown;
    bot = await startBot(discord, {
      ping: async (i) => {
        await i.reply('one');
        await i.client.rest
          .post(`/interactions/${i.id}/${i.token}/callback`, {
            auth: false,
            body: { type: 4, data: { content: 'two' } },
          })
          .catch((error: unknown) => {
            code = error instanceof Error && 'code' in error ? error.code : error;
          });
      },
    });
    await discord.person(mia, general).command('/ping');
    await expect.poll(() => code).toBe(40060);
    expect(discord.violations.map((v) => v.rule)).toEqual(['one acknowledgement']);
  });

  it('lets nobody wait longer than three seconds', async () => {
    let code: unknown;
    bot = await startBot(discord, {
      ping: async (i) => {
        await new Promise((resolve) => setTimeout(resolve, 3200));
        await i.reply('too late').catch((error: unknown) => {
          code = error instanceof Error && 'code' in error ? error.code : error;
        });
      },
    });
    const shown = await discord.person(mia, general).command('/ping');
    expect(shown.outcome).toBe('no response');
    expect(shown.text()).toBe('The application did not respond');
    await expect.poll(() => code).toBe(10062);
    expect(discord.violations.map((v) => v.rule)).toEqual(['did not respond', 'answered too late']);
  });

  it('refuses embeds of more than 6000 characters together', async () => {
    let raw: unknown;
    bot = await startBot(discord, {
      ping: async (i) => {
        const big = anEmbed('x'.repeat(4000)).toJSON();
        await i.reply({ embeds: [big, big] }).catch((error: unknown) => {
          raw = error instanceof Error && 'rawError' in error ? error.rawError : error;
        });
        await i.reply('sorry');
      },
    });
    const shown = await discord.person(mia, general).command('/ping');
    expect(shown.text()).toBe('sorry');
    expect(raw).toMatchObject({
      code: 50035,
      errors: { data: { embeds: { _errors: [{ code: 'MAX_EMBED_SIZE_EXCEEDED' }] } } },
    });
    expect(discord.violations).toHaveLength(1);
  });

  it('keeps a token for fifteen minutes', async () => {
    let now = Date.now();
    await discord.close();
    discord = await startLocalDiscord({ now: () => now });
    guild = discord.addGuild({ name: 'Creators' });
    general = guild.addChannel('general');
    mia = guild.addMember({ name: 'Mia' });
    let edit: (() => Promise<unknown>) | undefined;
    bot = await startBot(discord, {
      ping: async (i) => {
        await i.reply('one');
        edit = () => i.editReply('two');
      },
    });
    const shown = await discord.person(mia, general).command('/ping');
    await expect.poll(() => edit).toBeDefined();
    now += 14 * 60_000;
    await edit?.();
    expect(shown.text()).toBe('two');
    now += 2 * 60_000;
    await expect(edit?.()).rejects.toMatchObject({ code: 50027, status: 401 });
  });
});

describe('who is pinged', () => {
  it('is worked out from text, allowed mentions and permissions', async () => {
    const role = guild.addRole({ name: 'team' });
    const loud = guild.addRole({ name: 'loud', mentionable: true });
    const words = `@everyone <@${ben.id}> <@&${role.id}> <@&${loud.id}>`;
    bot = await startBot(discord, {
      ping: (i) => i.reply({ content: words, embeds: [anEmbed(`<@${mia.id}>`).toJSON()] }),
      faq: (i) =>
        i.reply({ content: words, allowedMentions: { parse: ['users', 'roles', 'everyone'] } }),
      score: (i) => i.reply({ content: words, allowedMentions: { users: [ben.id] } }),
    });
    const me = discord.person(mia, general);
    expect((await me.command('/ping')).pinged).toEqual([]);
    expect((await me.command('/score views:1')).pinged).toEqual(['@Ben']);
    // A new server lets everybody mention everyone, bots included.
    expect((await me.command('/faq')).pinged).toEqual(['@everyone', '@team', '@loud', '@Ben']);
    guild.everyone.setPermissions(['ViewChannel', 'SendMessages', 'UseApplicationCommands']);
    expect((await me.command('/faq')).pinged).toEqual(['@loud', '@Ben']);
  });
});

describe('who may use a command', () => {
  it('follows the permissions it was registered with', async () => {
    const rosa = guild.addMember({ name: 'Rosa', permissions: ['ManageGuild'] });
    const olu = guild.addMember({ name: 'Olu', owner: true });
    bot = await startBot(discord, { digest: (i) => i.reply(i.options.getSubcommand()) });
    await expect(discord.person(mia, general).command('/digest off')).rejects.toThrow(
      'You may not use /digest here.',
    );
    expect(
      discord
        .person(mia, general)
        .commands()
        .map((c) => c.name),
    ).not.toContain('digest');
    expect((await discord.person(rosa, general).command('/digest off')).text()).toBe('off');
    const setup = await discord.person(olu, general).command('/digest setup channel:#general');
    expect(setup.text()).toBe('setup');
  });
});
