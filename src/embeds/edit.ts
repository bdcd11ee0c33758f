import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { clip, plain } from '../lib/clip.js';
import { formatCount } from '../lib/format.js';
import type { Described } from '../services/scores/describe.js';
import type { Score } from '../services/scores/score.js';
import type { DescribedField, ToldAsTyped } from '../services/scores/told.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { inputProblems } from './refusal.js';

/** Discord's limit of a field, in characters. */
const FIELD = 1024;

/** Enough to know a text again. */
const SHOWN = 200;

const ABOUT = ['title', 'link', 'posted', 'trying'] as const;
const ANALYTICS = ['duration', 'watch_time', 'new_followers'] as const;

/**
 * What stands in a score, to be put right by its author.
 *
 * @param left what was typed for it and couldn't be taken.
 */
export function editEmbed(
  score: Score,
  told: ToldAsTyped,
  left: Described['left'] | null,
  words: Words,
): APIEmbed {
  const { fields } = words.edit;
  const count = (name: keyof Score['counts']) =>
    formatCount(score.counts[name].value, words.locale);
  const embed = new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.edit.title)
    .setDescription(words.edit.intro);
  const problems = left === null ? [] : inputProblems(left, words);
  if (problems.length > 0) {
    embed.addFields({ name: words.edit.notTaken, value: clip(problems.join('\n'), FIELD) });
  }
  embed.addFields(
    {
      name: fields.numbers,
      value: words.edit.counts(count('views'), count('likes'), count('comments'), count('shares')),
    },
    { name: fields.about, value: clip(toldWords(ABOUT, told, words), FIELD) },
  );
  if (ANALYTICS.some((name) => told[name] !== '')) {
    embed.addFields({ name: fields.analytics, value: toldWords(ANALYTICS, told, words) });
  }
  embed.addFields({
    name: fields.who,
    value: score.private || score.guildId === null ? words.edit.onlyYou : words.edit.everybody,
  });
  return embed.toJSON();
}

/** What of it was told, a line each. */
function toldWords(names: readonly DescribedField[], told: ToldAsTyped, words: Words): string {
  const lines = names
    .filter((name) => told[name] !== '')
    .map((name) => words.edit.told(words.edit.names[name], shownValue(name, told[name], words)));
  return lines.length === 0 ? words.edit.nothing : lines.join('\n');
}

function shownValue(name: DescribedField, text: string, words: Words): string {
  switch (name) {
    case 'title':
    case 'trying':
      return plain(text, SHOWN);
    case 'duration':
    case 'watch_time':
      return words.edit.seconds(text);
    default:
      return text;
  }
}
