import type { Category } from './category.js';
import type { Model } from './model.js';

/** What the category of a video, known or not, says of its saves before anybody told a true count. */
export interface Expected {
  /** How much higher ln(saves + 1) is than for a video of which the category isn't known. */
  readonly level: number;
  /** How far, as a variance, places and niches lie around that level. */
  readonly variance: number;
}

/**
 * The level of a category. Where none is known all are possible, each as likely as the model
 * believes: the level is then their middle, which the surfaces hold already, and the variance is
 * larger by how far the categories lie apart.
 */
export function expectedFor({ categories }: Model, category: Category | undefined): Expected {
  if (category === undefined) {
    return { level: 0, variance: categories.place + categories.between };
  }
  return { level: categories.levels[category], variance: categories.place };
}
