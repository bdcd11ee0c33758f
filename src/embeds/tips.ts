import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { plainAtWord } from '../lib/clip.js';
import { formatCount, formatRate } from '../lib/format.js';
import type { Tip } from '../services/tips/content.js';
import type { Diagnosis, Step } from '../services/tips/diagnosis.js';
import type { CategoryTips, LeftOut, OwnTips } from '../services/tips/tips.js';
import { faqText } from '../text/faq.js';
import { insightsText } from '../text/insights.js';
import { tipsText } from '../text/tips.js';
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
export function tipLine({
  body,
  basis,
  source,
  checked,
}: Pick<Tip, 'body' | 'basis' | 'source' | 'checked'>): string {
  return tipsText.line(
    body,
    source && checked ? tipsText.basis(basis, sourceLine(source), faqText.checked(checked)) : basis,
  );
}

/** One tip in a few words, with how sure anybody can be; the whole of it is a press away. */
export function shortTipLine({ short, basis }: Pick<Tip, 'short' | 'basis'>): string {
  return tipsText.line(short, tipsText.shortBasis[basis]);
}

/** `/tips` for a kind of video: tips written for it, and wordings for a call to save. */
export function categoryTipsEmbed({ category, own, keeping }: CategoryTips): APIEmbed {
  const words = tipsText.category;
  return new EmbedBuilder()
    .setColor(colours.good)
    .setTitle(words.title(category))
    .setDescription(
      [words.own, ...own.map(tipLine), '', words.keeping, ...keeping.map(tipLine)].join('\n'),
    )
    .addFields({
      name: words.calls,
      value: [...tipsText.calls[category].map(tipsText.call), words.callsNote].join('\n'),
    })
    .setFooter({ text: words.footer })
    .toJSON();
}

/**
 * `/tips` from the caller's own numbers: the pattern, the numbers it was seen in, one thing to try
 * and what would tell more; or what is still needed to tell anything.
 *
 * @param needed how many other videos a median needs.
 */
export function ownTipsEmbed(tips: OwnTips, needed: number, locale: string): APIEmbed {
  if (tips.kind === 'too little') return tooLittleEmbed(tips);
  const { diagnosis, tip, leftOut } = tips;
  const { video, pattern, maybe, basis, beside } = diagnosis;
  const words = tipsText.own;
  const embed = new EmbedBuilder()
    .setColor(colourOf(diagnosis))
    .setTitle(words.title)
    .setDescription(
      [
        words.pattern(
          pattern !== null
            ? words.patterns[pattern]
            : maybe === null
              ? words.nothing(diagnosis.hasLow)
              : words.maybe(maybe, basis),
          pattern === null && maybe === null ? null : maybe === null ? beside : `maybe ${beside}`,
        ),
        words.video(
          video.title === null ? words.untitled : plainAtWord(video.title, TITLE_MAX),
          formatCount(video.views, locale),
          diagnosis.lookedAt - 1,
        ),
        ...leftOutLines(leftOut),
      ].join('\n'),
    )
    .addFields(
      { name: words.fields.next, value: tipLine(tip) },
      { name: words.fields.numbers, value: numbersOf(diagnosis, locale) },
    );
  if (video.category !== null) {
    const calls = tipsText.calls[video.category];
    embed.addFields({ name: words.fields.call, value: tipsText.call(calls[0]) });
  }
  const missing = missingOf(diagnosis, needed);
  if (missing.length > 0) {
    embed.addFields({
      name: words.fields.missing,
      value: missing.map((one) => `- ${one}`).join('\n'),
    });
  }
  return embed.toJSON();
}

function tooLittleEmbed({
  judged,
  needed,
  waiting,
  leftOut,
}: Extract<OwnTips, { kind: 'too little' }>): APIEmbed {
  const words = tipsText.tooLittle;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.title)
    .setDescription(
      [
        words.description(judged, needed),
        ...(waiting > 0 ? ['', words.waiting(waiting)] : []),
        ...leftOutLines(leftOut),
      ].join('\n'),
    )
    .addFields(
      { name: words.add, value: words.addHow(words.example) },
      { name: words.meanwhile, value: words.meanwhileHow },
    )
    .toJSON();
}

/** Green where it does well, or nothing is lower than usual. */
function colourOf({ pattern, maybe, hasLow }: Diagnosis): number {
  if (pattern === null) return maybe === 'lower' || hasLow ? colours.middling : colours.good;
  return pattern === 'doing-well' ? colours.good : colours.middling;
}

/** How many videos are left out, since one account is looked at. */
function leftOutLines({ ofOthers, ofUnknown }: LeftOut): string[] {
  const { otherAccounts, unknownAccount } = insightsText.needs;
  return [
    ...(ofOthers > 0 ? [otherAccounts(ofOthers)] : []),
    ...(ofUnknown > 0 ? [unknownAccount(ofUnknown)] : []),
  ];
}

function numbersOf({ steps, basis, lookedAt }: Diagnosis, locale: string): string {
  const words = tipsText.own;
  const lines = steps.map(({ name, value, median, others, comparable }) => {
    const shown = (rate: number) => formatRate(rate * PER[name], locale);
    const compared = [
      ...(name === 'saves' ? [basis === 'counted' ? words.told : words.estimated] : []),
      ...(median === null ? [] : [words.usual(shown(median), others)]),
      ...(comparable === null ? [] : [words.comparable(shown(comparable))]),
    ];
    return words.step(shown(value), words.steps[name], compared);
  });
  return [...lines, words.saves(basis, lookedAt)].join('\n');
}

function missingOf({ steps, video }: Diagnosis, needed: number): string[] {
  const { missing } = tipsText.own;
  const isKnown = (name: Step['name']) =>
    steps.some((step) => step.name === name && step.besideOwn !== null);
  return [
    ...(video.saves.counted !== null ? [] : [missing.saves]),
    ...(isKnown('watch') ? [] : [missing.watch(needed)]),
    ...(isKnown('followers') ? [] : [missing.followers(needed)]),
    ...(video.category === null ? [missing.category] : []),
  ];
}
