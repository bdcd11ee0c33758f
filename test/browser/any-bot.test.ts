import { EmbedBuilder } from '@discordjs/builders';
import { AttachmentBuilder, type Client } from 'discord.js';
import {
  type LocalDiscord,
  type PageServer,
  sessionOf,
  startLocalDiscord,
  startPageServer,
  twoServers,
} from 'local-discord';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anEmbed, ephemeral, startBot } from '../../packages/local-discord/test/small-bot.js';
import { startBrowser } from '../../scripts/browser.js';
import { Tab } from '../support/tab.js';

const found = await startBrowser();
if (found.browser === undefined) console.warn(`The page isn't tested: ${found.why}`);

/** What a page must never take for anything but text. */
const HOSTILE = '<img src=x onerror="document.title=1"><b>bold</b>';

/** A picture of one pixel. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

// A bot of a few lines, on the real discord.js: what Keepsake never does shows here.
describe.skipIf(found.browser === undefined)('the page with any bot', () => {
  let browser: Browser;
  let discord: LocalDiscord;
  let bot: Client;
  let server: PageServer;
  let tabs: Tab[] = [];
  /** What `/ping` is answered with. */
  let ping: 'silence' | 'thinking' | 'note' | 'hostile' | 'twice' | 'picture' = 'note';
  let goOn: () => void = () => undefined;

  beforeAll(async () => {
    if (found.browser === undefined) throw new Error(found.why);
    browser = found.browser;
    discord = await startLocalDiscord();
    const { guilds, standings } = twoServers(discord);
    guilds[1]?.addMember({ name: HOSTILE });
    bot = await startBot(
      discord,
      {
        async ping(interaction) {
          switch (ping) {
            case 'silence':
              return;
            case 'thinking':
              await interaction.deferReply();
              await new Promise<void>((resolve) => {
                goOn = resolve;
              });
              return interaction.editReply('Thought about it.');
            case 'note':
              return interaction.reply({ content: 'For your eyes.', flags: ephemeral });
            case 'hostile':
              return interaction.reply({
                content: `${HOSTILE} content`,
                embeds: [
                  new EmbedBuilder()
                    .setTitle(`${HOSTILE} title`)
                    .setDescription(`${HOSTILE} description [a](javascript:alert(1))`)
                    .setAuthor({ name: `${HOSTILE} author` })
                    .setFooter({ text: `${HOSTILE} footer` })
                    .addFields({ name: `${HOSTILE} name`, value: `${HOSTILE} value` }),
                ],
              });
            case 'picture':
              return interaction.reply({
                embeds: [anEmbed('A chart').setImage('attachment://chart.png')],
                files: [
                  new AttachmentBuilder(DOT, {
                    name: 'chart.png',
                    description: 'Rising since May',
                  }),
                ],
              });
            case 'twice':
              await interaction.reply('Once.');
              // discord.js itself would refuse, so it is asked of Discord directly.
              return interaction.client.rest.post(
                `/interactions/${interaction.id}/${interaction.token}/callback`,
                { body: { type: 4, data: { content: 'Twice.' } }, auth: false },
              );
          }
        },
        async score(interaction) {
          const file = interaction.options.getAttachment('file');
          return interaction.reply({
            embeds: [anEmbed(file === null ? 'No file.' : `Got ${file.name}: ${file.size} bytes.`)],
          });
        },
        async digest(interaction) {
          return interaction.reply('The digest is off.');
        },
      },
      async (interaction) => {
        if (!interaction.isAutocomplete()) return;
        await interaction.respond([{ name: `${HOSTILE} choice`, value: 'chosen' }]);
      },
    );
    server = await startPageServer({
      ...sessionOf(discord, guilds, standings),
      botEnded: false,
    });
  });

  afterEach(async () => {
    const open = tabs;
    tabs = [];
    for (const tab of open) await tab.close();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await bot?.destroy();
    await discord?.close();
  });

  async function open(): Promise<Tab> {
    const tab = await Tab.open(browser, server.url);
    tabs.push(tab);
    return tab;
  }

  async function offered(tab: Tab): Promise<string> {
    await tab.box.fill('/');
    await tab.list.first().waitFor();
    const words = (await tab.list.allInnerTexts()).join('\n');
    await tab.box.fill('');
    return words;
  }

  it('offers a command for managers to them alone, and takes it from nobody else', async () => {
    const tab = await open();
    expect(await offered(tab)).not.toContain('/digest');
    await tab.box.fill('/digest off');
    await tab.page.keyboard.press('Enter');
    await tab.page.getByText('There is no command /digest off that Mia may use here.').waitFor();
    for (const manager of ['Ada', 'Sam']) {
      await tab.goTo(manager);
      expect(await offered(tab)).toMatch(/\/digest off[\s\S]*\/digest setup/);
      await tab.command('/digest off');
      await tab.message('The digest is off.').getByText(manager, { exact: true }).waitFor();
    }
    await tab.goTo('Leo');
    expect(await offered(tab)).not.toContain('/digest');
  });

  it('takes a file that is dropped, and says what is wrong with one', async () => {
    const tab = await open();
    await drop(tab, 'week.csv', 5);
    await tab.page.getByText(/^A file goes with a command/).waitFor();
    await tab.box.fill('/ping ');
    await tab.page.locator('.box-command').waitFor();
    await drop(tab, 'week.csv', 5);
    await tab.page.getByText('/ping takes no file.').waitFor();
    await tab.page.keyboard.press('Escape');
    await tab.page.keyboard.press('Escape');

    await tab.box.fill('/score views:5 ');
    await tab.option('views').waitFor();
    await drop(tab, 'much.csv', 10 * 1024 * 1024 + 1);
    await tab.page.getByText('much.csv is too large: Discord takes 10 MiB at most.').waitFor();
    await drop(tab, 'week.csv', 5);
    await tab.page.locator('.pill-file').getByText('week.csv').waitFor();
    await tab.box.click();
    await tab.page.keyboard.press('Enter');
    await tab.message('Got week.csv: 5 bytes.').waitFor();
  });

  it('shows a picture of the bot, with its alt text', async () => {
    const tab = await open();
    ping = 'picture';
    await tab.command('/ping');
    // In its embed, and not below it a second time.
    await tab.message('A chart').getByRole('img', { name: 'Rising since May' }).waitFor();
    expect(await tab.message('A chart').locator('.file').count()).toBe(0);
    const width = "document.querySelector('.embed-picture img').naturalWidth";
    await expect.poll(() => tab.page.evaluate(width)).toBe(1);
  });

  it('shows that the bot is thinking until the answer is there', async () => {
    const tab = await open();
    ping = 'thinking';
    await tab.command('/ping');
    await tab.message('Keepsake is thinking…').waitFor();
    goOn();
    await tab.message('Thought about it.').waitFor();
    expect(await tab.page.getByText('is thinking').count()).toBe(0);
  });

  it('says after three seconds that the application did not respond, and only to whoever asked', async () => {
    const [tab, other] = [await open(), await open()];
    ping = 'silence';
    await tab.command('/ping');
    await tab.message('Sending command…').waitFor();
    const failed = tab.message('The application did not respond');
    await failed.waitFor();
    expect(await failed.innerText()).toContain('Only you can see this');
    expect(await other.message('did not respond').count()).toBe(0);
    await expect.poll(() => tab.panel.innerText()).toMatch(/\/ping\s+by Mia · no answer/);
  });

  it('shows a broken rule where it was broken', async () => {
    const tab = await open();
    const before = discord.violations.length;
    ping = 'twice';
    await tab.command('/ping');
    await tab.message('Once.').waitFor();
    await expect.poll(() => discord.violations.length).toBeGreaterThan(before);
    await expect.poll(() => tab.panel.innerText()).toMatch(/broke \d+ rules? of Discord/);
    await tab.panel.getByText(/^✗/).first().waitFor();
    expect(await tab.page.getByText('Twice.').count()).toBe(0);
  });

  it('shows as text whatever a bot, a name or a suggestion holds', async () => {
    const tab = await open();
    ping = 'hostile';
    await tab.command('/ping');
    const message = tab.message(`${HOSTILE} title`);
    await message.waitFor();
    const shown = await message.innerText();
    for (const part of ['content', 'description', 'author', 'footer', 'name', 'value']) {
      expect(shown).toContain(`${HOSTILE} ${part}`);
    }
    await tab.box.fill('/faq about:x');
    await tab.list.getByText(`${HOSTILE} choice`).waitFor();
    await tab.page.keyboard.press('Escape');
    await tab.goTo('Elsewhere');
    const name = tab.page.getByRole('navigation').getByText(HOSTILE);
    await name.click();
    await tab.command('/ping');
    await tab.page.getByText(`${HOSTILE} used`).or(tab.page.getByText(HOSTILE)).first().waitFor();
    expect(await tab.page.locator('img[src="x"]').count()).toBe(0);
    expect(await tab.page.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await tab.page.title()).toContain('Keepsake');
  });

  it('keeps a note to the one it is for, until it is put away', async () => {
    const tab = await open();
    ping = 'note';
    await tab.command('/ping');
    const note = tab.message('For your eyes.');
    await note.waitFor();
    await note.getByRole('button', { name: 'Dismiss message' }).click();
    await note.waitFor({ state: 'detached' });
    await tab.goTo('Leo');
    expect(await tab.page.getByText('For your eyes.').count()).toBe(0);
  });
});

/** Drops a file on the box, as from a folder beside the browser. */
async function drop(tab: Tab, name: string, bytes: number): Promise<void> {
  await tab.page.evaluate(`{
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(${bytes})], ${JSON.stringify(name)}, { type: 'text/csv' }));
    document.querySelector('.box-line').dispatchEvent(
      new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }),
    );
  }`);
}
