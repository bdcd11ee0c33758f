import type { DescribedField } from '../../services/scores/told.js';

/** What stands behind `Edit` under a score. */
export const editText = {
  title: 'Edit',
  intro: 'Only you see this. The answer changes with what you change here.',
  fields: {
    numbers: 'Numbers',
    about: 'About it',
    analytics: 'Analytics',
    who: 'Who sees it',
  },
  counts: (views: string, likes: string, comments: string, shares: string) =>
    `${views} views, ${likes} likes, ${comments} comments, ${shares} shares`,
  /** What a field is called in front of what was told. */
  names: {
    title: 'Title',
    link: 'Link',
    posted: 'Posted',
    trying: 'Trying',
    duration: 'Length',
    watch_time: 'Watch time',
    new_followers: 'New followers',
  } satisfies Record<DescribedField, string>,
  told: (name: string, value: string) => `${name}: ${value}`,
  seconds: (value: string) => `${value} s`,
  nothing: 'Nothing yet',
  everybody: 'Everybody in this server',
  onlyYou: 'Only you',
  notTaken: 'Not changed',
  buttons: {
    numbers: 'Numbers',
    about: 'Title, link, date',
    analytics: 'Analytics',
    makePrivate: 'Make private',
    makePublic: 'Make public',
    remove: 'Remove',
  },
  /** In the place of an answer that was there for everybody. */
  wentPrivate: 'This score is private now.',
  wasRemoved: 'This score was removed by whoever sent it.',
};

/** The forms behind it. Titles and labels have at most 45 characters. */
export const editFormText = {
  about: { title: 'Title, link, date' },
  analytics: { title: 'Analytics of the video' },
  labels: {
    title: 'Title',
    link: 'Link',
    posted: 'Posted',
    trying: 'Trying',
    duration: 'Length of the video',
    watch_time: 'Average watch time',
    new_followers: 'New followers',
  } satisfies Record<DescribedField, string>,
  hints: {
    title: 'What you call the video. Empty takes it away',
    link: 'In TikTok: Share → Copy link',
    posted: 'The day it went public: 2026-11-01, 1 Nov, yesterday',
    trying: 'A name for a change you are trying on your videos',
    duration: 'Seconds, or minutes and seconds: 34 or 0:34',
    watch_time: 'Seconds, as the analytics of the video show it',
    new_followers: 'As the analytics of the video show it',
  } satisfies Record<DescribedField, string>,
};
