import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { clip, oneLine } from '../lib/clip.js';
import { formatCount, formatDay } from '../lib/format.js';
import type { Improbable, Reason, Unreadable } from '../services/refusal.js';
import type { Chosen, Doubt } from '../services/scores/doubts.js';
import type { Questions } from '../services/scores/drafts.js';
import type { TypedScore } from '../services/scores/typed-score.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { buttonRows, type Row } from './rows.js';
import { relativeTime } from './timestamp.js';

/** What was typed is shown back, but no more of it than helps. */
const MOST_SHOWN = 80;

/** Discord's limit for the value of a field. */
const FIELD = 1024;

/** What a member reads when something can't be done: what was wrong, what was typed, what to do. */
export function refusalEmbed(reason: Reason, words: Words): APIEmbed {
  const embed = new EmbedBuilder().setColor(colours.refused);
  switch (reason.kind) {
    case 'only the author':
      return embed.setDescription(words.refusal.onlyTheAuthor).toJSON();
    case 'reading gone':
      return embed.setDescription(words.refusal.readingGone).toJSON();
    case 'draft gone':
      return embed.setDescription(words.refusal.draftGone).toJSON();
    case 'video gone':
      return embed.setDescription(words.refusal.videoGone).toJSON();
    case 'undo gone':
      return embed.setDescription(words.refusal.undoGone).toJSON();
    case 'two posts':
      return embed.setDescription(words.refusal.twoPosts).toJSON();
    case 'not shown here':
      return embed.setDescription(words.refusal.notShownHere).toJSON();
    case 'stored already':
      return embed.setDescription(words.refusal.storedAlready).toJSON();
    case 'only in a server':
      return embed.setDescription(words.refusal.onlyInAServer).toJSON();
    case 'only managers':
      return embed.setDescription(words.refusal.onlyManagers).toJSON();
    case 'not a week':
      return embed.setDescription(words.refusal.notAWeek(inCode(reason.typed))).toJSON();
    case 'week to come':
      return embed.setDescription(words.refusal.weekToCome(reason.week)).toJSON();
    case 'week before':
      return embed.setDescription(words.refusal.weekBefore(reason.week)).toJSON();
    case 'schedule':
      return embed
        .setTitle(words.refusal.title)
        .setDescription(
          [
            ...reason.unreadable.map((one) => words.refusal.schedule(one, inCode(one.typed))),
            `\n**${words.refusal.nothingStored}**`,
          ].join('\n'),
        )
        .toJSON();
    case 'cannot post':
      return embed
        .setTitle(words.digest.cannotPost)
        .setDescription(
          `${words.digest.obstacle(reason.obstacle, String(reason.channelId))}\n\n**${words.refusal.nothingStored}**`,
        )
        .toJSON();
    case 'cannot notify':
      return embed
        .setTitle(words.notices.cannotNotify)
        .setDescription(
          `${words.notices.obstacle(reason.obstacle, String(reason.channelId))}\n\n**${words.refusal.nothingStored}**`,
        )
        .toJSON();
    case 'question gone':
      return embed.setDescription(words.refusal.questionGone).toJSON();
    case 'too often':
      return embed.setDescription(words.refusal.tooOften(relativeTime(reason.comeBackAt))).toJSON();
    case 'input': {
      embed
        .setTitle(words.refusal.title)
        .setDescription(
          `${inputProblems(reason, words).join('\n')}\n\n**${words.refusal.nothingStored}**`,
        );
      if (reason.corrected !== null) {
        const hint = reason.unreadable.some(needsTyping)
          ? words.refusal.commandHint
          : words.refusal.correctedHint;
        const [before, after] = [`${hint}\n\`\`\`\n`, '\n```'];
        const command = commandLine(reason.corrected, FIELD - before.length - after.length);
        embed.addFields({
          name: words.refusal.commandHeading,
          value: `${before}${command}${after}`,
        });
      }
      return embed.toJSON();
    }
  }
}

/** What is wrong with what was typed, a line each. */
export function inputProblems(
  { unreadable, impossible }: Pick<Extract<Reason, { kind: 'input' }>, 'unreadable' | 'impossible'>,
  words: Words,
): string[] {
  return [
    ...unreadable.map((problem) => words.refusal.unreadable(problem, inCode(problem.typed))),
    ...impossible.map((problem) => words.refusal.impossible(shownBack(problem))),
  ];
}

