import type { Language } from '../words.js';

export const guideText: Language['guide'] = {
  fields: {
    app: 'Trong ứng dụng',
    web: 'Trên web',
    meaning: 'Nghĩa là gì',
    delay: 'Độ trễ',
    rounding: 'Làm tròn',
    contains: 'Có gì',
    lacks: 'Thiếu gì',
  },
  overview: {
    title: 'TikTok để số của bạn ở đâu',
    intro:
      'Dùng `/guide` với `topic`. Mỗi trang nói con số nằm ở đâu trong ứng dụng và trên web, nghĩa là gì, trễ và làm tròn ra sao, kèm nguồn:',
    line: (title) => `- ${title}`,
  },
};
