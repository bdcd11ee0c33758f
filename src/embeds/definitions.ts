import { EmbedBuilder } from '@discordjs/builders';
import type { APIEmbed } from 'discord-api-types/v10';
import { VIETNAMESE_PERCENT } from '../services/estimate/estimate.js';
import type { Words } from '../words/words.js';
import type { BoardBounds } from './boards.js';
import { colours } from './colours.js';
import type { InsightBounds } from './insight-bounds.js';

/** The findings that have a definition behind them. */
export const DEFINED = ['boards', 'signals', 'categories', 'accuracy', 'tips', 'trend'] as const;
export type Defined = (typeof DEFINED)[number];

/** From how much on something is found, as its service has it. */
export interface DefinitionBounds {
  readonly boards: BoardBounds;
  readonly insights: InsightBounds;
  /** How many of a creator's last videos tips look at. */
  readonly tipVideos: number;
}

/** How a finding is made. */
export function definitionEmbed(what: Defined, bounds: DefinitionBounds, words: Words): APIEmbed {
  return new EmbedBuilder()
    .setColor(colours.neutral)
    .setTitle(words.definitions[what].title)
    .setDescription(linesOf(what, bounds, words).join('\n\n'))
    .toJSON();
}

function linesOf(what: Defined, bounds: DefinitionBounds, words: Words): readonly string[] {
  const { boards, signals, categories, accuracy, tips, trend } = words.definitions;
  const { insights, tipVideos } = bounds;
  const sizes = words.insights.looks(insights.concluded);
  switch (what) {
    case 'boards': {
      const { fewestThisWeek: week, fewestBefore, weeksBefore, fewestSteady } = bounds.boards;
      return [
        boards.improvement(week, fewestBefore, weeksBefore),
        boards.saved(week),
        boards.consistency(fewestSteady, bounds.boards.steadyWeeks),
        ...boards.rules,
      ];
    }
    case 'signals':
      return [...signals.lines, signals.experiments(sizes)];
    case 'categories':
      return [...categories.lines, categories.concluded(sizes)];
    case 'accuracy':
      return accuracy.lines(insights.judgedFrom, insights.mostTruths);
    case 'tips':
      return tips.lines(tipVideos, VIETNAMESE_PERCENT);
    case 'trend':
      return trend.lines;
  }
}
