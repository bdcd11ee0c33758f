import { sampleExport } from '../playground/sample-export.js';
import type { Act, Scene } from './answer-scene.js';
import type { AnswerStage, Sight } from './answer-stage.js';

/** Whoever sends pictures, and whoever brings a whole account. */
const SHOWS = 'Zoe';
const BRINGS = 'Abe';

/** `/score` with one of the demo's pictures. */
async function withPicture(stage: AnswerStage, name: string): Promise<Sight> {
  const sample = stage.session.samples?.find((one) => one.name === name);
  if (sample === undefined) throw new Error(`The demo has no picture called ${name}.`);
  const { contentType } = sample;
  const screenshot = { name, contentType, bytes: Buffer.from(sample.bytes()) };
  return stage.asked(SHOWS, '/score', { screenshot });
}

const shown = (id: string, title: string, name: string, more?: Pick<Scene, 'light'>): Scene => ({
  ...{ id, title, after: `\`/score screenshot:\` with ${name.replace(/^drawn-|\.jpg$/g, '')}` },
  ...more,
  play: (stage) => withPicture(stage, name),
});

/** A score from a screenshot, from the picture to the press. */
export const pictures: Act = {
  title: 'A picture instead of numbers',
  scenes: [
    shown('picture-check', 'One’s own video', 'drawn-own-video.jpg', { light: true }),
    {
      id: 'picture-stored',
      title: 'Stored, with its real saves',
      after: '**Looks right** under it',
      play: async (stage) =>
        stage.pressed(SHOWS, await withPicture(stage, 'drawn-own-video.jpg'), 'Looks right'),
    },
    shown('picture-missing', 'Somebody’s video, which shows no views', 'drawn-other-video.jpg'),
    {
      id: 'picture-correct',
      title: 'Fix a number',
      after: '**Fix a number** under it',
      play: async (stage) =>
        stage.form(SHOWS, await withPicture(stage, 'drawn-other-video.jpg'), 'Fix a number'),
    },
    shown('picture-analytics', 'The analytics of a post', 'drawn-analytics.jpg'),
    shown('picture-refused', 'Another screen', 'drawn-profile.jpg'),
  ],
};

/** Of one moment: the same export each time. */
let moment: Date | undefined;

async function brought(stage: AnswerStage, by = BRINGS): Promise<Sight> {
  moment ??= new Date(stage.session.now());
  const bytes = Buffer.from(sampleExport(moment));
  const file = { name: 'sample-export.zip', contentType: 'application/zip', bytes };
  return stage.asked(by, '/import', { file });
}

const archive = {
  name: 'user_data_tiktok.json',
  contentType: 'application/json',
  bytes: Buffer.from(JSON.stringify({ 'Direct Message': { 'Direct Messages': {} }, Profile: {} })),
};

/** A whole account at once, and what comes of it. */
export const imports: Act = {
  title: 'A whole account',
  scenes: [
    {
      ...{ id: 'import-plan', title: 'What is in the files', light: true },
      after: '`/import file:` with an export of TikTok Studio',
      play: (stage) => brought(stage),
    },
    {
      ...{ id: 'import-stored', title: 'Stored', after: '**Store** under it' },
      play: async (stage) => stage.pressed(BRINGS, await brought(stage), 'Store'),
    },
    {
      ...{ id: 'import-known', title: 'The same files again', after: 'the same `/import`' },
      play: (stage) => brought(stage),
    },
    {
      ...{ id: 'history-account', title: 'An account by day', after: '/history account' },
      light: true,
      play: (stage) => stage.asked(BRINGS, '/history account'),
    },
    {
      ...{ id: 'import-undone', title: 'Undone', after: '**Undo this import**' },
      play: async (stage) => {
        const stored = await stage.pressed('Bea', await brought(stage, 'Bea'), 'Store');
        return stage.pressed('Bea', stored, 'Undo this import');
      },
    },
    {
      ...{ id: 'import-personal', title: 'The personal archive' },
      after: '`/import file:` with “Download your data”',
      play: (stage) => stage.asked(BRINGS, '/import', { file: archive }),
    },
    {
      ...{ id: 'import-not-a-table', title: 'Something else' },
      after: '`/import file:` with a text',
      play: (stage) =>
        stage.asked(BRINGS, '/import', {
          file: {
            name: 'notes.csv',
            contentType: 'text/csv',
            bytes: Buffer.from('my, own, notes\n'),
          },
        }),
    },
  ],
};
