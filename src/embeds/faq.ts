import { EmbedBuilder } from '@discordjs/builders';
import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { plain } from '../lib/clip.js';
import type {
  Entry,
  SavesOverview,
  TopicEntries,
  Verdict,
} from '../services/knowledge/knowledge.js';
import type { TopicPage } from '../services/knowledge/pages.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { buttonRows, IN_A_ROW, type Labelled, type Row } from './rows.js';
import { checkedWords, foldedSources, sourceFields } from './sources.js';
import { entryIn, questionIn } from './translated.js';

/** Enough of what was typed to recognise it. */
const TYPED_MAX = 200;

const verdictColours: Record<Verdict, number> = {
  true: 0x2e9e6b,
  'false now': 0xc8443c,
  disputed: 0xd98e04,
  unproven: 0x7a8290,
  changed: 0x3f7fd6,
};

/**
 * The answer as it is given first, for a phone: a word and one sentence, what else matters, its
 * sources folded, and the day it was checked. `faqMoreEmbed` has the rest.
 *
 * The word is the entry's `answer`, if it has one. Otherwise it is the verdict where that qualifies
 * the sentence (disputed, unproven, changed), and none where it would rate something that isn't
 * shown (true, false now) or the question is about the bot. A verdict that isn't the word stands in
 * the footer, beside the day. Its colour is neutral where there is an `answer`.
 *
 * @param now decides whether the answer is past its review date (a UTC day).
 */
export function faqAnswerEmbed(known: Entry, now: Date, words: Words): APIEmbed {
  const entry = entryIn(known, words);
  const [first, rest] = firstSentence(entry.short);
  const word = entry.answer ?? qualifyingVerdict(entry, words);
  return new EmbedBuilder()
    .setTitle(entry.question)
    .setColor(colourOf(entry))
    .setDescription([begun(first, word, words), rest].join('\n').trim())
    .addFields({ name: words.faq.fields.sources, value: foldedSources(entry.sources, words) })
    .setFooter({ text: checkAfter(word, entry, now, words) })
    .toJSON();
}

/**
 * The detail behind an answer: the longer text, what the verdict means, what changed, every source.
 *
 * @param now decides whether the answer is past its review date (a UTC day).
 */
export function faqMoreEmbed(known: Entry, now: Date, words: Words): APIEmbed {
  const entry = entryIn(known, words);
  const embed = new EmbedBuilder()
    .setTitle(entry.question)
    .setColor(colourOf(entry))
    .setDescription(entry.isBodyEnglish ? `*${words.faq.inEnglish}*\n\n${entry.body}` : entry.body)
    .addFields({ name: words.faq.fields.verdict, value: words.faq.verdict[entry.verdict] })
    .setFooter({ text: checkedWords(entry, now, words) });
  if (entry.changed) embed.addFields({ name: words.faq.fields.changed, value: entry.changed });
  return embed.addFields(...sourceFields(entry.sources, words)).toJSON();
}

function colourOf({ answer, verdict }: Entry): number {
  return answer === undefined ? verdictColours[verdict] : colours.neutral;
}

/** The verdict as the word before an answer, where it may stand there. */
function qualifyingVerdict({ verdict, topics }: Entry, { faq }: Words): string | undefined {
  const words: Partial<Record<Verdict, string>> = faq.verdictWord;
  return topics.includes('keepsake') ? undefined : words[verdict];
}

function begun(sentence: string, word: string | undefined, words: Words): string {
  return word === undefined ? sentence : words.faq.begun(word, sentence);
}

/** When an entry was checked, with its verdict unless that was the word before the answer. */
function checkAfter(word: string | undefined, entry: Entry, now: Date, words: Words): string {
  const checked = checkedWords(entry, now, words);
  return word !== undefined && word === qualifyingVerdict(entry, words)
    ? checked
    : words.faq.beside(words.faq.verdictBeside[entry.verdict], checked);
}

/** Where the first sentence ends: behind its mark; in Japanese without a blank. */
const SENTENCE_END = /(?<=[\p{L}\d)”»`%][.?!])\s+(?=[\p{Lu}“«„¿¡`*])|(?<=[。！？])(?=[^」』）])/su;

/** A text parted after its first sentence; the second part may be empty. */
function firstSentence(text: string): [first: string, rest: string] {
  const end = SENTENCE_END.exec(text);
  if (end === null) return [text, ''];
  return [text.slice(0, end.index), text.slice(end.index + end[0].length)];
}

