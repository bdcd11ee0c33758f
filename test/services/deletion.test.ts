import { describe, expect, test } from 'vitest';
import { providers } from '../support/databases.js';
import {
  ada,
  ben,
  elsewhere,
  here,
  linkTo,
  nothing,
  scoreOf,
  useScoring,
} from '../support/scoring.js';

describe.each(providers)('what is deleted on %s', (provider) => {
  const at = useScoring(provider);

  /** Two members in two servers, each with a video of two readings, one of them with its truth, and a draft. */
  async function fill(): Promise<void> {
    for (const creatorId of [ada, ben]) {
      for (const guildId of [here, elsewhere]) {
        await at.submit({ link: linkTo(1), saves: '9K' }, { creatorId, guildId });
      }
      await at.submit({ views: '10', likes: '5000' }, { creatorId });
    }
    for (const guildId of [here, elsewhere]) {
      await at.prisma.setting.create({ data: { guildId, key: 'digest', value: { day: 1 } } });
    }
    expect(await at.rows()).toEqual({
      creators: 2,
      guilds: 2,
      videos: 2,
      readings: 4,
      estimates: 4,
      truths: 4,
      drafts: 2,
    });
  }

  test('with a creator goes everything of theirs, and nothing of others', async () => {
    await fill();
    await at.prisma.creator.delete({ where: { id: ada } });
    expect(await at.rows()).toEqual({
      creators: 1,
      guilds: 2,
      videos: 1,
      readings: 2,
      estimates: 2,
      truths: 2,
      drafts: 1,
    });
    expect(await at.prisma.reading.count({ where: { creatorId: ben } })).toBe(2);
    await at.prisma.creator.delete({ where: { id: ben } });
    expect(await at.rows()).toEqual({ ...nothing, guilds: 2 });
    expect(await at.prisma.setting.count()).toBe(2);
  });

  test('with a server go its settings; readings stay with their creators', async () => {
    await fill();
    await at.prisma.guild.delete({ where: { id: here } });
    expect(await at.rows()).toMatchObject({ guilds: 1, videos: 2, readings: 4, truths: 4 });
    expect(await at.prisma.setting.findMany()).toMatchObject([{ guildId: elsewhere }]);
    expect(await at.prisma.reading.count({ where: { guildId: null } })).toBe(2);
    expect(await at.prisma.reading.count({ where: { guildId: elsewhere } })).toBe(2);
  });

  test('with a video go its readings; with a reading its estimate and its truth', async () => {
    await fill();
    const { readingId } = await scoreOf(at.submit({ link: linkTo(2), saves: '9K' }));
    await at.prisma.reading.delete({ where: { id: readingId } });
    expect(await at.rows()).toMatchObject({ videos: 3, readings: 4, estimates: 4, truths: 4 });
    await at.prisma.video.deleteMany({ where: { creatorId: ada } });
    expect(await at.rows()).toMatchObject({
      creators: 2,
      videos: 1,
      readings: 2,
      estimates: 2,
      truths: 2,
    });
  });
});
