import {
  FileBuilder,
  FileUploadBuilder,
  LabelBuilder,
  MediaGalleryBuilder,
  ModalBuilder,
} from '@discordjs/builders';
import { AttachmentBuilder, type Client, type Interaction, MessageFlags } from 'discord.js';
import {
  type Channel,
  type LocalDiscord,
  type Person,
  startLocalDiscord,
  type Upload,
} from 'local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aButton, anEmbed, ephemeral, type Handler, startBot } from './small-bot.js';

const MEBIBYTE = 1024 * 1024;
const CSV: Upload = { name: 'my.csv', contentType: 'text/csv', bytes: Buffer.from('views,likes') };

/** The first bytes of a PNG of 800 × 400 dots: all that Discord looks at. */
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  Buffer.from('IHDR'),
  Buffer.from([0, 0, 3, 32, 0, 0, 1, 144]),
]);
const ALT = 'A line that rises from 2 to 5 saves in 100 views';
const chart = () => new AttachmentBuilder(PNG, { name: 'chart.png', description: ALT });

let discord: LocalDiscord;
let general: Channel;
let mia: Person;
let bot: Client;
beforeEach(async () => {
  discord = await startLocalDiscord();
  general = discord.addGuild({ name: 'Creators' }).addChannel('general');
  mia = discord.person(general.guild.addMember({ name: 'Mia' }), general);
});
afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

const serve = async (ping: Handler, other?: Parameters<typeof startBot>[2]) => {
  bot = await startBot(discord, { ping, score: ping }, other);
};
/** What the bot is told when it does something Discord refuses. */
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: unknown) => String(error),
  );

describe('a file of a person', () => {
  it('arrives with name, size and kind, and can be fetched', async () => {
    await serve(async (i) => {
      const {
        name,
        size,
        contentType,
        url,
        ephemeral: passing,
      } = i.options.getAttachment('file', true);
      const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
      await i.reply(JSON.stringify({ name, size, contentType, passing, bytes: bytes.toString() }));
    });
    const shown = await mia.command('/score views:1', { file: CSV });
    expect(JSON.parse(shown.text())).toEqual({
      name: 'my.csv',
      size: 11,
      contentType: 'text/csv',
      passing: true,
      bytes: 'views,likes',
    });
    expect(discord.violations).toEqual([]);
  });

  it('loses what a file name can’t hold, and keeps the name as a title', async () => {
    await serve(async (i) => {
      const { name, title, url } = i.options.getAttachment('file', true);
      await i.reply(`${name} | ${title} | ${(await fetch(url)).status}`);
    });
    const file = { ...CSV, name: 'meine Zahlen für März.csv' };
    expect((await mia.command('/score views:1', { file })).text()).toBe(
      'meine_Zahlen_f_r_M_rz.csv | meine Zahlen für März.csv | 200',
    );
  });

  it('isn’t sent when it is too large, or dropped where none is taken', async () => {
    await serve((i) => i.reply('Got it'));
    const large = (size: number) => ({ ...CSV, bytes: Buffer.alloc(size) });
    expect((await mia.command('/score views:1', { file: large(10 * MEBIBYTE) })).text()).toBe(
      'Got it',
    );
    await expect(mia.command('/score views:1', { file: large(10 * MEBIBYTE + 1) })).rejects.toThrow(
      'The max file size is 10 MB',
    );
    await expect(mia.command('/score views:1', { views: CSV })).rejects.toThrow(
      'no option views that',
    );
    await expect(mia.command('/ping', { file: CSV })).rejects.toThrow('no option file that takes');
    await expect(mia.command('/score views:1 file:my.csv')).rejects.toThrow('no file');
  });

  it('has to be there where the option is required', async () => {
    await serve((i) => i.reply('Got it'));
    await bot.application?.commands.create({
      name: 'import',
      description: 'Reads a file',
      options: [{ type: 11, name: 'file', description: 'The file', required: true }],
    });
    await expect(mia.command('/import')).rejects.toThrow('The option file is required.');
  });

  it('comes with a form, and is asked for as the form says', async () => {
    const upload = new FileUploadBuilder()
      .setCustomId('picture')
      .setFileTypes('image')
      .setRequired(false);
    const label = new LabelBuilder().setLabel('Picture').setFileUploadComponent(upload);
    const modal = new ModalBuilder().setCustomId('form').setTitle('Form').addLabelComponents(label);
    await serve(
      (i) => i.showModal(modal),
      async (i) => {
        if (!i.isModalSubmit()) return;
        const [file] = i.fields.getUploadedFiles('picture')?.values() ?? [];
        const bytes = file === undefined ? undefined : await (await fetch(file.url)).arrayBuffer();
        await i.reply(`${file?.name} ${bytes?.byteLength}`);
      },
    );
    const form = await mia.command('/ping');
    expect(form.text()).toContain('Picture: (file)');
    const picture = { name: 'a.png', contentType: 'image/png', bytes: PNG };
    expect((await mia.submit(form, {}, { Picture: picture })).text()).toBe('a.png 24');
    expect((await mia.submit(form, {})).text()).toBe('undefined undefined');
    await expect(mia.submit(form, {}, { Picture: CSV })).rejects.toThrow('no file like my.csv');
    await expect(mia.submit(form, {}, { Photo: picture })).rejects.toThrow('only: Picture');
    await expect(mia.submit(form, {}, { Picture: [picture, picture] })).rejects.toThrow('most 1');
    upload.setRequired(true);
    await expect(mia.submit(await mia.command('/ping'), {})).rejects.toThrow('required');
    expect(discord.violations).toEqual([]);
  });

  it('makes room for newer ones', async () => {
    const addresses: string[] = [];
    await serve(async (i) => {
      addresses.push(i.options.getAttachment('file', true).url);
      await i.reply('Got it');
    });
    const file = { ...CSV, bytes: Buffer.alloc(10 * MEBIBYTE) };
    for (let i = 0; i < 11; i += 1) await mia.command('/score views:1', { file });
    const found = await Promise.all(addresses.map(async (url) => (await fetch(url)).status));
    expect(found).toEqual([404, ...Array(10).fill(200)]);
  });
});

