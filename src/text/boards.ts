import { commandText } from './commands.js';

/** A board's name in code. */
type Board = keyof typeof commandText.leaderboard.boards;

/** What `/leaderboard` says. */
export const boardsText = {
  title: (week: string) => `Boards of ${week}`,
  kept: (from: string, to: string) =>
    `${from} to ${to} (UTC). This week is over and kept: what is corrected later changes nothing here.`,
  running: (from: string, to: string) =>
    `${from} to ${to} (UTC), as far as it has come. It is kept when it is over.`,
  board: (board: Board) => commandText.leaderboard.boards[board],
  more: (count: number) => `… and ${count} more: choose a \`board\` to see them`,

  /** One line of a board. */
  line: (place: number, who: string, result: string, basis: string) =>
    `**${place}.** ${who} · ${result} *(${basis})*`,
  /** Heads those whose saves are known in one way: the others aren't held against them. */
  by: (isCounted: boolean) =>
    isCounted ? 'By true counts ✓' : 'By estimates, made alike from likes, comments and shares',
  results: {
    improvement: (points: string, own: string) => `**+${points}** points above their median ${own}`,
    saved: (score: string) => `median **${score}** / 100`,
    consistency: (points: string) => `on average **${points}** points off their own median`,
  },
  basis: (videos: number, told: number) => {
    const of = videos === 1 ? '1 video' : `${videos} videos`;
    if (told === 0) return `${of}, saves estimated`;
    if (told === videos) return `${of}, true counts ✓`;
    return `${of}, ${told} with true counts ✓`;
  },

  /** The videos of the week, under the boards. */
  videos: (isCounted: boolean) =>
    `Videos saved most for their size, ${isCounted ? 'counted' : 'estimated'}`,
  video: (place: number, title: string, who: string, score: number, saves: string) =>
    `**${place}.** **${title}** by ${who} · **${score}** / 100, ${saves}`,
  untitled: 'a video without a title',
  counted: (saves: string) => `${saves} saves ✓`,
  estimated: (saves: string, low: string, high: string) =>
    `about ${saves} saves (80 % range: ${low} to ${high})`,
  estimatedAlike: (saves: string, low: string, high: string) =>
    `about ${saves} saves, estimated alike (80 % range: ${low} to ${high})`,

  /** The sums of the week. */
  everybody: (creators: number, videos: number, saves: string) =>
    `${creators} creators told of ${videos} videos this week: ${saves}.`,
  joinedOnly: (creators: number, videos: number, saves: string) =>
    `${creators} creators who joined told of ${videos} videos this week: ${saves}.`,

  /** How a board is worked out: each is a heuristic and says so. */
  how: {
    improvement: (week: number, before: number, weeks: number) =>
      `The median score of the week above one’s own median of the ${weeks} weeks before. From ${week} videos in the week and ${before} before. *(heuristic)*`,
    saved: (week: number) =>
      `The median score of the week: where the save rate stands among videos with as many views. From ${week} videos in the week. *(heuristic)*`,
    consistency: (videos: number, weeks: number) =>
      `How far one’s videos of ${weeks} weeks lie from their own median, on average: how steady, not how high. From ${videos} videos. *(heuristic)*`,
  },
  nobody: 'Nobody yet.',
  footer:
    'Scores are percentiles among videos of the same size, so views win nothing. A video counts once, in the first week it can be judged. Ties share a place. True counts (✓) are held against true counts, estimates against estimates. A video needs a link, or a title and a date.',
  join: {
    name: 'To be on them',
    value:
      'Nobody is on these boards who didn’t agree. `/leaderboard join` says what you agree to; then send the numbers of your videos:',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
  },
  lastWeek: (week: string) => `The week before is kept: \`/leaderboard show week:${week}\`.`,
  choice: (week: string, from: string, to: string, running: boolean) =>
    `${week}: ${from} to ${to}${running ? ' (running)' : ''}`,

  joined: {
    title: 'You have joined',
    already: 'You had joined already',
    agreed: 'In this server, and in no other, you agree to this',
    points: [
      '**Boards.** `/leaderboard show` names you with your place, the points it stands for and the number of videos behind it, and your best videos with their titles, scores and saves.',
      '**Digests.** The weekly digest may name you and your videos: titles, scores, saves.',
      '**History.** Other members can see your videos and their numbers here with `/history list`.',
    ],
    never: 'What stays yours',
    nevers: [
      'Readings with `private:True`, and whatever you sent in another server or in direct messages, are never shown here.',
      'Views are on no board.',
      '`/leaderboard leave` takes it back at once, for all boards of this server, past weeks included. So does leaving the server: whom I haven’t heard of for a day, I look for among the members before I show them.',
    ],
  },
  left: {
    title: 'You have left',
    description:
      'You are on no board of this server any more, past weeks included. Digests that come won’t name you, and other members can’t see your videos with `/history list`.\n\nWhat you sent stays stored for you: `/score` and `/tips` work as before. Digests that were posted already stay in their channel. With `/leaderboard join` you can come back; past weeks stay without you.',
  },
  notIn: {
    title: 'You are not on the boards',
    description:
      'You are on no board of this server, and no digest of it will name you. `/leaderboard join` says what joining means.',
  },
};
