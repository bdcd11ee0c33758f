/** Names people see while typing a command. Each description has at most 100 characters. */
export const commandText = {
  score: {
    description: 'Score one video: how many people saved it, with an honest range',
    options: {
      views: 'As TikTok shows it: 541200, 541,200, 541.2K or 1,2 Mio.',
      likes: 'As TikTok shows it',
      comments: 'As TikTok shows it',
      shares: 'As TikTok shows it',
      saves: 'If you can see it: the number beside the bookmark icon',
      screenshot: 'A screenshot of the video in TikTok, in place of the numbers',
      screenshot2: 'A second one, for what the first doesn’t show',
      link: 'The link of the video: later readings then join its history',
      title: 'What you call the video',
      posted: 'The day it went public: 2026-11-01, 1 Nov, yesterday, 3d ago',
      category: 'What the video is for',
      duration: 'Length of the video in seconds',
      watch_time: 'Average watch time in seconds (analytics of the video)',
      new_followers: 'New followers it brought (analytics of the video)',
      trying: 'A name for a change you are trying on your videos',
      private: 'Only you see the answer, and it never appears anywhere else',
    },
    categories: {
      educational: 'Educational',
      entertaining: 'Entertaining',
      inspirational: 'Inspirational',
      aesthetic: 'Aesthetic',
      valuable: 'Valuable information',
    },
  },
  faq: {
    description:
      'What is known about saves, views and numbers on TikTok, with verdicts and sources',
    ask: {
      description: 'Ask anything about saves, views, analytics or reach on TikTok',
      question: 'Your question, in your own words',
    },
    topics: { description: 'Every topic I know, and its questions' },
    saves: {
      description: 'What saves are, who sees them and how the save proxy works',
      question: 'Start typing your question, or leave it out for the overview',
    },
  },
  insights: {
    description: 'What your own numbers say, and how sure that is',
    signals: 'Which of your own numbers move with your saves, and what came of what you tried',
    categories: 'Your categories compared, with how sure that is',
    accuracy: 'How far off my estimates of your videos were',
    days: 'Only what you scored in the last so many days',
  },
  tips: {
    description: 'One thing to try next, from your own numbers or for a kind of video',
    category: 'For this kind of video; leave it out for tips from your own numbers',
  },
  leaderboard: {
    description: 'Fair boards of this server’s creators, week by week; only who joined is on them',
    show: {
      description: 'The boards of a week: nobody wins by size, and only who joined is shown',
      board: 'One board in full; leave it out for all of them',
      week: 'A week like 2026-W47; leave it out for the week that runs now',
    },
    boards: {
      improvement: 'Most improved',
      saved: 'Saved most for their size',
      consistency: 'Steadiest',
    },
    join: { description: 'Agree to be shown in this server: on its boards and in its digests' },
    leave: { description: 'Take that back: you disappear from every board at once' },
  },
  history: {
    description: 'Everything you told me so far, to see again and to put right',
    list: {
      description: 'Your readings, newest first; or those of a member who agreed to be shown here',
      member: 'Somebody else, who agreed to be shown in this server',
      days: 'Only the last so many days',
    },
    video: {
      description: 'One video over time: every reading, its growth, and ways to put it right',
      video: 'Start typing its title, its date (YYYY-MM-DD), or paste its link',
    },
    trend: {
      description: 'Your save rate and score over time, as a chart',
      days: 'How many days back; without it 90',
    },
    account: {
      description: 'Followers, viewers and views of your account by day, from imports, as a chart',
      account: 'Which of your accounts; without it the one you imported last',
      days: 'How many days back; without it 90',
    },
  },
  import: {
    description: 'A whole account at once: TikTok Studio’s downloads, or a table of your own',
    file: 'CSV, XLSX or ZIP from TikTok Studio → Analytics → Download data, or your own table',
    more: 'Another file; they may be of several accounts and languages',
    account: 'Whose numbers they are, where no file says it: mia',
    private: 'These numbers never appear anywhere else; only you see the answer anyway',
  },
  guide: {
    description: 'Where TikTok shows each number today, and what it means',
    topic: 'The number you look for',
  },
  digest: {
    description: 'Once a week in a channel: what worked here, who improved, what to try',
    setup: {
      description: 'Turn the weekly digest on, or change when and where it goes',
      channel: 'Where it is posted',
      day: 'On which day',
      time: 'At what time there: 18:00, 6 pm',
      timezone: 'The nearest large city or the country, or a short name: Hanoi, Japan, EST',
      quietWeeks: 'When nothing was scored: post a short note, or skip (the default)',
      quiet: { skip: 'Skip them', post: 'Post a short note' },
    },
    status: {
      description: 'When it goes next, how the last ones went, what is wrong and how to fix it',
    },
    off: { description: 'Turn the weekly digest off' },
    preview: { description: 'Exactly the post that would go out now, only for you' },
    past: {
      description: 'An earlier digest, as it was posted',
      week: 'Pick a week; leave it out for the last one',
    },
  },
  data: {
    description: 'What is stored about you: take all of it with you, or delete all of it',
    export: 'Everything stored about you in all servers, as files only you can see',
    delete: 'Delete everything stored about you in all servers; asks once',
  },
  help: { description: 'What to do first' },
};

/** The modal behind `Add real saves`. Titles and labels have at most 45 characters. */
export const truthModalText = {
  title: 'Add real saves',
  saves: 'Saves now',
  savesHint: 'The number beside the bookmark icon on the video',
  picture: 'Or a screenshot that shows them',
  pictureHint: 'Of the video in TikTok, with the icons at its side. I show you first what I read',
  counts: {
    views: 'Views now',
    likes: 'Likes now',
    comments: 'Comments now',
    shares: 'Shares now',
  },
  countHint: 'Your numbers here are over a day old: as TikTok shows it now',
};

/** The form behind `/score` without its numbers. Titles and labels have at most 45 characters. */
export const scoreFormText = {
  title: 'Score a video',
  counts: { views: 'Views', likes: 'Likes', comments: 'Comments', shares: 'Shares' },
  hint: 'As TikTok shows it: 541200, 541,200 or 541.2K',
  saves: 'Saves, if you can see them',
  savesHint: 'The number beside the bookmark icon. A link to the video may follow it',
  more: 'Saves, link and the rest',
  moreHint: 'A line each, with its name. Saves: the number beside the bookmark icon',
};

/** The modal behind `New numbers`. Titles and labels have at most 45 characters. */
export const newNumbersModalText = {
  title: 'New numbers',
  counts: truthModalText.counts,
  hint: 'As TikTok shows it now',
  saves: truthModalText.saves,
  savesHint: 'If you can see it: the number beside the bookmark icon',
};

/** The modal that corrects a reading. Titles and labels have at most 45 characters. */
export const correctionModalText = {
  title: 'Correct this reading',
  counts: { views: 'Views', likes: 'Likes', comments: 'Comments', shares: 'Shares' },
  hint: 'As it stood in TikTok when you typed it',
};
