import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { clip, oneLine, plain, plainAtWord } from '../lib/clip.js';
import { formatCount, formatDay, formatShare } from '../lib/format.js';
import type { Drop, LeftOut } from '../services/import/drop.js';
import type { Looked } from '../services/import/imports.js';
import type { News } from '../services/import/news.js';
import type { Teaching } from '../services/import/teachers.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { archiveOf, assumedLines, inCode } from './import-assumed.js';
import { momentOf } from './timestamp.js';

/** Discord's limit for the value of a field. */
const FIELD = 1024;

/** Lines shown before the rest goes into a file. */
const LINES = 6;

const SHOWN_MAX = 40;
const TITLE_MAX = 60;

type Plan = Extract<Looked, { kind: 'plan' }>;

/** What some files hold, before anything of them is stored. */
export function planEmbed({ drop, news, draftId, expiresAt }: Plan, words: Words): APIEmbed {
  const phrases = words.imports;
  const found = foundLines(drop, news, words);
  const isEmpty = drop.videos.length + drop.days.length + drop.hours.length === 0;
  const embed = new EmbedBuilder()
    .setColor(draftId === null ? colours.neutral : colours.good)
    .setTitle(
      isEmpty ? phrases.unreadTitle : draftId === null ? phrases.nothingTitle : phrases.title,
    )
    .setDescription(
      [
        ...(isEmpty ? [phrases.nothingFound] : found),
        ...(draftId === null
          ? isEmpty
            ? []
            : [phrases.nothingNew]
          : [phrases.notStored(momentOf(expiresAt))]),
      ].join('\n'),
    );
  const assumed = assumedLines(drop, words);
  if (assumed.length > 0 && draftId !== null) {
    embed.addFields({
      name: phrases.assumed,
      value: within(assumed, words.locale, phrases.moreAssumed),
    });
  }
  if (drop.left.length > 0) {
    const lines = leftLines(drop, words);
    embed.addFields({
      name: phrases.leftOut,
      value: within(lines, words.locale, phrases.moreLeft),
    });
  }
  return embed.toJSON();
}

/** What a plan has no room for, each list whole as a text file. */
export function restFiles(
  { drop, draftId }: Plan,
  words: Words,
): { name: string; text: string; description: string }[] {
  const lists = [
    {
      ...{ name: 'assumed.txt', description: words.imports.assumedFile },
      lines: draftId === null ? [] : assumedLines(drop, words),
    },
    { name: 'left-out.txt', description: words.imports.leftFile, lines: leftLines(drop, words) },
  ];
  return lists
    .filter(({ lines }) => lines.length > LINES || lines.join('\n').length > FIELD)
    .map(({ name, description, lines }) => ({ name, description, text: `${lines.join('\n')}\n` }));
}

/** What was stored, and what would help most now. */
export function storedEmbed(
  { news, until }: { readonly news: News; readonly until: Date },
  teaching: Teaching,
  words: Words,
): APIEmbed {
  const phrases = words.imports;
  const readings = news.readings.length + news.raised.length;
  const days = new Set(news.days.map(({ handle, day }) => `${handle} ${day}`)).size;
  const embed = new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(phrases.storedTitle)
    .setDescription(
      [
        phrases.stored({
          readings:
            readings === 0
              ? ''
              : phrases.storedReadings(formatCount(readings, words.locale), readings),
          days: days === 0 ? '' : phrases.storedDays(formatCount(days, words.locale), days),
        }),
        phrases.see,
        phrases.undoUntil(momentOf(until)),
      ].join('\n'),
    );
  const fields = teachingFields(teaching, words);
  if (fields.length > 0) embed.addFields(fields);
  return embed.toJSON();
}

/** The videos whose real saves would teach most, after one of them was told. */
export function taughtEmbed(
  taught: { readonly others: number; readonly narrower: number },
  teaching: Teaching,
  words: Words,
): APIEmbed {
  const phrases = words.imports.teach;
  const { others, narrower } = taught;
  const embed = new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(words.imports.storedTitle)
    .setDescription(
      narrower < SHOWN_FROM
        ? phrases.toldNothing
        : phrases.told(formatShare(narrower, words.locale), formatCount(others, words.locale)),
    );
  const fields = teachingFields(teaching, words);
  if (fields.length > 0) embed.addFields(fields);
  return embed.toJSON();
}

/** Narrower by less is shown as nothing. */
const SHOWN_FROM = 0.005;

