import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NOTHING, Stage, words } from '../support/bot.js';
import { hostilePicture } from '../support/hostile-pictures.js';
import { screenshot, whatWasRead } from '../support/screenshots.js';
import { atLength } from '../support/soak.js';

let stage: Stage;
afterEach(() => stage.close());

const FILES = atLength(45, 500);

describe('files that want to be pictures', () => {
  it('are each answered, and the bot goes on', async () => {
    stage = await Stage.open();
    const ana = stage.person('ana');
    const answered: string[] = [];
    for (let n = 0; n < FILES; n += 1) {
      const file = hostilePicture(n);
      const answer = await whatWasRead(await ana.command('/score', { screenshot: file }));
      const isAnswered = /I can’t read that picture|Is this what your picture shows/.test(
        words(answer),
      );
      if (!isAnswered) answered.push(`${n} ${file.what}: ${words(answer)}`);
    }
    expect(answered).toEqual([]);
    expect(stage.stored(ana).readings).toBe(0);
    expect(stage.discord.violations).toEqual([]);
    const check = await whatWasRead(await ana.command('/score', { screenshot: screenshot() }));
    expect(check.buttons).toEqual(['Looks right', 'Fix a number']);
  }, 600_000);
});

describe('a picture', () => {
  it('is nowhere to be found after it was read', async () => {
    stage = await Stage.open();
    const before = readdirSync(stage.folder);
    const ana = stage.person('ana');
    const file = screenshot();
    const check = await whatWasRead(await ana.command('/score', { screenshot: file }));
    await ana.press(check, 'Looks right');
    expect(readdirSync(stage.folder)).toEqual(before);
    const somewhere = file.bytes.subarray(file.bytes.length / 2, file.bytes.length / 2 + 24);
    const log = JSON.stringify(stage.bot.log);
    for (const name of before) {
      const kept = readFileSync(join(stage.folder, name));
      expect(kept.includes(somewhere)).toBe(false);
      expect(kept.includes(file.name)).toBe(false);
    }
    for (const part of [file.name, 'attachments/', somewhere.toString('base64'), '541.2K']) {
      expect(log).not.toContain(part);
    }
  });

  it('that ends the process that reads it is told so, and the next one is read', async () => {
    stage = await Stage.open();
    const ana = stage.person('ana');
    const shown = await ana.command('/score', { screenshot: screenshot() });
    const { pid } = await stage.bot.waitForLog('reading pictures');
    process.kill(Number(pid), 'SIGKILL');
    const answer = await whatWasRead(shown);
    expect(words(answer)).toContain('went wrong on my side');
    expect(stage.stored(ana)).toEqual(NOTHING);
    const check = await whatWasRead(await ana.command('/score', { screenshot: screenshot() }));
    expect(check.buttons).toEqual(['Looks right', 'Fix a number']);
  });

  it('of several members waits for its turn, and the last ones are asked to come again', async () => {
    stage = await Stage.open();
    const people = Array.from({ length: 7 }, (_, n) => stage.person(`member${n}`));
    // Drawn first: while that is done, the Discord in the same process answers nobody.
    const file = screenshot();
    const answers = await Promise.all(
      people.map(async (person) =>
        words(await whatWasRead(await person.command('/score', { screenshot: file }))),
      ),
    );
    const busy = answers.filter((text) => text.includes('waiting already'));
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.length).toBeLessThan(4);
    expect(answers.filter((text) => text.includes('541.2K'))).toHaveLength(7 - busy.length);
  }, 300_000);

  it('isn’t read where that is turned off, and typed numbers still count', async () => {
    stage = await Stage.open({ env: { SCREENSHOTS: 'off' } });
    const ana = stage.person('ana');
    const answer = await whatWasRead(await ana.command('/score', { screenshot: screenshot() }));
    expect(words(answer)).toContain('has turned reading pictures off');
    await ana.command('/score views:541.2K likes:48.1K comments:1,204 shares:3.9K');
    expect(stage.stored(ana)).toMatchObject({ readings: 1 });
    expect(stage.bot.log.some(({ msg }) => msg === 'reading pictures')).toBe(false);
  });
});
