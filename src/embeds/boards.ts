import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { plainAtWord } from '../lib/clip.js';
import { formatAbout, formatCount, formatDayOfYear, formatTenths } from '../lib/format.js';
import { type Week, weeksLater } from '../lib/weeks.js';
import type { WeekVideo } from '../services/boards/best.js';
import type { WeekResult } from '../services/boards/boards.js';
import type { ShownVideo } from '../services/boards/pictured.js';
import type { Placed, Result } from '../services/boards/ranking.js';
import { SHOWN_MARK } from '../words/marks.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';

type Board = Result['board'];

const DAY = 86_400_000;

/** How many of each board are shown beside the others; one board alone is shown whole. */
const SHOWN_BESIDE = 5;

/** How many videos are shown of each kind, and how much of a title: three of the longest fit into a field. */
const SHOWN_VIDEOS = 3;
const TITLE_MAX = 80;

/** What the boards ask for, as their service has it. */
export interface BoardBounds {
  readonly fewestThisWeek: number;
  readonly fewestBefore: number;
  readonly weeksBefore: number;
  readonly fewestSteady: number;
  readonly steadyWeeks: number;
}

/**
 * The boards of a week, or one of them: who is on them, nothing else. People are named by mentions,
 * which ping nobody in an embed.
 *
 * @param boards those to show, in this order; one on which nobody is isn't shown.
 */
export function boardsEmbed(
  { week, kept, boards: all, videos, totals }: WeekResult,
  boards: readonly Board[],
  { steadyWeeks }: Pick<BoardBounds, 'steadyWeeks'>,
  words: Words,
): APIEmbed {
  const { from, to } = daysOf(week);
  const [only, ...others] = boards;
  const embed = new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(words.boards.title(formatDayOfYear(from, words.locale)));
  const intro = [
    kept ? words.boards.kept : words.boards.running(formatDayOfYear(to, words.locale)),
  ];
  const isEmpty = boards.every((board) => all[board].length === 0);
  if (only !== undefined && others.length === 0) {
    // A board in full is longer than a field may be.
    const lines = linesOf(all[only], Number.POSITIVE_INFINITY, steadyWeeks, words);
    intro.unshift(
      `**${words.boards.board(only)}**`,
      ...(isEmpty ? [words.boards.nobody] : lines),
      '',
    );
  } else {
    if (isEmpty) intro.unshift(words.boards.nobodyOnAny);
    for (const board of boards) {
      const lines = linesOf(all[board], SHOWN_BESIDE, steadyWeeks, words);
      if (lines.length === 0) continue;
      embed.addFields({ name: words.boards.board(board), value: lines.join('\n') });
    }
    for (const isCounted of [true, false]) {
      const best = videos.filter(({ told }) => told === isCounted).slice(0, SHOWN_VIDEOS);
      if (best.length === 0) continue;
      const value = best.map((video) => videoLine(video, words)).join('\n');
      embed.addFields({ name: words.boards.videos(isCounted), value });
    }
    if (totals !== null) {
      const sentence = totals.everybody ? words.boards.everybody : words.boards.joinedOnly;
      const isCounted = totals.told === totals.videos;
      const { told, videos: all } = totals;
      const saves = words.boards.sum(savesOf(totals, isCounted, words), told, all - told);
      embed.addFields({
        name: words.boards.together,
        value: sentence(totals.creators, all, saves),
      });
    }
  }
  if (isEmpty) {
    const { name, value, example } = words.boards.join;
    embed.addFields({ name, value: `${value}\n\`\`\`\n${example}\n\`\`\`` });
    if (!kept) intro.push(words.boards.lastWeek(weeksLater(week, -1).name));
  }
  return embed.setDescription(intro.join('\n')).toJSON();
}

/** A week to choose while typing. */
export function weekChoice(week: Week, isRunning: boolean, words: Words): string {
  const [from, to] = [isoDay(daysOf(week).from), isoDay(daysOf(week).to)];
  return words.boards.choice(week.name, from, to, isRunning);
}

/** What joining means, to whoever has just joined or joins again. */
export function joinedEmbed(isNew: boolean, words: Words): APIEmbed {
  const { title, already, agreed, points, never, nevers } = words.boards.joined;
  return new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(isNew ? title : already)
    .addFields({ name: agreed, value: list(points) }, { name: never, value: list(nevers) })
    .toJSON();
}

/** What has ended, or that there was nothing to end. */
export function leftEmbed(wasIn: boolean, words: Words): APIEmbed {
  const { title, description } = wasIn ? words.boards.left : words.boards.notIn;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(title)
    .setDescription(description)
    .toJSON();
}

/**
 * The lines of a board: those by counts and those by estimates under a heading each, since neither
 * is held against the other.
 */
function linesOf(
  results: readonly Placed<Result>[],
  most: number,
  steadyWeeks: number,
  words: Words,
): string[] {
  const groups = [true, false]
    .map((isCounted) => results.filter((one) => isByCounts(one) === isCounted))
    .filter((group) => group.length > 0);
  const best = groups.map((group) => group.slice(0, Math.ceil(most / groups.length)));
  const lines = best.flatMap((group) => [
    ...(group[0] === undefined ? [] : [words.boards.by(isByCounts(group[0]))]),
    ...group.map((one) =>
      words.boards.line(
        one.place,
        `<@${one.creatorId}>`,
        resultOf(one, words),
        words.boards.basis(one.videos, one.told, one.board === 'consistency' ? steadyWeeks : null),
      ),
    ),
  ]);
  const more = results.length - best.flat().length;
  return more > 0 ? [...lines, words.boards.more(more)] : lines;
}

function isByCounts({ videos, told }: Result): boolean {
  return told === videos;
}

function videoLine(video: Placed<ShownVideo>, words: Words): string {
  const { place, creatorId, score, scores, told, pictured } = video;
  const title = plainAtWord(video.title ?? '', TITLE_MAX);
  const line = words.boards.video(
    place,
    title === '' ? words.boards.untitled : title,
    `<@${creatorId}>`,
    words.boards.score(score, scores),
    savesOf(video, told, words, words.boards.estimatedShort),
  );
  return pictured ? `${line} ${SHOWN_MARK}` : line;
}

/** A number of saves: counted, or estimated with its range. */
function savesOf(
  { saves, low, high }: Pick<WeekVideo, 'saves' | 'low' | 'high'>,
  isCounted: boolean,
  words: Words,
  estimated = words.boards.estimated,
): string {
  if (isCounted) return words.boards.counted(formatCount(saves, words.locale));
  const about = (value: number) => formatAbout(value, words.locale);
  return estimated(about(saves), about(low), about(high));
}

function resultOf({ board, value, before }: Result, words: Words): string {
  const points = formatTenths(value, words.locale);
  const { results } = words.boards;
  switch (board) {
    case 'improvement':
      return results.improvement(points, formatTenths(before ?? 0, words.locale));
    case 'saved':
      return results.saved(points);
    case 'consistency':
      return results.consistency(points);
  }
}

function list(points: readonly string[]): string {
  return points.map((point) => `- ${point}`).join('\n');
}

/** The first and the last day of a week. */
function daysOf({ from, to }: Week): { from: Date; to: Date } {
  return { from, to: new Date(to.getTime() - DAY) };
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
