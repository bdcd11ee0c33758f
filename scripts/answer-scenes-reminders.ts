import { type Act, command, type Scene } from './answer-scene.js';
import type { AnswerStage, Sight } from './answer-stage.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whoever comes back to their videos. */
const WHO = 'Xia';

/** A video that was posted so many hours ago. */
const young = (stage: AnswerStage, hours: number, views: string) =>
  `/score views:${views} likes:9,120 comments:204 shares:390 title:Rope in a minute link:${stage.link('video', hours / 24, 'xia')}`;

const remindMe: Scene = {
  id: 'remind-me',
  title: 'A reminder, asked for',
  after: '**Remind me** under the score of a young video',
  light: true,
  play: async (stage) =>
    stage.pressed(WHO, await stage.asked(WHO, young(stage, 2, '120K')), 'Remind me'),
};

const closed: Scene = {
  id: 'remind-closed',
  title: 'Where messages are closed',
  after: '**Remind me**, by somebody who takes no messages of the bot',
  async play(stage) {
    stage.closeMessages('Cay');
    return stage.pressed('Cay', await stage.asked('Cay', young(stage, 2, '80K')), 'Remind me');
  },
};

const shortAnswer: Scene = {
  id: 'score-short',
  title: 'A score in short',
  after: '`/score` in a server that wants short answers',
  async play(stage) {
    await stage.asked('Sam', '/settings change answers:Everybody in the channel, in short');
    return stage.asked('Ema', '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K');
  },
};

const greeting: Scene = {
  id: 'greeting',
  title: 'The greeting of a newcomer',
  after: 'a first command, beside its answer',
  async play(stage) {
    await stage.asked('Sam', '/settings change greeting:True');
    const seen = await stage.beside('Pim', '/faq saves');
    await stage.asked('Sam', '/settings change greeting:False');
    return seen;
  },
};

const hello: Scene = {
  id: 'remind-hello',
  title: 'The hello in the conversation with the bot',
  after: 'the first press',
  play: (stage) => Promise.resolve(stage.letter(WHO)),
};

const reminder: Scene = {
  id: 'reminder',
  title: 'The reminder',
  after: 'a day after posting',
  light: true,
  async play(stage) {
    await stage.session.passTime?.(DAY);
    return stage.letter(WHO, 'Time for new numbers');
  },
};

const sameAge: Scene = {
  id: 'score-same-age',
  title: 'The second reading, at the same age as others',
  after: '`/score` of a video with five older ones of the same account',
  async play(stage) {
    let second: Sight | undefined;
    for (let n = 0; n < 7; n += 1) {
      // Twice as many views for the last one.
      const views = [90 + 7 * n, 130 + 9 * n].map((one) => `${n < 6 ? one : 2 * one}K`);
      const link = stage.link('video', 1, 'yan', n);
      for (const [again, read] of views.entries()) {
        if (again > 0) await stage.session.passTime?.(2 * DAY);
        const line = `/score views:${read} likes:9,120 comments:204 shares:390`;
        second = await stage.asked('Yan', `${line} title:Rope ${n} link:${link}`);
      }
    }
    if (second === undefined) throw new Error('Nothing was scored.');
    return second;
  },
};

const weeklyOn: Scene = command(
  'weekly-on',
  'The weekly note, turned on',
  WHO,
  '/weekly on day:Sunday time:18:00 timezone:Europe/Berlin',
);

const weeklyNote: Scene = {
  id: 'weekly-note',
  title: 'The weekly note',
  after: 'a Sunday, 18:00',
  light: true,
  async play(stage) {
    await stage.session.passTime?.(7 * DAY);
    return stage.letter(WHO, 'Your week');
  },
};

/** What comes later, and only to who asked for it. */
export const reminders: Act = {
  title: 'Coming back',
  scenes: [
    remindMe,
    hello,
    closed,
    command('reminders-list', 'What waits', WHO, '/reminders list'),
    reminder,
    command('reminders-hours', 'When it may come', WHO, '/reminders hours from:17:00 to:21:00'),
    weeklyOn,
    command('weekly-preview', 'The weekly note as it would be now', WHO, '/weekly preview'),
    weeklyNote,
    command('reminders-off', 'No reminder any more', WHO, '/reminders off'),
    sameAge,
    command('settings', 'What a server wants', 'Sam', '/settings show'),
    command('settings-change', 'Changed', 'Sam', '/settings change answers:Only who asked'),
    shortAnswer,
    command(
      'settings-back',
      'And back',
      'Sam',
      '/settings change answers:Everybody in the channel',
    ),
    greeting,
  ],
};