/** The buttons under an answer: its detail first, then what to read next, all in one row. */
export function answerButtons(moreId: string, next: readonly Labelled[], words: Words): Row[] {
  const more = { label: words.faq.more, customId: moreId, style: ButtonStyle.Primary } as const;
  return buttonRows([more, ...next.slice(0, IN_A_ROW - 1)]);
}

/**
 * A button for each entry, with its question on it; empty for no entries.
 *
 * @param idOf the custom id of the button for an entry.
 */
export function entryButtons(
  entries: readonly Entry[],
  idOf: (entry: Entry) => string,
  words: Words,
): Row[] {
  return buttonRows(
    entries.map((entry) => ({ label: questionIn(entry, words), customId: idOf(entry) })),
  );
}

/** The first page of `/faq topics`: what each topic is about, and how much there is of it. */
export function topicsEmbed(
  topics: readonly TopicEntries[],
  pages: number,
  words: Words,
): APIEmbed {
  const phrases = words.faq.contents;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(phrases.title)
    .setDescription(phrases.intro)
    .addFields(
      topics.map(({ topic, entries }) => ({
        name: words.faq.topics[topic].title,
        value: phrases.topic(words.faq.topics[topic].line, entries.length),
      })),
    )
    .setFooter({ text: phrases.place(1, pages) })
    .toJSON();
}

/**
 * One page of a topic: its questions, numbered as on their buttons.
 *
 * @param place of the page among all; the list of topics is the first.
 */
export function topicPageEmbed(
  page: TopicPage,
  place: number,
  pages: number,
  words: Words,
): APIEmbed {
  const phrases = words.faq.contents;
  const { title, line } = words.faq.topics[page.topic];
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(phrases.pageTitle(title, page.number, page.of))
    .setDescription(
      [
        `*${line}*`,
        '',
        ...page.entries.map((entry, index) =>
          phrases.question(page.firstNumber + index, questionIn(entry, words)),
        ),
        '',
        phrases.press,
      ].join('\n'),
    )
    .setFooter({ text: phrases.place(place, pages) })
    .toJSON();
}

/** The buttons under a page of `/faq topics`: its topics or questions, then the ways to turn it. */
export function contentsButtons(items: readonly Labelled[], ways: readonly Labelled[]): Row[] {
  const style = ButtonStyle.Primary;
  return [...buttonRows(items.map((one) => ({ ...one, style }))), ...buttonRows(ways)];
}

/**
 * `/faq saves` without a question: what saves are, who sees them and how the save proxy works,
 * each with its verdict, strongest source and the day it was checked, and how to ask more.
 *
 * @param now decides which answers are past their review date (a UTC day).
 */
export function savesOverviewEmbed(overview: SavesOverview, now: Date, words: Words): APIEmbed {
  const phrases = words.faq.overview;
  return new EmbedBuilder()
    .setTitle(phrases.title)
    .setDescription(phrases.intro)
    .addFields(
      { name: phrases.what, value: summary(overview.what, now, words) },
      { name: phrases.who, value: summary(overview.who, now, words) },
      { name: phrases.proxy, value: summary(overview.proxy, now, words) },
      {
        name: words.faq.fields.askMore,
        value: [phrases.askMore, ...questionList(overview.mostAsked, words)].join('\n'),
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
 * @param command the command it was asked with.
 */
export function didYouMeanEmbed(
  typed: string,
  nearest: readonly Entry[],
  mostAsked: readonly Entry[],
  command: string,
  words: Words,
): APIEmbed {
  const phrases = words.faq.unsure;
  const shown = plain(typed, TYPED_MAX);
  const [intro, offered] =
    nearest.length > 0 ? [phrases.choose, nearest] : [phrases.nothingNear, mostAsked];
  return new EmbedBuilder()
    .setTitle(phrases.title)
    .setDescription(
      [
        ...(shown === '' ? [] : [phrases.asked(shown), '']),
        intro,
        ...questionList(offered, words),
        '',
        phrases.how(command),
      ].join('\n'),
    )
    .toJSON();
}

/** Below a heading that isn't the entry's question, so its `answer` would answer nothing. */
function summary(known: Entry, now: Date, words: Words): string {
  const entry = entryIn(known, words);
  const [first] = firstSentence(entry.short);
  const word = qualifyingVerdict(entry, words);
  return [
    begun(first, word, words),
    foldedSources(entry.sources, words),
    checkAfter(word, entry, now, words),
  ].join('\n');
}

function questionList(entries: readonly Entry[], words: Words): string[] {
  return entries.map((entry) => `- ${questionIn(entry, words)}`);
}
