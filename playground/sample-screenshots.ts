import type { SampleFile } from 'local-discord';
import { drawShot } from '../bench/screenshots/draw.js';
import type { Shot } from '../bench/screenshots/shot.js';

const PHONE: Omit<Shot, 'kind' | 'counts'> = {
  ...{ seed: 11, language: 'en', phone: [1080, 2340], width: 720, dark: true, behind: 'busy' },
  ...{ mirrored: false, liked: false, saved: false, format: 'jpeg', quality: 88 },
};

const counts = { likes: '48.1K', comments: '1,204', saves: '6.8K', shares: '3921' };

/** Screenshots to try with, by what they are called: drawn, and not of anybody's video. */
const SHOTS: Readonly<Record<string, Shot>> = {
  'drawn-own-video.jpg': { ...PHONE, kind: 'own video', counts: { views: '541.2K', ...counts } },
  'drawn-other-video.jpg': { ...PHONE, kind: 'another’s video', counts },
  'drawn-analytics.jpg': {
    ...PHONE,
    kind: 'analytics cards',
    counts: { views: '541,208', ...counts },
  },
  'drawn-analytics-icons.jpg': {
    ...PHONE,
    kind: 'analytics icons',
    counts: { views: '541.2K', ...counts },
  },
  'drawn-profile.jpg': { ...PHONE, kind: 'profile', counts: {} },
};

/** Files that the page offers where a picture is wanted. */
export const sampleScreenshots: readonly SampleFile[] = Object.entries(SHOTS).map(
  ([name, shot]) => ({ name, contentType: 'image/jpeg', bytes: () => drawShot(shot) }),
);
