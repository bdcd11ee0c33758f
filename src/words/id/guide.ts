import type { Language } from '../words.js';

/** What stands around the pages of `/guide`; the pages themselves live in `content/`. */
export const guideText: Language['guide'] = {
  fields: {
    app: 'Di aplikasi',
    web: 'Di web',
    meaning: 'Artinya',
    delay: 'Jeda',
    rounding: 'Pembulatan',
    contains: 'Isinya',
    lacks: 'Yang nggak ada',
  },
  overview: {
    title: 'Di mana TikTok menampilkan angkamu',
    intro:
      'Pakai `/guide` dengan `topic`. Tiap halaman bilang di mana angkanya di aplikasi dan di web, apa artinya, seberapa telat dan dibulatkan, dengan sumbernya:',
    line: (title) => `- ${title}`,
  },
};