/** For an embed of its own or another one: the videos to tell next, and what was learned so far. */
export function teachingFields(
  { teachers, gain, others, told, narrower }: Teaching,
  words: Words,
): { name: string; value: string }[] {
  const phrases = words.imports.teach;
  const soFar =
    told > 0 && narrower >= SHOWN_FROM
      ? [phrases.soFar(formatCount(told, words.locale), told, formatShare(narrower, words.locale))]
      : [];
  if (teachers.length === 0) return [];
  const named = teachers.map(({ title, link, views }, place) => {
    const shown = plainAtWord(title ?? words.history.untitled.video, TITLE_MAX);
    const name = link === null ? `**${shown}**` : `[${shown}](${link})`;
    return phrases.video(place + 1, name, formatCount(views, words.locale));
  });
  const rest = others - teachers.length;
  const intro = phrases.intro(formatCount(rest, words.locale), formatShare(gain, words.locale));
  return [
    {
      name: phrases.title(teachers.length),
      value: clip([intro, ...named, ...soFar].join('\n'), FIELD),
    },
  ];
}

function foundLines(drop: Drop, news: News, words: Words): string[] {
  const { videos, days, hours } = drop;
  const phrases = words.imports;
  const count = (value: number) => formatCount(value, words.locale);
  const handles = [...new Set(videos.flatMap(({ handle }) => handle ?? []))].sort();
  const accounts = new Set([...handles, ...days.map(({ handle }) => handle)]);
  const truths = news.readings.filter(({ video }) => video.saves !== null).length;
  return [
    ...(news.videos > 0
      ? [
          phrases.videos({
            videos: phrases.videoCount(count(news.videos), news.videos),
            accounts: phrases.ofAccounts(handles.slice(0, 4)),
            known: count(news.known),
            fresh: count(news.videos - news.known),
          }),
          [
            phrases.readings(count(news.readings.length), news.readings.length),
            ...(news.raised.length > 0 ? [phrases.raised(count(news.raised.length))] : []),
            ...(truths > 0 ? [phrases.truths(count(truths), truths)] : []),
          ].join(' '),
        ]
      : []),
    ...dayLines(drop, news, words),
    ...(hours.length > 0 ? [phrases.hours(count(new Set(hours.map(({ day }) => day)).size))] : []),
    ...(accounts.size > 1 ? [phrases.accounts(count(accounts.size))] : []),
  ];
}

/** One line an account, over all of its tables. */
function dayLines({ days, assumed }: Drop, news: News, words: Words): string[] {
  const handles = [...new Set(days.map(({ handle }) => handle))].sort();
  const lasts = assumed.flatMap((one) => (one.what === 'days' ? [one.to] : []));
  return handles.map((handle) => {
    const own = days
      .filter((one) => one.handle === handle)
      .map(({ day }) => day)
      .sort();
    const fresh = news.days.filter((one) => one.handle === handle);
    const [from = '', to = ''] = [own.at(0), own.at(-1)];
    // TikTok lists its last two days before they are counted.
    const last = handles.length === 1 ? (lasts.sort().at(-1) ?? '') : '';
    const goesOn = last > to ? words.imports.goesOn(formatDay(last, words.locale, 'medium')) : '';
    const line = words.imports.days(
      formatCount(new Set(own).size, words.locale),
      handle,
      formatDay(from, words.locale, 'medium'),
      formatDay(to, words.locale, 'medium'),
      formatCount(new Set(fresh.map(({ day }) => day)).size, words.locale),
    );
    return `${line}${goesOn}`;
  });
}

function leftLines(drop: Drop, words: Words): string[] {
  const archive = archiveOf(drop);
  return drop.left.map(({ file, line, why }: LeftOut) =>
    words.imports.left(inCode(file, archive), line, words.imports.why(why, shown)),
  );
}

/** As many lines as fit, and how many more there are. */
function within(lines: readonly string[], locale: string, more: (count: string) => string): string {
  const kept = lines.slice(0, LINES);
  const rest = (count: number) => (count > 0 ? [more(formatCount(count, locale))] : []);
  const text = () => [...kept, ...rest(lines.length - kept.length)].join('\n');
  while (text().length > FIELD && kept.length > 1) kept.pop();
  return clip(text(), FIELD);
}

function shown(text: string): string {
  return plain(clip(oneLine(text), SHOWN_MAX));
}
