import type { Language } from '../words.js';

export const guideText: Language['guide'] = {
  fields: {
    app: 'アプリでは',
    web: 'Webでは',
    meaning: '意味',
    delay: '遅れ',
    rounding: '丸め',
    contains: '含むもの',
    lacks: 'ないもの',
  },
  overview: {
    title: 'TikTokのどこに数値があるか',
    intro:
      '`/guide` で `topic` を選んでください。各ページに、アプリとWebでの場所、意味、遅れと丸めの程度が出典つきであります：',
    line: (title) => `- ${title}`,
  },
};
