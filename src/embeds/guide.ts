import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import type { GuidePage } from '../services/knowledge/guide.js';
import type { Words } from '../words/words.js';
import { colours } from './colours.js';
import { checkedWords, sourceFields } from './sources.js';
import { pageIn } from './translated.js';

/**
 * One page in full: where the number stands, what it means, its delay and rounding, with verdict,
 * sources and the day it was checked.
 *
 * @param now decides whether the page is past its review date (a UTC day).
 */
export function guidePageEmbed(known: GuidePage, now: Date, words: Words): APIEmbed {
  const page = pageIn(known, words);
  const { fields } = words.guide;
  const embed = new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(page.title)
    .addFields(
      { name: fields.app, value: page.app },
      { name: fields.web, value: page.web },
      { name: fields.meaning, value: page.meaning },
      { name: fields.delay, value: page.delay },
      { name: fields.rounding, value: page.rounding },
    )
    .setFooter({ text: checkedWords(page, now, words) });
  if (page.contains !== undefined) embed.addFields({ name: fields.contains, value: page.contains });
  if (page.lacks !== undefined) embed.addFields({ name: fields.lacks, value: page.lacks });
  embed.addFields(
    { name: words.faq.fields.verdict, value: words.faq.verdict[page.verdict] },
    ...sourceFields(page.sources, words),
  );
  if (page.body !== '') embed.setDescription(page.body);
  return embed.toJSON();
}

/** `/guide` without a topic: what there is, and the way into TikTok's numbers. */
export function guideOverviewEmbed(pages: readonly GuidePage[], words: Words): APIEmbed {
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.guide.overview.title)
    .setDescription(
      [
        words.guide.overview.intro,
        '',
        ...pages.map((page) => words.guide.overview.line(pageIn(page, words).title)),
      ].join('\n'),
    )
    .toJSON();
}
