import type { BoardBounds } from '../embeds/boards.js';
import type { InsightBounds } from '../embeds/insight-bounds.js';
import { FEWEST_IN_GROUP } from '../lib/statistics.js';
import {
  FEWEST_BEFORE,
  FEWEST_STEADY,
  FEWEST_THIS_WEEK,
  STEADY_WEEKS,
  WEEKS_BEFORE,
} from '../services/boards/ranking.js';
import { FEWEST_TO_JUDGE, MOST_TRUTHS_JUDGED } from '../services/insights/accuracy.js';
import { FEWEST_IN_CATEGORY } from '../services/insights/categories.js';
import { FEWEST_IN_EXPERIMENT } from '../services/insights/experiments.js';
import { FEWEST_INSIGHT_VIDEOS } from '../services/insights/signals.js';
import { FEWEST_SAVES_TO_JUDGE } from '../services/readings/report-card.js';
import { LOOK_SIZES, SHOWN_FACTOR } from '../services/saves/two-groups.js';

/** From how much on boards name somebody, for whoever puts it into words. */
export const boardBounds: BoardBounds = {
  fewestThisWeek: FEWEST_THIS_WEEK,
  fewestBefore: FEWEST_BEFORE,
  weeksBefore: WEEKS_BEFORE,
  fewestSteady: FEWEST_STEADY,
  steadyWeeks: STEADY_WEEKS,
};

/** From how much on insights conclude something. */
export const insightBounds: InsightBounds = {
  videos: FEWEST_INSIGHT_VIDEOS,
  group: FEWEST_IN_GROUP,
  experiment: FEWEST_IN_EXPERIMENT,
  concluded: LOOK_SIZES,
  category: FEWEST_IN_CATEGORY,
  judge: FEWEST_TO_JUDGE,
  judgedFrom: FEWEST_SAVES_TO_JUDGE,
  mostTruths: MOST_TRUTHS_JUDGED,
  shownFactor: SHOWN_FACTOR,
};
