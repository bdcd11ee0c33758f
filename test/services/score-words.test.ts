import { describe, expect, test } from 'vitest';
import { boardBounds, insightBounds } from '../../src/commands/finding-bounds.js';
import { colours } from '../../src/embeds/colours.js';
import { definitionEmbed } from '../../src/embeds/definitions.js';
import { howEmbed } from '../../src/embeds/how.js';
import { scoreEmbed } from '../../src/embeds/score.js';
import { ownTipsEmbed } from '../../src/embeds/tips.js';
import { VIETNAMESE_PERCENT } from '../../src/services/estimate/estimate.js';
import type { Score } from '../../src/services/scores/score.js';
import { createTips } from '../../src/services/tips/tips.js';
import { wordsOf } from '../../src/words/languages.js';
import { providers } from '../support/databases.js';
import { ada, ben, DAY, here, linkTo, ordinary, scoreOf, useScoring } from '../support/scoring.js';

const shownOf = (score: Score) => {
  const { color, fields = [] } = scoreEmbed(score, wordsOf('en-US'));
  const field = (name: string) => fields.find((one) => one.name === name)?.value ?? '';
  return { color, field };
};
const howOf = (score: Score, name: string) =>
  howEmbed(score, wordsOf('en-US')).fields?.find((one) => one.name === name)?.value ?? '';

describe.each(providers)('what a score says, on %s', (provider) => {
  const at = useScoring(provider);
  const viewer = { id: ada, guildId: here };

  test('learned from counts, though a second account was seen since, isn’t said to have learned from none', async () => {
    await at.submit({ title: 'One', posted: '2026-11-01', saves: '4000' });
    at.pass(DAY);
    const old = await scoreOf(at.submit({ title: 'Two', posted: '2026-11-02', likes: '39K' }));
    expect(old.learnedFrom).toBe(1);
    for (const [n, handle] of ['one', 'two'].entries()) {
      await at.submit({ link: linkTo(n, { handle }), likes: `${30 + n}K` });
    }
    const description = howOf(await at.scores.find(old.readingId, viewer), 'What I knew');
    expect(description).toContain('Learned from the 1 real count');
    expect(description).not.toContain('none of your own real counts helped');
    expect(description).toContain('You have scored several accounts since');
    const unknown = await scoreOf(at.submit({ title: 'Three', posted: '2026-11-03' }));
    const shown = { description: howOf(unknown, 'What I knew') };
    expect(unknown.learnedFrom).toBe(0);
    expect(shown.description).toContain('none of your own real counts helped');
    expect(shown.description).not.toContain('I know nothing yet of your videos');
    expect(shown.description).toContain('nor which of your accounts it is of');
  });

  test('of a first photo post is that nothing is known of photo posts, also where others told some', async () => {
    for (let n = 1; n <= 4; n += 1) {
      const creatorId = ada + BigInt(n);
      const link = linkTo(n, { kind: 'photo', handle: `other${n}` });
      await at.submit({ ...ordinary, link, saves: '9000' }, { creatorId });
    }
    await at.submit({ link: linkTo(10), likes: '39K', saves: '4000' });
    at.pass(DAY);
    const photo = await scoreOf(at.submit({ link: linkTo(11, { kind: 'photo' }) }));
    expect(photo).toMatchObject({ learnedFrom: 0, learnedHere: 0 });
    const description = howOf(photo, 'What I knew');
    expect(description).toContain('I know nothing yet of your photo posts');
    expect(description).toContain('I learn from your own photo posts alone');
    expect(howOf(photo, 'The range')).not.toContain('I know real counts of videos only');
  });

  test('below 1,000 views is no rate and no product', async () => {
    const typed = { views: '700', likes: '30', comments: '1', shares: '1' } as const;
    const small = await scoreOf(at.submit({ ...typed, link: linkTo(1) }));
    expect(shownOf(small).field('Save rate')).toBe('too few views for a rate');
    expect(howOf(small, 'The formula')).not.toContain('Shown here as factors');
    const large = await scoreOf(at.submit({ link: linkTo(2) }, { creatorId: ben }));
    expect(shownOf(large).field('Save rate')).toContain('% of views');
    expect(howOf(large, 'The formula')).toContain('Shown here as factors, they multiply');
    const few = { views: '20', likes: '0', comments: '0', shares: '0' } as const;
    const none = shownOf(await scoreOf(at.submit({ ...few, link: linkTo(3) })));
    expect(none.field('Estimated saves')).not.toMatch(/range: 0 to 0/);
  });

  test('is green only where even the low end of its range is good', async () => {
    const seen = new Set<string>();
    for (const [n, shares] of ['1200', '4000', '9000', '15K', '30K'].entries()) {
      const score = await scoreOf(at.submit({ link: linkTo(n), shares, likes: `${40 + n}K` }));
      const isGood = (score.range?.low ?? 0) >= 60;
      expect(shownOf(score).color === colours.good).toBe(isGood);
      if ((score.value ?? 0) >= 60) seen.add(isGood ? 'surely' : 'perhaps');
    }
    expect(seen).toContain('perhaps');
    const told = await scoreOf(at.submit({ link: linkTo(9), saves: '9000' }));
    expect([told.value ?? 0, shownOf(told).color]).toEqual([expect.any(Number), colours.good]);
  });

  test('names the same share of Vietnamese videos as tips do', async () => {
    for (let n = 1; n <= 6; n += 1) await at.submit({ link: linkTo(n), likes: `${40 + n}K` });
    const score = await scoreOf(at.submit({ link: linkTo(7) }));
    const share = `${VIETNAMESE_PERCENT} %`;
    expect(howOf(score, 'Where the model comes from')).toContain(`${share} of them Vietnamese`);
    const tips = createTips({ db: at.db, clock: () => at.now });
    const own = ownTipsEmbed(await tips.fromOwnNumbers(ada), 4, wordsOf('en-US'));
    expect(own.description).toContain('usual');
    const bounds = { boards: boardBounds, insights: insightBounds, tipVideos: 30 };
    expect(definitionEmbed('tips', bounds, wordsOf('en-US')).description).toContain(
      `${share} Vietnamese`,
    );
    expect(VIETNAMESE_PERCENT).toBe(86);
  });
});
