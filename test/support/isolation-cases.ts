import type { Name, Place, TwoServers } from './isolation.js';

/** What a read is tried with, by whoever looks, wherever they are. */
type Lines = (world: TwoServers, by: Name, at: Place) => readonly string[];

/** How something that runs is tried, or why there is nothing to try. */
export type Case = { readonly lines: Lines } | { readonly readsNothing: string };

/**
 * A case for everything that runs, by its name: `command`, or `command subcommand`. Whoever adds a
 * command adds its line here: the test fails without. What it is tried with should show as much as
 * it can, and name what it mustn't show: the other member, another server's videos. Suggestions need
 * no line, nor do buttons and pages: whatever is offered is typed, chosen and pressed. A line doesn't
 * type a mark itself, since what was typed may be shown back.
 */
export const cases: Readonly<Record<string, Case>> = {
  score: {
    lines: (world, by, at) => {
      const counts = 'views:98100 likes:7100 comments:210 shares:640';
      const known = world.marked.find((one) => one.owner === by && one.place === at)?.links[0];
      const others = world.marked.filter((one) => one.owner !== by).map(({ links }) => links[0]);
      // A video that was sent before from here, and those of the other member.
      return [
        `/score ${counts}`,
        `/score ${counts} private:True link:${known}`,
        ...others.map((link) => `/score ${counts} link:${withoutHandle(link)}`),
      ];
    },
  },
  tips: { lines: () => ['/tips', '/tips category:educational'] },
  'leaderboard show': {
    lines: ({ weeks: { running, last } }) => [
      '/leaderboard show',
      `/leaderboard show week:${running}`,
      `/leaderboard show week:${last}`,
      ...['improvement', 'saved', 'consistency'].flatMap((board) => [
        `/leaderboard show board:${board}`,
        `/leaderboard show board:${board} week:${last}`,
      ]),
    ],
  },
  'leaderboard join': {
    readsNothing: 'It changes who may be shown, and answers with fixed words.',
  },
  'leaderboard leave': {
    readsNothing: 'It changes who may be shown, and answers with fixed words.',
  },
  'faq saves': { lines: () => ['/faq saves'] },
  'faq ask': {
    lines: () => ['/faq ask question:who sees my saves', '/faq ask question:knots'],
  },
  'faq topics': { lines: () => ['/faq topics'] },
  guide: { lines: () => ['/guide'] },
  help: { lines: () => ['/help'] },
};

/** Buttons that aren't pressed, and why that hides nothing. */
export const untouchedButtons: Readonly<Record<string, string>> = {
  'store-anyway': 'It stores what was typed, and shows the score of it alone.',
};

/** Buttons under an answer that its author gave to everybody there, and that everybody may press. */
export const buttonsForAll: Readonly<Record<string, string>> = {
  how: 'It explains a score that stands in the channel already.',
};

/** Modals, and why what they answer with hides nothing. */
export const modals: Readonly<Record<string, string>> = {
  truth: 'It answers with the score it belongs to, and refuses everybody but its author.',
};

/** A link to the same video that doesn't name whose it is. */
function withoutHandle(link: string | undefined): string {
  return (link ?? '').replace(/@[^/]+/, '@somebody');
}
