import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { plain } from '../lib/clip.js';
import type { Entry, SavesOverview, Source, Verdict } from '../services/knowledge.js';
import { faqText } from '../text/faq.js';

const FIELD_MAX = 1024;
/** Enough of what was typed to recognise it. */
const TYPED_MAX = 200;

const verdictWords: Record<Verdict, string> = faqText.verdict;

const verdictColours: Record<Verdict, number> = {
  true: 0x2e9e6b,
  'false now': 0xc8443c,
  disputed: 0xd98e04,
  unproven: 0x7a8290,
  changed: 0x3f7fd6,
};

/**
 * One answer in full, with its verdict, what changed, its sources and the day it was checked.
 *
 * @param now decides whether the answer is past its review date (a UTC day).
 */
export function faqAnswerEmbed(entry: Entry, now: Date): APIEmbed {
  const embed = new EmbedBuilder()
    .setTitle(entry.question)
    .setColor(verdictColours[entry.verdict])
    .setDescription(`**${entry.short}**\n\n${entry.body}`)
    .addFields({ name: faqText.fields.verdict, value: verdictWords[entry.verdict] })
    .setFooter({ text: checkedWords(entry, now) });
  if (entry.changed) embed.addFields({ name: faqText.fields.changed, value: entry.changed });
  packLines(entry.sources.map((source) => `- ${sourceLine(source)}`)).forEach((value, place) => {
    const name = place === 0 ? faqText.fields.sources : faqText.fields.moreSources;
    embed.addFields({ name, value });
  });
  return embed.toJSON();
}

/**
 * `/faq saves` without a question: what saves are, who sees them and how the save proxy works,
 * each with its verdict, strongest source and the day it was checked, and how to ask more.
 *
 * @param now decides which answers are past their review date (a UTC day).
 */
export function savesOverviewEmbed(overview: SavesOverview, now: Date): APIEmbed {
  const words = faqText.overview;
  return new EmbedBuilder()
    .setTitle(words.title)
    .setDescription(words.intro)
    .addFields(
      { name: words.what, value: summary(overview.what, now) },
      { name: words.who, value: summary(overview.who, now) },
      { name: words.proxy, value: summary(overview.proxy, now) },
      {
        name: faqText.fields.askMore,
        value: [words.askMore, ...questionList(overview.mostAsked)].join('\n'),
      },
    )
    .toJSON();
}

/**
 * The answer to a question that no entry clearly answers.
 *
 * @param typed what the member wrote, as it came; shown back harmless and shortened.
 * @param nearest the entries nearest to it, best first; empty when nothing is near.
 * @param mostAsked shown instead when nothing is near.
 */
export function didYouMeanEmbed(
  typed: string,
  nearest: readonly Entry[],
  mostAsked: readonly Entry[],
): APIEmbed {
  const words = faqText.unsure;
  const shown = plain(typed, TYPED_MAX);
  const [intro, offered] =
    nearest.length > 0 ? [words.choose, nearest] : [words.nothingNear, mostAsked];
  return new EmbedBuilder()
    .setTitle(words.title)
    .setDescription(
      [
        ...(shown === '' ? [] : [words.asked(shown), '']),
        intro,
        ...questionList(offered),
        '',
        words.how,
      ].join('\n'),
    )
    .toJSON();
}

function summary(entry: Entry, now: Date): string {
  const [strongest, ...others] = entry.sources;
  const parts = [entry.short, `**${verdictWords[entry.verdict]}**`];
  if (strongest) {
    const line = sourceLine(strongest);
    parts.push(
      others.length === 0
        ? faqText.overview.source(line)
        : faqText.overview.sources(line, others.length),
    );
  }
  return [...parts, checkedWords(entry, now)].join('\n');
}

function checkedWords(entry: Entry, now: Date): string {
  const today = now.toISOString().slice(0, 10);
  return today > entry.review
    ? faqText.dueForReview(entry.checked, entry.review)
    : faqText.checked(entry.checked);
}

function sourceLine({ title, url, date }: Source): string {
  return `${url ? `[${title}](${url})` : title} · ${date ?? faqText.undated}`;
}

function questionList(entries: readonly Entry[]): string[] {
  return entries.map((entry) => `- ${entry.question}`);
}

/** Lines put into as few field values as hold them; no source's line is longer than a field. */
function packLines(lines: readonly string[]): string[] {
  const fields: string[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= FIELD_MAX)
      fields[fields.length - 1] = `${last}\n${line}`;
    else fields.push(line);
  }
  return fields;
}
