import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { clip, plain } from '../lib/clip.js';
import { COUNT_NAMES } from '../lib/count-names.js';
import { formatAbout, formatCount, formatRate } from '../lib/format.js';
import { MIN_VIEWS, MODEL_PROVENANCE, VIETNAMESE_PERCENT } from '../services/estimate/estimate.js';
import type { Miss } from '../services/readings/report-card.js';
import type { Score } from '../services/scores/score.js';
import { howText } from '../text/how.js';
import { sameAgeText } from '../text/same-age.js';
import { scoreText } from '../text/score.js';
import { categoryOf, comparedWithin } from './category.js';
import { colours } from './colours.js';
import { EXPERIMENT_NAME, isShort, rateOf } from './score.js';
import { tipLine } from './tips.js';
import { AS_GOOD_AS_RIGHT, factorsOf, partsOf } from './why.js';

/** Discord's limit, in characters. */
const FIELD = 1024;

/** The answer to `How?`: formula, inputs, rounding, range, reference and origin. */
export function howEmbed(score: Score, locale: string): APIEmbed {
  const { fields } = howText;
  const count = (value: number | bigint) => formatCount(value, locale);
  const inputs = COUNT_NAMES.map((name) => {
    const { value, step } = score.counts[name];
    const rounded = step > 1n ? howText.rounded(count(step / 2n)) : null;
    return howText.input(name, count(value), rounded);
  });
  if (score.trueSaves !== null) inputs.push(howText.truth(count(score.trueSaves)));
  const { rows, creators, dataUntil } = MODEL_PROVENANCE;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(howText.title)
    .setDescription(howText.intro)
    .addFields(
      { name: fields.inputs, value: inputs.join('\n') },
      // A short answer leaves it out.
      ...(score.wanted.answers === 'short'
        ? [{ name: scoreText.fields.rate, value: rateOf(score, locale) }]
        : []),
      { name: fields.parts, value: clip(whyInFull(score, locale), FIELD) },
      { name: fields.known, value: clip(knownOf(score, locale), FIELD) },
      {
        name: fields.formula,
        value: clip(`${howText.formula(score.modelVersion)} ${factorsOf(score, locale)}`, FIELD),
      },
      {
        name: fields.range,
        value: score.kind === 'photo' ? howText.rangePhoto : `${howText.range} ${howText.kinds}`,
      },
      {
        name: fields.score,
        value: [
          howText.score(score.reference),
          ...referenceNote(score),
          howText.judging(count(MIN_VIEWS)),
        ].join(' '),
      },
      {
        name: fields.origin,
        value: `${howText.origin(count(rows), count(creators), dataUntil, VIETNAMESE_PERCENT)} ${howText.assumptions}`,
      },
      ...sevenField(score, locale),
      { name: fields.next, value: tipLine(score.tip) },
      { name: fields.sources, value: `${howText.sources} ${howText.links}` },
    )
    .toJSON();
}

/** What a second reading says of the seventh day, with its own record. */
function sevenField({ sameAge, daySeven, previous }: Score, locale: string) {
  const about = (views: number) => formatAbout(views, locale);
  const lines = [
    ...(daySeven === null
      ? previous === null
        ? []
        : [sameAgeText.notYet]
      : [
          sameAgeText.seven(
            ...([about(daySeven.middle), about(daySeven.low), about(daySeven.high)] as const),
          ),
          sameAgeText.record(daySeven.held, daySeven.videos),
        ]),
    ...(sameAge === null ? [] : [sameAgeText.how(sameAge.others)]),
  ];
  return lines.length === 0 ? [] : [{ name: sameAgeText.field, value: lines.join(' ') }];
}

/** Which reference a score with a category compares with, where versions before knew only one. */
function referenceNote(score: Score): string[] {
  const category = categoryOf(score);
  if (category === undefined) return [];
  return comparedWithin(score) !== undefined
    ? [howText.ownReference]
    : [howText.commonReference(scoreText.category[category])];
}

/** What leads to the estimate part by part, and how far off it was where that is known. */
function whyInFull(score: Score, locale: string): string {
  const parts = partsOf(score, locale);
  return score.miss === null ? parts : `${parts}\n${missOf(score.miss, locale)}`;
}

/** What the estimate knew of its author, of the account and of the link. */
function knownOf(score: Score, locale: string): string {
  const { learnedFrom, learnedHere, accountUnknown, kind, estimate, url } = score;
  const { known } = howText;
  const lines: string[] = [];
  if (isLittleKnown(score) && score.counts.views.value > 0n) {
    const [low, high] = [formatAbout(estimate.low, locale), formatAbout(estimate.high, locale)];
    lines.push(known.little(low, high, accountUnknown ? 'account' : kind));
  }
  if (learnedFrom > 0) lines.push(known.learned(learnedFrom));
  if (learnedHere > 0) lines.push(known.learnedHere(learnedHere));
  // An estimate from before a second account was known learned of all counts there were.
  if (accountUnknown) lines.push(learnedFrom === 0 ? known.noAccount : known.noAccountSince);
  else lines.push(score.trueSaves === null ? known.askForTruth : known.learns);
  if (score.experiment !== null) {
    const { name, videos, without, needed } = score.experiment;
    const shownName = plain(name, EXPERIMENT_NAME);
    const isReady = Math.min(videos, without) >= needed;
    lines.push(isReady ? known.experimentReady(shownName) : known.experiment(shownName, needed));
  }
  if (isShort(url)) lines.push(known.shortLink);
  if (kind === 'photo') lines.push(known.photo);
  return lines.join('\n');
}

/** No real count of the creator's or of the server, and no category: the number is worth little. */
function isLittleKnown({ parts, learnedFrom, learnedHere, trueSaves }: Score): boolean {
  const hasCategory = parts.some(({ signal }) => signal === 'category');
  return trueSaves === null && learnedFrom === 0 && learnedHere === 0 && !hasCategory;
}

function missOf({ miss, inside }: Miss, locale: string): string {
  const factor = Math.exp(Math.abs(miss));
  if (factor < AS_GOOD_AS_RIGHT) return howText.hit;
  return howText.missed(formatRate(factor, locale), miss > 0 ? 'low' : 'high', inside);
}
