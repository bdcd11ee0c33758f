import type { Category } from '../src/services/estimate/category.js';

/** A source of real counts, or one niche of a source that was gathered niche by niche. */
interface Place {
  /** In words, for the reader of the report. */
  readonly what: string;
  /**
   * What its videos are for, as their creators would say who choose a category for `/score`; none
   * where a source mixes them, or where brands and politicians speak for themselves.
   */
  readonly category?: Category;
}

/**
 * Every place the fit knows, by its name in the tables. Lessons in money are educational; recipes,
 * food to go for and places to stay are valuable, for they are used; looks are aesthetic; sport and
 * encouragement are inspirational; what is watched for itself is entertaining, a general feed too.
 */
export const PLACES: Readonly<Record<string, Place>> = {
  'vn-food-creators': {
    what: 'Vietnamese food creators, until March 2025',
    category: 'valuable',
  },
  'vn-general': { what: 'Vietnamese feed, May and June 2025', category: 'entertaining' },
  'dk-politicians': { what: 'Danish politicians, until March 2026' },
  'vn-hotels': { what: 'searches for hotels and homestays, Vietnam', category: 'valuable' },
  'en-niches/beauty': { what: 'searches for beauty, in English', category: 'aesthetic' },
  'en-niches/comedy': { what: 'searches for comedy, in English', category: 'entertaining' },
  'en-niches/fashion': { what: 'searches for fashion, in English', category: 'aesthetic' },
  'en-niches/finance': { what: 'searches for finance, in English', category: 'educational' },
  'en-niches/fitness': { what: 'searches for fitness, in English', category: 'inspirational' },
  'en-niches/food': { what: 'searches for food, in English', category: 'valuable' },
  'en-niches/gaming': { what: 'searches for gaming, in English', category: 'entertaining' },
  'en-niches/motivation': {
    what: 'searches for motivation, in English',
    category: 'inspirational',
  },
  'en-niches/pets': { what: 'searches for pets, in English', category: 'entertaining' },
  'en-animal-channel': { what: 'an animal channel, in English', category: 'entertaining' },
  'en-search-animals': { what: 'searches for animals, in English', category: 'entertaining' },
  'en-outdoor-cook': { what: 'an outdoor cook, in English', category: 'valuable' },
  'en-trial-hashtags': { what: 'hashtags of a celebrity trial', category: 'entertaining' },
  'sports-search': { what: 'searches for football', category: 'entertaining' },
  'co-singer': { what: 'a Colombian singer', category: 'entertaining' },
  'tr-broker': { what: 'a Turkish broker', category: 'educational' },
  'bd-search': { what: 'searches in Bengali' },
  'de-top-ads': { what: 'advertisements, Germany' },
  'id-creators': { what: 'Indonesian creators' },
  'id-skincare-brands': { what: 'Indonesian skincare brands' },
  'mixed-feed-2025': { what: 'a feed in many languages, 2025' },
  'news-search-2023': { what: 'searches for news, 2023' },
  'vn-tea-brands': { what: 'Vietnamese tea and coffee chains' },
  fixtures: { what: 'single videos from many countries' },
};

/** Category of a place's videos, where they have one. */
export function categoryOf(place: string): Category | undefined {
  return PLACES[place]?.category;
}
