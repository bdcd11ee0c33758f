import { strToU8 } from 'fflate';
import type { Shown, Upload } from 'local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleExport } from '../../playground/sample-export.js';
import {
  activityTable,
  contentTable,
  dayTables,
  type StudioDay,
  type StudioVideo,
  studioCsv,
  studioXlsx,
  studioZip,
  videoId,
} from '../../playground/studio-export.js';
import { customIdOf, Stage, words } from '../support/bot.js';
import { bytesOf } from '../support/databases.js';

let stage: Stage;
/** What ids of videos are made of: they stay the same while time passes. */
let start = 0;
beforeAll(async () => {
  stage = await Stage.open({ timeMoves: true });
  start = stage.discord.now();
});
afterAll(() => stage.close());

const DAY = 86_400_000;
const file = (name: string, bytes: Uint8Array): Upload => ({
  name,
  contentType: 'application/octet-stream',
  bytes: Buffer.from(bytes),
});

const videos = (count: number): StudioVideo[] =>
  Array.from({ length: count }, (_, place) => {
    const posted = new Date(start - (5 + 3 * place) * DAY);
    return {
      id: videoId(posted, place + 1),
      title: `Knot ${place}`,
      posted,
      views: 20_000 + 3_100 * place,
      likes: 1_500 + 170 * place,
      comments: 60 + place,
      shares: 90 + 11 * place,
    };
  });

const days = (count: number, without: readonly number[] = []): StudioDay[] =>
  Array.from({ length: count }, (_, place) => ({
    day: new Date(stage.discord.now() - (count - place) * DAY),
    views: 300 + 7 * place,
    viewers: 200 + 5 * place,
    followers: 1_000 + 9 * place,
    comments: 3,
  })).filter((_, place) => !without.includes(place));

/** Of yesterday, unless said otherwise. */
const content = (language = 'de', count = 13, ago = DAY) =>
  studioCsv(contentTable('mia', videos(count), new Date(stage.discord.now() - ago), language));
const last = (shown: Shown) => shown.message?.embeds[0]?.description ?? '';

