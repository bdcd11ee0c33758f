import { commandText } from './commands.js';
import { say } from './say.js';

/** A board's name in code. */
type Board = keyof typeof commandText.leaderboard.boards;

/** What `/leaderboard` says. */
export const boardsText = {
  title: (from: string) => `Week of ${from}`,
  kept: 'Over and kept.',
  running: (to: string) => `Runs until ${to}, then it is kept.`,
  board: (board: Board) => commandText.leaderboard.boards[board],
  more: (count: number) => `… and ${count} more: choose a \`board\` to see them`,

  /** One line of a board. */
  line: (place: number, who: string, result: string, basis: string) =>
    `**${place}.** ${who} · ${result} · ${basis}`,
  /** Heads those whose saves are known in one way: the others aren't held against them. */
  by: (isCounted: boolean) => (isCounted ? '*Counted ✓*' : '*Estimated*'),
  results: {
    improvement: (points: string, own: string) => `score **+${points}**, from a usual ${own} / 100`,
    saved: (score: string) => `**${score}** / 100`,
    consistency: (points: string) => `on average **${points}** of 100 points off their usual`,
  },
  /** @param weeks over how many they were looked at; null for the week itself. */
  basis: (videos: number, told: number, weeks: number | null) => {
    const of = `${say('{videos, plural, one {{videos} video} other {{videos} videos}}', { videos })}${weeks === null ? '' : ` in ${weeks} weeks`}`;
    return told === 0 || told === videos ? of : `${of}, ${told} counted`;
  },

  /** The videos of the week, under the boards. */
  videos: (isCounted: boolean) =>
    `Videos saved most for their size, ${isCounted ? 'counted' : 'estimated'}`,
  video: (place: number, title: string, who: string, score: string, saves: string) =>
    `**${place}.** **${title}** by ${who} · ${score}, ${saves}`,
  score: (score: number, range: { readonly low: number; readonly high: number } | null) =>
    `**${score}** / 100${range === null ? '' : ` (${range.low} to ${range.high})`}`,
  untitled: 'a video without a title',
  counted: (saves: string) => `${saves} saves ✓`,
  estimated: (saves: string, low: string, high: string) =>
    `about ${saves} saves (80 % range: ${low} to ${high})`,
  /** The range is the 80 % one, as everywhere. */
  estimatedShort: (saves: string, low: string, high: string) =>
    `about ${saves} saves (${low} to ${high})`,

  /** The sums of the week. */
  together: 'All together',
  everybody: (creators: number, videos: number, saves: string) =>
    `${creators} creators told of ${videos} videos this week: ${saves}.`,
  /** What the sum of saves is made of. */
  sum: (saves: string, counted: number, guessed: number) =>
    say(
      '{guessed, plural, =0 {{saves}} other {{saves}. {counted, plural, =0 {All} other {{counted} counted,}} {guessed} with my best estimate}}',
      { saves, counted, guessed },
    ),
  joinedOnly: (creators: number, videos: number, saves: string) =>
    `${creators} creators who joined told of ${videos} videos this week: ${saves}.`,

  nobody: 'Nobody is on it yet.',
  nobodyOnAny: 'Nobody is on the boards yet.',
  join: {
    name: 'To be on them',
    value:
      'Nobody is on these boards who didn’t agree. `/leaderboard join` lets me show you there and says what that means; then send the numbers of your videos:',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
  },
  lastWeek: (week: string) => `The week before: \`/leaderboard show week:${week}\`.`,
  choice: (week: string, from: string, to: string, running: boolean) =>
    `${week}: ${from} to ${to}${running ? ' (running)' : ''}`,

  joined: {
    title: 'You have joined',
    already: 'You had joined already',
    agreed: 'In this server, and in no other, you agree to this',
    points: [
      '**Boards.** `/leaderboard show` names you with your place, the points it stands for and the number of videos behind it, and your best videos with their titles, scores and saves, marked where a screenshot showed the numbers.',
      '**Digests.** The weekly digest may name you and your videos: titles, scores, saves, marked in the same way.',
      '**History.** Other members can see your videos and their numbers here with `/history list`.',
    ],
    never: 'What stays yours',
    nevers: [
      'Readings with `private:True`, and whatever you sent in another server or in direct messages, are never shown here.',
      'Views are on no board.',
      '`/leaderboard leave` takes it back at once, for all boards of this server, past weeks included. So does leaving the server: before I show somebody, I ask Discord whether they are still here, unless I did so within a day.',
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
      'You are on no board of this server, and no digest of it will name you. `/leaderboard join` lets me show you there and says what that means.',
  },
};
