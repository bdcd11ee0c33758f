import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { Panel, SeriesColour, TimeChart, TimeSeries } from '../charts/spec.js';
import { clip, plain } from '../lib/clip.js';
import { formatAbout, formatCount, formatDay, formatList } from '../lib/format.js';
import type { AccountFound, AccountHistory, DayValue } from '../services/history/account.js';
import type { Words } from '../words/words.js';
import { MOST_HEIGHT } from './chart-height.js';
import { colours } from './colours.js';

/** Discord's limit for what a picture shows in words. */
const ALT_TEXT = 1024;

const DAY = 86_400_000;

/** The chart of an account: followers above, viewers and views below; gaps are days not known. */
export function accountChart({ series, handle, days }: AccountHistory, words: Words): TimeChart {
  const panel = (label: string, values: readonly DayValue[], colour: SeriesColour): Panel[] =>
    values.length === 0 ? [] : [{ label, series: segments(label, values, colour) }];
  const panels = [
    ...panel(words.account.followers, series.followers, 'blue'),
    ...panel(words.account.viewers, series.viewers, 'green'),
    ...panel(words.account.views, series.views, 'amber'),
  ];
  return {
    kind: 'time',
    title: words.account.title(handle),
    subtitle: words.account.subtitle(words.history.list.days(days)),
    locale: words.locale,
    height: Math.min(MOST_HEIGHT, 140 + 150 * panels.length),
    panels,
  };
}

/** Whether there is anything to draw. */
export function hasChart({ series }: AccountHistory): boolean {
  return Object.values(series).some((values) => values.length > 1);
}

/** What the chart shows, for whoever can't see it; at most 1024 characters. */
export function accountAltText(account: AccountHistory, words: Words): string {
  const days = words.history.list.days(account.days);
  const facts = factsOf(account, words).join(' ').replaceAll('*', '');
  return clip(words.account.alt({ handle: account.handle, days, facts }), ALT_TEXT);
}

/**
 * `/history account`: the chart, and the same facts in words.
 *
 * @param picture the name of the file with the chart; null where there is none.
 */
export function accountEmbed(
  account: AccountHistory,
  picture: string | null,
  words: Words,
): APIEmbed {
  const phrases = words.account;
  const { hours, others } = account;
  const facts = factsOf(account, words);
  const isEmpty = facts.length === 0;
  const embed = new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(phrases.title(account.handle))
    .setDescription(
      [
        ...facts,
        ...(isEmpty && hours === null
          ? [
              phrases.noneInDays(
                words.history.list.days(account.days),
                formatDay(account.last, words.locale),
              ),
            ]
          : []),
        ...(picture === null && hasChart(account) ? [phrases.noPicture] : []),
        ...(others.length > 0
          ? [
              phrases.others(
                formatList(
                  others.slice(0, 5).map((handle) => `@${handle}`),
                  words.locale,
                ),
              ),
            ]
          : []),
        phrases.onlyYou,
      ].join('\n'),
    );
  if (hours !== null) {
    const best = hours.best.toSorted((a, b) => a - b).map((hour) => `${hour}:00`);
    embed.addFields({
      name: phrases.hoursTitle,
      value: [
        phrases.hours(formatList(best, words.locale), formatCount(hours.days, words.locale)),
        phrases.hoursKeep,
      ].join('\n'),
    });
  }
  if (picture !== null) embed.setImage(`attachment://${picture}`);
  return embed.toJSON();
}

/** Where no days are known of the account that is meant, or of any. */
export function noAccountEmbed(
  { known }: Extract<AccountFound, { kind: 'none' }>,
  typed: string | null,
  words: Words,
): APIEmbed {
  const handles = known.slice(0, 5).map((handle) => `@${handle}`);
  const missing =
    typed === null
      ? []
      : [words.account.noAccount(plain(typed, 40), formatList(handles, words.locale)), ''];
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.account.noneTitle)
    .setDescription([...missing, words.account.none].join('\n'))
    .toJSON();
}

function factsOf({ series, missing }: AccountHistory, words: Words): string[] {
  const { followers, viewers, views } = series;
  const count = (value: number | bigint) => formatCount(value, words.locale);
  const [first, last] = [followers.at(0), followers.at(-1)];
  const sum = (values: readonly DayValue[]) =>
    values.reduce((total, { value }) => total + value, 0n);
  return [
    ...(first !== undefined && last !== undefined && first !== last
      ? [
          words.account.grown({
            change: signed(last.value - first.value, words.locale),
            from: formatDay(first.day, words.locale, 'medium'),
            to: formatDay(last.day, words.locale, 'medium'),
            now: count(last.value),
          }),
        ]
      : []),
    ...(viewers.length > 0
      ? [
          words.account.viewersLine(
            formatAbout(Number(sum(viewers)) / viewers.length, words.locale),
            count(viewers.length),
          ),
        ]
      : []),
    ...(views.length > 0 ? [words.account.viewsLine(count(sum(views)), count(views.length))] : []),
    ...(missing > 0 ? [words.account.missing(count(missing), missing)] : []),
  ];
}

function signed(change: bigint, locale: string): string {
  return change < 0n ? `−${formatCount(-change, locale)}` : `+${formatCount(change, locale)}`;
}

/** A line for each run of days without a gap: what isn't known isn't drawn. */
function segments(name: string, values: readonly DayValue[], colour: SeriesColour): TimeSeries[] {
  const runs: { at: number; value: number }[][] = [];
  for (const { day, value } of values) {
    const at = Date.parse(`${day}T12:00:00Z`);
    const run = runs.at(-1);
    const before = run?.at(-1);
    const point = { at, value: Number(value) };
    if (run !== undefined && before !== undefined && at - before.at <= DAY) run.push(point);
    else runs.push([point]);
  }
  return runs.map((points) => ({
    ...{ name, colour, joined: true, points },
    mark: points.length === 1 ? 'dot' : 'none',
  }));
}
