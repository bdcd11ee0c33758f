/** What stands around the pages of `/guide`; the pages themselves live in `content/`. */
export const guideText = {
  fields: {
    app: 'In the app',
    web: 'On the web',
    meaning: 'What it means',
    delay: 'Delay',
    rounding: 'Rounding',
    contains: 'What it contains',
    lacks: 'Missing',
  },
  overview: {
    title: 'Where TikTok shows your numbers',
    intro:
      'Use `/guide` with `topic`. Each page says where the number stands in the app and on the web, what it means, how late and how rounded it is, with its sources:',
    line: (title: string) => `- ${title}`,
  },
};