/** What a member is asked: what doubtful input means, or whether what is hardly true is right. */
export function questionEmbed(
  { improbable: found, doubts, choices }: Questions,
  words: Words,
): APIEmbed {
  if (doubts.length > 0) {
    const items = doubts.map((doubt) =>
      doubt.option === 'title'
        ? words.doubtful.namesakes(inCode(doubt.typed))
        : words.doubtful.item(doubt.option, inCode(doubt.typed), readingsIn(doubt, words.locale)),
    );
    return new EmbedBuilder()
      .setColor(colours.middling)
      .setTitle(words.doubtful.title)
      .setDescription(words.doubtful.description(items))
      .toJSON();
  }
  const format = (count: number | bigint) => formatCount(count, words.locale);
  return new EmbedBuilder()
    .setColor(colours.middling)
    .setTitle(words.improbable.title)
    .setDescription(
      `${words.improbable.description(
        found.map((one) => words.improbable.item(shownImprobable(one), format)),
      )}${choices.length > 0 ? ` ${words.improbable.choose}` : ''}`,
    )
    .toJSON();
}

/**
 * The command as it can be pasted into Discord's message box. What there is no room for is left out
 * whole, the longest first, and `private` never: what is pasted would be public.
 */
function commandLine(typed: TypedScore, room: number): string {
  const { views, likes, comments, shares, private: isPrivate, title, link, ...rest } = typed;
  const shown = (given: object) =>
    Object.entries(given).flatMap(([name, value]: [string, unknown]) =>
      value === undefined ? [] : [`${name}:${inCode(String(value), room)}`],
    );
  const counts = shown({ views, likes, comments, shares });
  const kept = shown({ private: isPrivate });
  const others = shown({ ...rest, link, title });
  const line = () => `/score ${[...counts, ...kept, ...others].join(' ')}`;
  for (const options of [others, counts]) {
    while (line().length > room && options.length > 0) {
      const longest = Math.max(...options.map(({ length }) => length));
      options.splice(
        options.findLastIndex(({ length }) => length === longest),
        1,
      );
    }
  }
  return line();
}

/** Whether the corrected command still holds what couldn't be read: a link is left out of it. */
function needsTyping({ option, why }: Unreadable): boolean {
  return option !== 'link' && why !== 'negative';
}

function shownBack(problem: Extract<Reason, { kind: 'input' }>['impossible'][number]) {
  return problem.what === 'more saves than views'
    ? { ...problem, saves: inCode(problem.saves), views: inCode(problem.views) }
    : problem;
}

function shownImprobable(found: Improbable): Improbable {
  switch (found.what) {
    case 'more than views':
      return { ...found, typed: inCode(found.typed), views: inCode(found.views) };
    case 'more than ever':
    case 'may be less':
    case 'unlike before':
      return { ...found, typed: inCode(found.typed) };
    default:
      return found;
  }
}

/** Text that can't end the code it stands in. */
function inCode(text: string, most = MOST_SHOWN): string {
  return clip(oneLine(text).replaceAll('`', 'ˋ'), most);
}

/** The buttons under a question: one for each reading, and one that stores it as it was read. */
export function questionButtons(
  { improbable: found, doubts, choices }: Questions,
  ids: { choose: (place: number) => string; storeAnyway: string },
  words: Words,
): Row[] {
  const { storeAnyway: customId } = ids;
  return buttonRows([
    ...(found.length > 0
      ? [{ label: words.improbable.button, customId, style: ButtonStyle.Danger } as const]
      : []),
    ...choices.map((chosen, place) => ({
      label: choiceLabel(chosen, doubts, words),
      customId: ids.choose(place),
      style: ButtonStyle.Primary as const,
    })),
  ]);
}

function readingsIn(doubt: Exclude<Doubt, { option: 'title' }>, locale: string): string[] {
  return doubt.option === 'posted'
    ? doubt.days.map((day) => formatDay(day, locale))
    : doubt.readings.map(({ value }) => formatCount(value, locale));
}

function choiceLabel(
  { posted, title, ...counts }: Chosen,
  doubts: readonly Doubt[],
  words: Words,
): string {
  if (title !== undefined) return videoLabel(title, doubts, words);
  const phrases = Object.entries(counts).map(([option, { value }]) =>
    words.doubtful.count(formatCount(BigInt(value), words.locale), option),
  );
  if (posted !== undefined) phrases.push(formatDay(posted, words.locale));
  return phrases.join(' · ');
}

/** One of the known videos with the same title, or a new one. */
function videoLabel(chosen: string, doubts: readonly Doubt[], words: Words): string {
  const namesakes = doubts.flatMap((doubt) => (doubt.option === 'title' ? doubt.namesakes : []));
  const known = namesakes.find(({ videoId }) => String(videoId) === chosen);
  if (known === undefined) return words.doubtful.newVideo;
  const day = known.posted ?? known.takenAt.toISOString().slice(0, 10);
  return words.doubtful.sameVideo(formatDay(day, words.locale), known.posted !== null);
}
