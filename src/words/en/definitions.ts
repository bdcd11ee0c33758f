import { SHOWN_MARK } from '../marks.js';

/** What a finding stands on, behind `How?`: in plain words, the figures from the services. */
export const definitionsText = {
  button: 'How?',
  boards: {
    title: 'How the boards are made',
    improvement: (week: number, before: number, weeks: number) =>
      `**Most improved**: the middle score of the week above the middle score of one’s own ${weeks} weeks before. From ${week} videos in the week and ${before} before. *(heuristic)*`,
    saved: (week: number) =>
      `**Saved most for their size**: the middle score of the week. A score says where the save rate stands among videos with as many views, so views win nothing. From ${week} videos in the week. *(heuristic)*`,
    consistency: (videos: number, weeks: number) =>
      `**Steadiest**: how far the scores of one’s videos of ${weeks} weeks lie from the middle one, on average. It says how steady, not how high. From ${videos} videos. *(heuristic)*`,
    rules: [
      'A video counts once, in the first week it can be judged, and needs a link, or a title and a date.',
      'Real counts (✓) are held against real counts, estimates against estimates. Estimates here are made alike from likes, comments and shares.',
      `${SHOWN_MARK}: a screenshot showed the video’s numbers, nobody typed them.`,
      'Equals share a place. A week goes from Monday to Sunday, in UTC. When it is over it is kept: what is corrected later changes nothing there.',
    ],
  },
  signals: {
    title: 'How I look for what moves with your saves',
    lines: [
      'Each number is put beside your saves, video by video. +1: always rise together. −1: one falls as the other rises. 0: nothing to see. In brackets stands what is possible (the 95 % interval).',
      'Several are looked at at once, so each has to stand out more before I name it (Holm’s method).',
      'Rates of the same views move together a little by themselves. None of this proves a cause.',
      'By estimates alone I leave out likes, comments, shares, watch time and new followers: the estimate is made of them, and would only show its own formula.',
    ],
    experiments: (sizes: string) =>
      `**What you are trying**: take turns, one video with it, one without. I conclude at ${sizes} of each whose saves you counted, so looking in between does no harm.`,
  },
  categories: {
    title: 'How categories are compared',
    lines: [
      'Shown is the middle save rate of each, and in brackets what is possible (the 95 % interval).',
      'Each is held against all your other videos that have a category. None of this proves a cause.',
    ],
    concluded: (sizes: string) =>
      `Only your own counts are concluded, at ${sizes} on both sides. Several are looked at at once, so each has to stand out more (Holm’s method).`,
  },
  accuracy: {
    title: 'How the estimates are checked',
    lines: (from: number, most: number) => [
      `Each video counts once, with its first real count beside the estimate as it was shown; the last ${most} of all your accounts.`,
      `The range is meant to hold 8 of 10. It is judged where ${from} saves or more were estimated.`,
      'A factor of 2 is twice or half the truth. In brackets stands what is possible (95 % intervals).',
      'Estimates learn from your real counts, account by account.',
    ],
  },
  tips: {
    title: 'How the tip is chosen',
    lines: (most: number, vietnamese: number) => [
      `I look at your newest video beside the last ${most} of the same account. “Usual” is the middle one of them.`,
      `Comparable videos are those the estimate was fitted on: mostly popular ones, ${vietnamese} % Vietnamese.`,
      'A pattern is a heuristic, no proof of a cause.',
    ],
  },
  trend: {
    title: 'How the line is made',
    lines: [
      'On the line all are estimated from likes, comments and shares alone, so that they can be compared. What I learned from your counts isn’t in it.',
      'Where two ranges overlap, the difference may be none. The Save Proxy is a heuristic.',
    ],
  },
};
