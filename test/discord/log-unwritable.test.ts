import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentFor } from '../../playground/keepsake-process.js';
import { launchBot, Stage } from '../support/bot.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open({ withBot: false });
});
afterEach(() => stage.close());

it.skipIf(!existsSync('/dev/full'))(
  'a log on a full disk is told of once; the bot answers, and stops when it is told to',
  async () => {
    const env = environmentFor(stage.discord, stage.databaseUrl);
    const within = ['sh', '-c', 'exec "$@" > /dev/full', 'sh'];
    stage.bot = launchBot(env, stage.folder, { within });
    await stage.discord.whenReady();
    const ana = stage.person('ana');
    for (const title of ['One', 'Two']) {
      const shown = await ana.command(`/score ${COUNTS} title:${title}`);
      expect(shown.field('Save Proxy')).toMatch(/\/ 100$/m);
    }
    expect(await stage.bot.stop()).toBe(0);
    expect(stage.bot.stderr).toMatch(/^The log can't be written \(ENOSPC\)\. .*\n$/);
  },
);
