import type { Entry } from '../src/services/knowledge/knowledge.js';
import { faqText } from '../src/words/en/faq.js';
import { type Act, command, type Scene } from './answer-scene.js';
import { imports, pictures } from './answer-scenes-files.js';
import { languages } from './answer-scenes-languages.js';
import { reminders } from './answer-scenes-reminders.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';
const SMALL = 'views:640 likes:61 comments:2 shares:3';

const score = (
  id: string,
  title: string,
  by: string,
  options: string,
  more?: Pick<Scene, 'light'>,
) => command(`score-${id}`, title, by, `/score ${options}`, more);

const scores: Act = {
  title: 'Scores',
  scenes: [
    score('estimated', 'Estimated', 'Mia', COUNTS, { light: true }),
    score(
      'title-and-category',
      'With a title and a category',
      'Leo',
      `${COUNTS} title:Three knots every camper needs category:educational`,
    ),
    score('counted', 'Counted', 'Ana', `${COUNTS} saves:5.1K`, { light: true }),
    score('low', 'Low', 'Ben', 'views:541.2K likes:300 comments:2 shares:1'),
    {
      ...score('too-early', 'Too early', 'Cleo', `${COUNTS} posted:today`),
      play: (stage) => stage.asked('Cleo', `/score ${COUNTS} posted:${stage.day(0)}`),
    },
    score('too-small', 'Too small', 'Dan', SMALL),
    score('too-small-counted', 'Too small, counted', 'Eva', `${SMALL} saves:12`),
    score('zero', 'Without a view', 'Fay', 'views:0 likes:0 comments:0 shares:0'),
    {
      ...score('photo', 'A photo post', 'Gil', `${COUNTS} link:https://www.tiktok.com/@…/photo/…`),
      play: (stage) => stage.asked('Gil', `/score ${COUNTS} link:${stage.link('photo', 4)}`),
    },
    score('private', 'In private', 'Hal', `${COUNTS} private:True`),
    {
      id: 'score-again',
      title: 'The same video again, a week later',
      after: 'the same `/score` with its link, and more views',
      async play(stage) {
        const link = stage.link('video', 9);
        const counts = 'likes:48.1K comments:1,204 shares:3.9K';
        await stage.asked('Ira', `/score views:541.2K ${counts} title:Knots link:${link}`);
        return stage.asked('Ira', `/score views:812K ${counts} title:Knots link:${link}`);
      },
    },
    {
      id: 'score-how',
      title: 'How?',
      after: '**How?** under a score',
      light: true,
      play: async (stage) =>
        stage.pressed('Jo', await stage.asked('Jo', `/score ${COUNTS} category:valuable`), 'How?'),
    },
  ],
};

const forms: Act = {
  title: 'Forms',
  scenes: [
    {
      id: 'form-score',
      title: 'A score with nothing typed',
      after: '/score',
      play: async (stage) => ({ kind: 'form', by: stage.as('Kai'), opens: { line: '/score' } }),
    },
    {
      id: 'form-rest',
      title: 'A score with some typed',
      after: '/score views:541.2K title:Three knots',
      play: async (stage) => ({
        kind: 'form',
        by: stage.as('Kai'),
        opens: { line: '/score views:541.2K title:Three knots' },
      }),
    },
    ...(
      [
        ['form-saves', 'Add real saves'],
        ['form-new-numbers', 'New numbers'],
      ] as const
    ).map(
      ([id, button]): Scene => ({
        id,
        title: button,
        after: `**${button}** under a score`,
        play: async (stage) =>
          stage.form('Lea', await stage.asked('Lea', `/score ${COUNTS} title:${id}`), button),
      }),
    ),
    {
      id: 'edit',
      title: 'Edit',
      after: '**Edit** under a score',
      play: async (stage) =>
        stage.pressed(
          'Lea',
          await stage.asked('Lea', `/score ${COUNTS} title:Three knots`),
          'Edit',
        ),
    },
  ],
};

const doubts: Act = {
  title: 'Doubts and refusals',
  scenes: [
    score('unlikely', 'Hardly true', 'Max', 'views:1200 likes:4000 comments:3 shares:2'),
    {
      id: 'same-title',
      title: 'A title that is known',
      after: 'the same `/score` with a title and neither link nor day',
      async play(stage) {
        await stage.asked('Moe', `/score ${COUNTS} title:Red scarf`);
        return stage.asked('Moe', `/score ${COUNTS} title:Red scarf`);
      },
    },
    score('two-days', 'A day that may be two', 'Ned', `${COUNTS} posted:3/4/2026`),
    score('impossible', 'Impossible', 'Oda', `${COUNTS} saves:900K`),
    score('unreadable', 'Not readable', 'Pat', 'views:many likes:10 comments:1 shares:1'),
    score(
      'no-tiktok',
      'A link that isn’t TikTok’s',
      'Quin',
      `${COUNTS} link:https://example.com/1`,
    ),
    score('future', 'A day to come', 'Ria', `${COUNTS} posted:2031-01-01`),
  ],
};

