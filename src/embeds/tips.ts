import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { plainAtWord } from '../lib/clip.js';
import { formatCount, formatRate } from '../lib/format.js';
import type { Tip } from '../services/tips/content.js';
import type { Diagnosis, Step } from '../services/tips/diagnosis.js';
import type { CategoryTips, LeftOut, OwnTips } from '../services/tips/tips.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { sourceLine } from './sources.js';

/** Long enough to know a video again. */
const TITLE_MAX = 120;

/** What a rate is shown as: for 100 of what it is of, or for 10,000. */
const PER: Record<Step['name'], number> = {
  likes: 100,
  shares: 100,
  watch: 100,
  saves: 100,
  followers: 10_000,
};

/** One tip as a line: what to try, and how sure anybody can be that it helps. */
export function tipLine(
  { id, body, basis, source, checked }: Pick<Tip, 'id' | 'body' | 'basis' | 'source' | 'checked'>,
  words: Words,
): string {
  return words.tips.line(
    words.texts.tips.get(id)?.body ?? body,
    source && checked
      ? words.tips.basis(
          words.tips.bases[basis],
          sourceLine(source, words),
          words.faq.checked(checked),
        )
      : words.tips.bases[basis],
  );
}

/** One tip in a few words, with how sure anybody can be; the whole of it is a press away. */
export function shortTipLine(
  { id, short, basis }: Pick<Tip, 'id' | 'short' | 'basis'>,
  words: Words,
): string {
  return words.tips.line(words.texts.tips.get(id)?.short ?? short, words.tips.shortBasis[basis]);
}

/** `/tips` for a kind of video: tips written for it, and wordings for a call to save. */
export function categoryTipsEmbed(
  { category, own, keeping }: CategoryTips,
  words: Words,
): APIEmbed {
  const phrases = words.tips.category;
  return new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(phrases.title(category))
    .setDescription(
      [
        phrases.own,
        ...own.map((tip) => tipLine(tip, words)),
        '',
        phrases.keeping,
        ...keeping.map((tip) => tipLine(tip, words)),
      ].join('\n'),
    )
    .addFields({
      name: phrases.calls,
      value: [...words.tips.calls[category].map(words.tips.call), phrases.callsNote].join('\n'),
    })
    .setFooter({ text: phrases.footer })
    .toJSON();
}

/**
 * `/tips` from the caller's own numbers: the pattern, the numbers it was seen in, one thing to try
 * and what would tell more; or what is still needed to tell anything.
 *
 * @param needed how many other videos a median needs.
 */
export function ownTipsEmbed(tips: OwnTips, needed: number, words: Words): APIEmbed {
  if (tips.kind === 'too little') return tooLittleEmbed(tips, words);
  const { diagnosis, tip, leftOut } = tips;
  const { video, pattern, maybe, basis, beside } = diagnosis;
  const phrases = words.tips.own;
  const embed = new EmbedBuilder()
    .setColor(colourOf(diagnosis))
    .setTitle(phrases.title)
    .setDescription(
      [
        phrases.pattern(
          pattern !== null
            ? phrases.patterns[pattern]
            : maybe === null
              ? phrases.nothing(diagnosis.hasLow)
              : phrases.maybe(maybe, basis),
          pattern === null && maybe === null ? null : maybe === null ? beside : `maybe ${beside}`,
        ),
        phrases.video(
          video.title === null ? phrases.untitled : plainAtWord(video.title, TITLE_MAX),
          formatCount(video.views, words.locale),
          diagnosis.lookedAt - 1,
        ),
        ...leftOutLines(leftOut, words),
      ].join('\n'),
    )
    .addFields(
      { name: phrases.fields.next, value: tipLine(tip, words) },
      { name: phrases.fields.numbers, value: numbersOf(diagnosis, words) },
    );
  if (video.category !== null) {
    const calls = words.tips.calls[video.category];
    embed.addFields({ name: phrases.fields.call, value: words.tips.call(calls[0]) });
  }
  const missing = missingOf(diagnosis, needed, words);
  if (missing.length > 0) {
    embed.addFields({
      name: phrases.fields.missing,
      value: missing.map((one) => `- ${one}`).join('\n'),
    });
  }
  return embed.toJSON();
}

function tooLittleEmbed(
  { judged, needed, waiting, leftOut }: Extract<OwnTips, { kind: 'too little' }>,
  words: Words,
): APIEmbed {
  const phrases = words.tips.tooLittle;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(phrases.title)
    .setDescription(
      [
        phrases.description(judged, needed),
        ...(waiting > 0 ? ['', phrases.waiting(waiting)] : []),
        ...leftOutLines(leftOut, words),
      ].join('\n'),
    )
    .addFields(
      { name: phrases.add, value: phrases.addHow(phrases.example) },
      { name: phrases.meanwhile, value: phrases.meanwhileHow },
    )
    .toJSON();
}

/** Green where it does well, or nothing is lower than usual. */
function colourOf({ pattern, maybe, hasLow }: Diagnosis): number {
  if (pattern === null) return maybe === 'lower' || hasLow ? colours.middling : colours.good;
  return pattern === 'doing-well' ? colours.good : colours.middling;
}

/** How many videos are left out, since one account is looked at. */
function leftOutLines({ ofOthers, ofUnknown }: LeftOut, words: Words): string[] {
  const { otherAccounts, unknownAccount } = words.insights.needs;
  return [
    ...(ofOthers > 0 ? [otherAccounts(ofOthers)] : []),
    ...(ofUnknown > 0 ? [unknownAccount(ofUnknown)] : []),
  ];
}

function numbersOf({ steps, basis, lookedAt }: Diagnosis, words: Words): string {
  const phrases = words.tips.own;
  const lines = steps.map(({ name, value, median, others, comparable }) => {
    const shown = (rate: number) => formatRate(rate * PER[name], words.locale);
    const compared = [
      ...(name === 'saves' ? [basis === 'counted' ? phrases.told : phrases.estimated] : []),
      ...(median === null ? [] : [phrases.usual(shown(median), others)]),
      ...(comparable === null ? [] : [phrases.comparable(shown(comparable))]),
    ];
    return phrases.step(shown(value), phrases.steps[name], compared);
  });
  return [...lines, phrases.saves(basis, lookedAt)].join('\n');
}

function missingOf({ steps, video }: Diagnosis, needed: number, words: Words): string[] {
  const { missing } = words.tips.own;
  const isKnown = (name: Step['name']) =>
    steps.some((step) => step.name === name && step.besideOwn !== null);
  return [
    ...(video.saves.counted !== null ? [] : [missing.saves]),
    ...(isKnown('watch') ? [] : [missing.watch(needed)]),
    ...(isKnown('followers') ? [] : [missing.followers(needed)]),
    ...(video.category === null ? [missing.category] : []),
  ];
}