describe('/import', () => {
  it('says what is in the files, to the caller alone, and stores it after a press', async () => {
    const mia = stage.person('mia');
    const tables = dayTables(days(40, [20, 21]), 'vi');
    const plan = await mia.command('/import file:a file2:b file3:c', {
      file: file('Content.csv', content()),
      file2: file(
        'Overview_mia.zip',
        studioZip({
          'Overview.csv': studioCsv(tables.overview),
          'Viewers.csv': studioCsv(tables.viewers),
        }),
      ),
      file3: file('FollowerHistory.xlsx', studioXlsx(tables.followers, 'FollowerHistory')),
    });
    expect(plan.visibleTo).toBe(mia.member.id);
    expect(last(plan)).toContain('**13 videos** of @mia: 0 known, 13 new.');
    expect(last(plan)).toContain('**38 days** of @mia');
    expect(last(plan)).toContain('Nothing is stored yet');
    expect(plan.field('What I take for true')).toContain('from the ids in their links');
    expect(words(await mia.command('/history list'))).toContain('I know no readings of yours');

    const stored = await mia.press(plan, 'Store');
    expect(last(stored)).toContain('13 readings, 38 days stored');
    expect(stored.field('These three teach me most')).toContain('narrower');
    expect(words(await mia.command('/history list'))).toContain('13 in all');

    const account = await mia.command('/history account');
    expect(last(account)).toMatch(/\*\*\+\d+ followers\*\*/);
    expect(last(account)).toContain('2 days in between aren’t known.');
    expect(account.files[0]?.filename).toBe('account.png');
    expect(stage.discord.violations).toEqual([]);
  });

  it('the same again is nothing new, and the next ones are told apart', async () => {
    const mia = stage.person('mia');
    const store = async (bytes: Uint8Array) => {
      const plan = await mia.command('/import file:a', { file: file('Content.csv', bytes) });
      const said = last(plan);
      await mia.press(plan, 'Store');
      return said;
    };
    await store(content('ru', 9));
    const again = await mia.command('/import file:a', { file: file('x.csv', content('fr', 9)) });
    expect(words(again)).toContain('Everything in these files is known already');
    expect(await store(content('el', 13))).toContain('**13 videos** of @mia: 9 known, 4 new.');
  });

  it('can be undone as one for a day, also from the history', async () => {
    const mia = stage.person('mia');
    const plan = await mia.command('/import file:a', { file: file('c.csv', content()) });
    const stored = await mia.press(plan, 'Store');
    const undone = await mia.press(stored, 'Undo this import');
    expect(words(undone)).toContain('gone again');
    expect(words(await mia.command('/history list'))).toContain('I know no readings of yours');
    const again = await mia.command('/import file:a', { file: file('c.csv', content()) });
    await mia.press(again, 'Store');
    const list = await mia.command('/history list');
    expect(words(await mia.press(list, 'Undo: import'))).toContain('gone again');
  });

  it('waits a quarter of an hour, also over a restart, and lets go of what isn’t wanted', async () => {
    const mia = stage.person('mia');
    const plan = await mia.command('/import file:a', { file: file('c.csv', content()) });
    await stage.bot.stop();
    await stage.start();
    expect(last(await mia.press(plan, 'Store'))).toContain('13 readings stored');
    const other = stage.person('tom');
    const unwanted = await other.command('/import file:a', { file: file('c.csv', content()) });
    expect(words(await other.press(unwanted, 'Cancel'))).toContain('Nothing was stored');
    const late = await other.command('/import file:a', { file: file('c.csv', content()) });
    await stage.letTimePass(16 * 60_000);
    await other.press(late, 'Store');
    expect(words(await other.command('/history list'))).toContain('I know no readings of yours');
  });

  it('of one account, by two members, knows nothing of the other’s', async () => {
    const [lea, max] = [stage.person('lea'), stage.person('max')];
    const bring = (who: typeof lea, bytes: Uint8Array) =>
      who.command('/import file:a', { file: file('Content.csv', bytes) });
    const nobody = 'I know no readings of yours';
    // To the second one nothing of it is known, and whose press it isn’t has no say.
    const plan = await bring(max, content('en-US', 5));
    const first = await bring(lea, content('en-US', 13));
    await max.forge(plan, customIdOf(first, 'Store'));
    expect(words(await max.command('/history list'))).toContain(nobody);
    expect(words(await lea.command('/history list'))).toContain(nobody);
    const stored = await lea.press(first, 'Store');
    const { followers } = dayTables(days(9), 'en-US');
    await lea.press(
      await lea.command('/import file:a account:mia', {
        file: file('f.csv', studioCsv(followers)),
      }),
      'Store',
    );
    const before = words(await lea.command('/history list'));
    expect(last(await bring(max, content('en-US', 5)))).toContain('0 known, 5 new.');
    await max.forge(plan, customIdOf(stored, 'Undo this import'));
    const modal = await max.forge(plan, customIdOf(stored, 'Add real saves: 1'));
    expect(modal.outcome).not.toBe('modal');
    expect(words(await lea.command('/history list'))).toBe(before);
    await max.press(await bring(max, content('en-US', 5)), 'Store');
    expect(words(await max.command('/history list'))).toContain('5 in all');
    expect(words(await lea.command('/history list'))).toBe(before);
    expect(words(await lea.command('/history account'))).toContain('followers');
    expect(words(await max.command('/history account'))).toContain('No days of an account yet');
    const again = await bring(max, content('vi', 13));
    expect(last(again)).toContain('5 known, 8 new');
    await max.press(await max.command('/data delete'), 'Delete everything');
    expect(words(await lea.command('/history list'))).toBe(before);
  });

  it('takes real saves of the videos that teach most, and says what came of it', async () => {
    const mia = stage.person('mia');
    // More than a day old at any hour: then the other counts are asked for, too.
    const old = content('de', 13, 3 * DAY);
    const plan = await mia.command('/import file:a', { file: file('c.csv', old) });
    const stored = await mia.press(plan, 'Store');
    const modal = await mia.press(stored, 'Add real saves: 1');
    const told = await mia.submit(modal, {
      'Saves now': '310',
      'Views now': '40000',
      'Likes now': '2600',
      'Comments now': '80',
      'Shares now': '180',
    });
    expect(words(told)).toMatch(/narrower/);
    const card = await mia.command('/insights accuracy');
    expect(words(card)).toContain('teach me most');
  });

  it('refuses the personal archive, and keeps not a byte of it', async () => {
    const mia = stage.person('mia');
    const secret = '{"Direct Message": {"Chat History": "quvasecretquva"}}';
    for (const name of ['user_data_tiktok.json', 'export.json']) {
      const shown = await mia.command('/import file:a', { file: file(name, strToU8(secret)) });
      expect(words(shown)).toContain('Delete the message or file');
    }
    const zip = studioZip({ 'Content.csv': content(), 'data.json': strToU8(secret) });
    const shown = await mia.command('/import file:a', { file: file('all.zip', zip) });
    expect(words(shown)).toContain('Delete the message or file');
    expect(JSON.stringify(stage.bot.log)).not.toContain('quvasecretquva');
    expect(stage.bot.stderr).not.toContain('quvasecretquva');
    expect((await bytesOf(stage.databaseUrl)).toString('latin1')).not.toContain('quvasecretquva');
  });

  it('says in a plain sentence what it can’t read', async () => {
    const mia = stage.person('mia');
    const say = async (name: string, bytes: Uint8Array, more = '') =>
      words(await mia.command(`/import file:a ${more}`, { file: file(name, bytes) }));
    expect(await say('cat.png', strToU8('\u0089PNG'))).toContain('I don’t know its first line');
    expect(await say('a.zip', studioZip({ 'b.zip': studioZip({ a: strToU8('x') }) }))).toContain(
      'there is an archive in the archive',
    );
    const tables = dayTables(days(5), 'fr');
    expect(await say('f.csv', studioCsv(tables.followers))).toContain('send it again with');
    expect(await say('f.csv', studioCsv(tables.followers), 'account:???')).toContain(
      'is no TikTok account',
    );
    expect(await say('f.csv', studioCsv(tables.followers), 'account:@Mia')).toContain('of @mia');
  });

  it('takes the demo’s sample export, in private where that is asked', async () => {
    const [nia, other] = [stage.person('nia'), stage.person('oli')];
    const bytes = sampleExport(new Date(stage.discord.now()));
    const plan = await nia.command('/import file:a private:True', {
      file: file('sample-export.zip', bytes),
    });
    expect(last(plan)).toContain('**12 videos** of @sample.camper: 0 known, 12 new.');
    expect(last(plan)).toContain('When your followers were online');
    await nia.press(plan, 'Store');
    await nia.command('/leaderboard join');
    expect(words(await nia.command('/history list'))).toContain('12 in all');
    const seen = await other.command(`/history list member:<@${nia.member.id}>`);
    expect(words(seen)).not.toContain('knots');
  });

  it('shows when followers were online, on the account’s clock', async () => {
    const mia = stage.person('mia');
    const week = days(7).map(({ day }) => day);
    const plan = await mia.command('/import file:a account:mia', {
      file: file('FollowerActivity.csv', studioCsv(activityTable(week, 20, 'zh'))),
    });
    expect(last(plan)).toContain('TikTok keeps only the last seven');
    await mia.press(plan, 'Store');
    const shown = await mia.command('/history account account:mia');
    expect(shown.field('When your followers were online')).toContain('18:00, 19:00, 20:00');
  });
});