/** One answer for each word or verdict that may stand first, and what is around them. */
function faqOf(entries: readonly Entry[]): Act {
  const kinds = new Map<string, Entry>();
  for (const entry of entries) {
    const kind = [entry.answer, entry.verdict].filter((part) => part !== undefined).join(', ');
    if (!kinds.has(kind)) kinds.set(kind, entry);
  }
  const [first] = kinds.values();
  return {
    title: 'Questions',
    scenes: [
      ...[...kinds].map(
        ([kind, { id, question }], index): Scene => ({
          id: `faq-${slug(kind)}`,
          title: `Answered: ${kind}`,
          after: `/faq ask question:${question}`,
          ...(index === 0 && { light: true }),
          // By its id, which always finds it.
          play: (stage) => stage.asked('Sue', `/faq ask question:${id}`),
        }),
      ),
      {
        id: 'faq-more',
        title: 'More',
        after: `**${faqText.more}** under an answer`,
        play: async (stage) =>
          stage.pressed(
            'Sue',
            await stage.asked('Sue', `/faq ask question:${first?.id ?? ''}`),
            faqText.more,
          ),
      },
      command('faq-unsure', 'Not sure', 'Sue', '/faq ask question:saves and views and people'),
      command('faq-nothing', 'Nothing near', 'Sue', '/faq ask question:zxqv'),
      command('faq-saves', 'All about saves', 'Sue', '/faq saves'),
      command('faq-topics', 'All topics', 'Sue', '/faq topics'),
      command('guide', 'The guide', 'Sue', '/guide topic:saves'),
    ],
  };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Who of the sample community has much to look at. */
const BUSY = 'Sample: Ida';

const own: Act = {
  title: 'One’s own numbers',
  scenes: [
    command('history-list', 'History: list', BUSY, '/history list', { light: true }),
    command('history-nothing', 'History: nothing yet', 'Tom', '/history list'),
    {
      id: 'history-video',
      title: 'History: one video',
      after: '/history video',
      async play(stage) {
        const link = stage.link('video', 9, 'uma');
        const counts = 'likes:48.1K comments:1,204 shares:3.9K';
        await stage.asked('Uma', `/score views:541.2K ${counts} title:Knots link:${link}`);
        await stage.asked(
          'Uma',
          `/score views:812K ${counts} saves:9,100 title:Knots link:${link}`,
        );
        return stage.asked('Uma', `/history video video:${link}`);
      },
    },
    command('history-trend', 'History: trend', BUSY, '/history trend', { light: true }),
    command('trend-nothing', 'History: no trend yet', 'Tom', '/history trend'),
    command('insights-signals', 'Insights: signals', BUSY, '/insights signals'),
    command('insights-categories', 'Insights: categories', BUSY, '/insights categories'),
    command('insights-accuracy', 'Insights: accuracy', BUSY, '/insights accuracy'),
    command('insights-nothing', 'Insights: nothing yet', 'Tom', '/insights signals'),
    command('tips-own', 'Tips from one’s own numbers', BUSY, '/tips', { light: true }),
    command('tips-category', 'Tips for a category', 'Tom', '/tips category:educational'),
    command('data-export', 'Data: export', 'Uma', '/data export'),
    command('data-delete', 'Data: delete', 'Uma', '/data delete'),
  ],
};

const community: Act = {
  title: 'The community',
  scenes: [
    command('leaderboard', 'Leaderboard', 'Vic', '/leaderboard show', { light: true }),
    {
      id: 'leaderboard-how',
      title: 'Leaderboard: how it is made',
      after: '**How?** under it',
      play: async (stage) =>
        stage.pressed('Vic', await stage.asked('Vic', '/leaderboard show'), 'How?'),
    },
    command('leaderboard-week', 'A week that is over', 'Vic', '/leaderboard show week:2026-W47'),
    command('leaderboard-one', 'One board', 'Vic', '/leaderboard show board:saved'),
    command('leaderboard-join', 'Joining', 'Vic', '/leaderboard join'),
    command('leaderboard-leave', 'Leaving', 'Vic', '/leaderboard leave'),
    command(
      'digest-setup',
      'Digest: set up',
      'Sam',
      '/digest setup channel:#answers day:Wednesday time:18:00 timezone:Europe/Berlin quiet_weeks:post',
    ),
    command('digest-preview', 'Digest: preview', 'Sam', '/digest preview'),
    command('digest-status', 'Digest: status', 'Sam', '/digest status'),
    {
      id: 'digest-post',
      title: 'Digest: the post',
      after: 'a Wednesday, 18:00',
      light: true,
      async play(stage) {
        await stage.session.passTime?.(3 * 86_400_000);
        return stage.posted('Sam');
      },
    },
    {
      id: 'digest-how',
      title: 'Digest: how it is made',
      after: 'the button under it',
      play: async (stage) => {
        const post = stage.posted('Sam');
        const [button = ''] = post.kind === 'message' ? post.message.buttons : [];
        return stage.pressed('Sam', post, button);
      },
    },
    command('digest-past', 'Digest: an earlier one', 'Sam', '/digest past'),
    command('digest-status-posted', 'Digest: status after a post', 'Sam', '/digest status'),
    {
      id: 'notice',
      title: 'A notice to the managers',
      after: 'a week later, without the permission to write',
      async play(stage) {
        const channel = stage.managersChannel();
        await stage.asked('Sam', `/settings change notices:#${channel.name}`);
        stage.mayWrite(false);
        await stage.session.passTime?.(7 * 86_400_000);
        stage.mayWrite(true);
        return stage.newestIn('Sam', channel);
      },
    },
    command('digest-off', 'Digest: off', 'Sam', '/digest off'),
  ],
};

const help: Act = {
  title: 'Help',
  scenes: [
    command('help-member', 'For a member', 'Wes', '/help', { light: true }),
    command('help-manager', 'For who manages the server', 'Sam', '/help'),
    {
      id: 'help-more',
      title: 'Everything else',
      after: '**More** under it',
      play: async (stage) => stage.pressed('Wes', await stage.asked('Wes', '/help'), 'More'),
    },
  ],
};

/** Every act of the page. @param entries what `/faq` knows. */
export function answerActs(entries: readonly Entry[]): readonly Act[] {
  return [
    ...[help, scores, forms, pictures, doubts, faqOf(entries)],
    ...[own, imports, reminders, community, languages],
  ];
}
