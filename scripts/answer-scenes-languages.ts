import type { Act, Scene } from './answer-scene.js';

const COUNTS = 'views:541.2K likes:48.1K comments:1,204 shares:3.9K';

/** Somebody of each language, by Discord's tag. */
const PEOPLE = [
  ['vi', 'Vietnamese', 'Linh'],
  ['es-419', 'Spanish', 'Inés'],
  ['pt-BR', 'Brazilian Portuguese', 'Bia'],
  ['de', 'German', 'Jonas'],
  ['fr', 'French', 'Chloé'],
  ['id', 'Indonesian', 'Sari'],
  ['ja', 'Japanese', 'Haru'],
] as const;

const score = (tag: string, language: string, name: string): Scene => ({
  id: `score-in-${tag.toLowerCase()}`,
  title: `In ${language}`,
  after: `/score ${COUNTS} category:educational private:True`,
  play: (stage) => {
    stage.as(name, tag);
    return stage.asked(name, `/score ${COUNTS} category:educational private:True`);
  },
});

/** The same score, as each language says it. */
export const languages: Act = {
  title: 'In other languages',
  scenes: [
    ...PEOPLE.map(([tag, language, name]) => score(tag, language, name)),
    {
      id: 'trend-in-ja',
      title: 'A chart in Japanese',
      after: '/history trend',
      async play(stage) {
        stage.as('Ren', 'ja');
        for (const [place, views] of ['120K', '541.2K', '88K', '230K'].entries()) {
          const counts = `views:${views} likes:8.1K comments:204 shares:900 saves:1.1K`;
          const posted = stage.day(30 - 6 * place);
          await stage.asked('Ren', `/score ${counts} title:結び方${place} posted:${posted}`);
        }
        return stage.asked('Ren', '/history trend');
      },
    },
  ],
};
