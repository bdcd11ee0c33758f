import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { clip, plain } from '../lib/clip.js';
import { COUNT_NAMES } from '../lib/count-names.js';
import { formatAbout, formatCount, formatRate } from '../lib/format.js';
import {
  CATEGORIES,
  MIN_VIEWS,
  MODEL_PROVENANCE,
  VIETNAMESE_PERCENT,
} from '../services/estimate/estimate.js';
import type { Miss } from '../services/readings/report-card.js';
import type { Score } from '../services/scores/score.js';
import type { Words } from '../words/words.js';
import { categoryOf, comparedWithin } from './category.js';
import { colours } from './colours.js';
import { EXPERIMENT_NAME, isShort, rateOf } from './score.js';
import { tipLine } from './tips.js';
import { AS_GOOD_AS_RIGHT, factorsOf, partsOf } from './why.js';

/** Discord's limit, in characters. */
const FIELD = 1024;

/** The answer to `How?`: formula, inputs, rounding, range, reference and origin. */
export function howEmbed(score: Score, words: Words): APIEmbed {
  const { fields } = words.how;
  const count = (value: number | bigint) => formatCount(value, words.locale);
  const inputs = COUNT_NAMES.map((name) => {
    const { value, step } = score.counts[name];
    const rounded = step > 1n ? words.how.rounded(count(step / 2n)) : null;
    return words.how.input(words.score.signals[name], count(value), rounded);
  });
  if (score.trueSaves !== null) inputs.push(words.how.truth(count(score.trueSaves)));
  const { rows, creators, dataUntil } = MODEL_PROVENANCE;
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.how.title)
    .setDescription(words.how.intro)
    .addFields(
      { name: fields.inputs, value: inputs.join('\n') },
      // A short answer leaves it out.
      ...(score.wanted.answers === 'short'
        ? [{ name: words.score.fields.rate, value: rateOf(score, words) }]
        : []),
      { name: fields.parts, value: clip(whyInFull(score, words), FIELD) },
      { name: fields.known, value: clip(knownOf(score, words), FIELD) },
      {
        name: fields.formula,
        value: clip(`${words.how.formula(score.modelVersion)} ${factorsOf(score, words)}`, FIELD),
      },
      {
        name: fields.range,
        value:
          score.kind === 'photo' ? words.how.rangePhoto : `${words.how.range} ${words.how.kinds}`,
      },
      {
        name: fields.score,
        value: [
          words.how.score(referenceIn(score.reference, words)),
          ...referenceNote(score, words),
          words.how.judging(count(MIN_VIEWS)),
        ].join(' '),
      },
      {
        name: fields.origin,
        value: `${words.how.origin(count(rows), count(creators), dataUntil, VIETNAMESE_PERCENT)} ${words.how.assumptions}`,
      },
      ...sevenField(score, words),
      { name: fields.next, value: tipLine(score.tip, words) },
      { name: fields.sources, value: `${words.how.sources} ${words.how.links}` },
    )
    .toJSON();
}

/** What a second reading says of the seventh day, with its own record. */
function sevenField({ sameAge, daySeven, previous }: Score, words: Words) {
  const about = (views: number) => formatAbout(views, words.locale);
  const lines = [
    ...(daySeven === null
      ? previous === null
        ? []
        : [words.sameAge.notYet]
      : [
          words.sameAge.seven(
            ...([about(daySeven.middle), about(daySeven.low), about(daySeven.high)] as const),
          ),
          words.sameAge.record(daySeven.held, daySeven.videos),
        ]),
    ...(sameAge === null ? [] : [words.sameAge.how(sameAge.others)]),
  ];
  return lines.length === 0 ? [] : [{ name: words.sameAge.field, value: lines.join(' ') }];
}

/** The names that the model and the reference before it give to what they compare with. */
const REFERENCE = /^true saves of ([\d,]+) public (?:(\w+) )?videos( of every kind)?,/;

/** What a score compares with, in the reader's words; a name of another form stays as it is. */
function referenceIn(name: string, words: Words): string {
  const [, videos, named, every] = REFERENCE.exec(name) ?? [];
  if (videos === undefined) return name;
  const shown = formatCount(Number(videos.replaceAll(',', '')), words.locale);
  const category = CATEGORIES.find((one) => one === named);
  if (category !== undefined) return words.how.reference.kind(shown, words.score.kinds[category]);
  return every === undefined ? words.how.reference.videos(shown) : words.how.reference.every(shown);
}

/** Which reference a score with a category compares with, where versions before knew only one. */
function referenceNote(score: Score, words: Words): string[] {
  const category = categoryOf(score);
  if (category === undefined) return [];
  return comparedWithin(score) !== undefined
    ? [words.how.ownReference]
    : [words.how.commonReference(words.score.category[category])];
}

/** What leads to the estimate part by part, and how far off it was where that is known. */
function whyInFull(score: Score, words: Words): string {
  const parts = partsOf(score, words);
  return score.miss === null ? parts : `${parts}\n${missOf(score.miss, words)}`;
}

/** What the estimate knew of its author, of the account and of the link. */
function knownOf(score: Score, words: Words): string {
  const { learnedFrom, learnedHere, accountUnknown, kind, estimate, url } = score;
  const { known } = words.how;
  const lines: string[] = [];
  if (isLittleKnown(score) && score.counts.views.value > 0n) {
    const [low, high] = [
      formatAbout(estimate.low, words.locale),
      formatAbout(estimate.high, words.locale),
    ];
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

function missOf({ miss, inside }: Miss, words: Words): string {
  const factor = Math.exp(Math.abs(miss));
  if (factor < AS_GOOD_AS_RIGHT) return words.how.hit;
  return words.how.missed(formatRate(factor, words.locale), miss > 0 ? 'low' : 'high', inside);
}