describe('a file of the bot', () => {
  const picture = anEmbed('How it went').setImage('attachment://chart.png').toJSON();

  it.each<[string, Handler]>([
    ['an answer', (i) => i.reply({ files: [chart()] })],
    [
      'an answer that took a while',
      (i) => i.deferReply().then(() => i.editReply({ files: [chart()] })),
    ],
    ['an answer to one person', (i) => i.reply({ files: [chart()], flags: ephemeral })],
    ['an edited answer', (i) => i.reply('Wait').then(() => i.editReply({ files: [chart()] }))],
    [
      'a message in the channel',
      (i) =>
        i.reply('Here').then(() =>
          i.client.rest.post(`/channels/${i.channelId}/messages`, {
            body: { attachments: [{ id: '0', description: ALT }] },
            files: [{ name: 'chart.png', data: PNG, contentType: 'image/png' }],
          }),
        ),
    ],
    ['a follow-up', (i) => i.reply('Here').then(() => i.followUp({ files: [chart()] }))],
  ])('stands below %s with its alt text', async (_, ping) => {
    await serve(ping);
    await mia.command('/ping');
    await expect.poll(() => mia.last()?.attachments).toHaveLength(1);
    const [file] = mia.last()?.attachments ?? [];
    expect(file).toMatchObject({
      filename: 'chart.png',
      content_type: 'image/png',
      description: ALT,
      size: PNG.length,
      width: 800,
      height: 400,
    });
    expect(mia.last()?.text()).toContain(`📎 chart.png (${PNG.length} bytes): ${ALT}`);
    expect(Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer()).equals(PNG)).toBe(true);
    expect(discord.violations).toEqual([]);
  });

  it('stands in an embed instead of below it, and comes back below when the embed goes', async () => {
    let answered: { attachments: { size: number }; embeds: readonly unknown[] } | undefined;
    await serve(async (i) => {
      await i.reply({ embeds: [picture], files: [chart()] });
      answered = await i.fetchReply();
    });
    const shown = await mia.command('/ping');
    await expect.poll(() => answered).toBeDefined();
    expect(answered?.attachments.size).toBe(0);
    expect(shown.files).toMatchObject([{ filename: 'chart.png', description: ALT }]);
    const image = shown.message?.embeds[0]?.image;
    expect(image).toMatchObject({ description: ALT, width: 800, height: 400 });
    expect(shown.text()).toMatch(/🖼[\s│]+http:\/\/127\.0\.0\.1:\S+\/chart\.png:/);
    expect(shown.text()).not.toContain('📎');
    expect((await fetch(image?.url ?? '')).headers.get('content-type')).toBe('image/png');
    await bot.rest.patch(
      `/webhooks/${discord.applicationId}/${shown.interaction.token}/messages/@original`,
      { auth: false, body: { embeds: [] } },
    );
    expect(shown.text()).toContain('📎 chart.png');
    expect(discord.violations).toEqual([]);
  });

  it('is kept, told anew or taken away by an edit', async () => {
    const other = async (i: Interaction) => {
      if (!i.isButton()) return;
      const kept = [...i.message.attachments.keys()].slice(0, 1).map((id) => ({ id }));
      await i.update({ attachments: kept, files: [new AttachmentBuilder(PNG, { name: 'b.png' })] });
    };
    await serve(
      (i) =>
        i.reply({
          components: [aButton('next', 'Next')],
          files: [chart(), new AttachmentBuilder(CSV.bytes, { name: 'my.csv' })],
        }),
      other,
    );
    const shown = await mia.command('/ping');
    expect(shown.files.map(({ filename }) => filename)).toEqual(['chart.png', 'my.csv']);
    await mia.press(shown, 'Next');
    expect(shown.files.map(({ filename }) => filename)).toEqual(['chart.png', 'b.png']);
    const edit = (body: object) =>
      bot.rest.patch(
        `/webhooks/${discord.applicationId}/${shown.interaction.token}/messages/@original`,
        { auth: false, body },
      );
    await edit({ attachments: [{ id: shown.files[0]?.id, description: 'In other words' }] });
    expect(shown.files).toMatchObject([{ filename: 'chart.png', description: 'In other words' }]);
    await edit({ content: 'The same file' });
    expect(shown.files).toHaveLength(1);
    await edit({ content: 'No file', attachments: [] });
    expect(shown.files).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it('stands in components, with its alt text', async () => {
    await serve((i) =>
      i.reply({
        flags: MessageFlags.IsComponentsV2,
        components: [
          new MediaGalleryBuilder().addItems((item) =>
            item.setURL('attachment://chart.png').setDescription(ALT),
          ),
          new FileBuilder().setURL('attachment://my.csv'),
        ],
        files: [chart(), new AttachmentBuilder(CSV.bytes, { name: 'my.csv' })],
      }),
    );
    const shown = await mia.command('/ping');
    expect(shown.text()).toMatch(
      new RegExp(`^🖼 http://\\S+/chart.png: ${ALT}\n📎 http://\\S+/my.csv$`),
    );
    expect(shown.files).toHaveLength(2);
    expect(discord.violations).toEqual([]);
  });

  it('is refused when there are too many, or one is too large', async () => {
    const told: string[] = [];
    const files = (count: number, size: number) =>
      Array.from({ length: count }, (_, n) => ({
        attachment: Buffer.alloc(size),
        name: `${n}.bin`,
      }));
    let tooMuch = files(11, 1);
    await serve(async (i) => {
      told.push(await refusal(i.reply({ files: tooMuch })));
      await i.reply({ files: files(10, 1) });
    });
    // A command for each: so many megabytes together may take longer than Discord waits.
    for (const next of [files(11, 1), files(1, 10 * MEBIBYTE + 1), files(3, 9 * MEBIBYTE)]) {
      tooMuch = next;
      expect((await mia.command('/ping')).files).toHaveLength(10);
    }
    expect(told).toEqual([
      expect.stringMatching(
        /50035.*\ndata\.attachments\[BASE_TYPE_BAD_LENGTH\]: Must be 10 or fewer/,
      ),
      expect.stringContaining('Request entity too large'),
      expect.stringContaining('Request entity too large'),
    ]);
    expect(discord.violations.map(({ rule }) => rule)).toEqual([
      'request body',
      'attachment size',
      'attachment size',
    ]);
  });

  it('is missed where something speaks of it and it isn’t there', async () => {
    const told: string[] = [];
    await serve(async (i) => {
      told.push(
        await refusal(
          i.client.rest.post(`/channels/${i.channelId}/messages`, {
            body: { content: 'Here', attachments: [{ id: '0', filename: 'chart.png' }] },
          }),
        ),
      );
      told.push(
        await refusal(
          i.reply({
            flags: MessageFlags.IsComponentsV2,
            components: [
              new MediaGalleryBuilder().addItems((item) => item.setURL('attachment://none.png')),
            ],
          }),
        ),
      );
      await i.reply({ embeds: [picture] });
    });
    const shown = await mia.command('/ping');
    expect(told).toEqual([
      expect.stringContaining('attachments[0][ATTACHMENT_NOT_FOUND]: Attachment data not found'),
      expect.stringContaining('UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'),
    ]);
    // An embed without its picture is shown all the same.
    expect(shown.text()).not.toContain('🖼');
    expect(discord.violations.map(({ rule }) => rule)).toEqual([
      'request body',
      'request body',
      'embed image',
    ]);
  });

  it('is noticed when no component of a message shows it', async () => {
    await serve((i) =>
      i.reply({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: 10, content: 'See the chart' }],
        files: [chart()],
      }),
    );
    await mia.command('/ping');
    expect(discord.violations).toMatchObject([{ rule: 'attachment' }]);
  });

  it('has no more alt text than Discord takes', async () => {
    const told: string[] = [];
    await serve(async (i) => {
      for (const length of [1025, 1024]) {
        const file = new AttachmentBuilder(PNG, { name: 'a.png', description: 'x'.repeat(length) });
        told.push(await refusal(i.reply({ files: [file] })));
      }
    });
    expect((await mia.command('/ping')).files[0]?.description).toHaveLength(1024);
    await expect
      .poll(() => told)
      .toEqual([expect.stringContaining('1024 or fewer'), 'not refused']);
  });

  it('can be seen by one person alone', async () => {
    await serve((i) => i.reply({ embeds: [picture], files: [chart()], flags: ephemeral }));
    const ben = discord.person(general.guild.addMember({ name: 'Ben' }), general);
    expect((await mia.command('/ping')).files).toHaveLength(1);
    expect(ben.sees()).toEqual([]);
  });
});
