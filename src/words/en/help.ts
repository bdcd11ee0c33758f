/** What `/help` says. */
export const helpText = {
  title: 'Do people keep your videos?',
  /** What stands first, a line each, on a phone too. */
  lines: {
    score: '`/score` estimates how many saved a video.',
    history: '`/history video` shows one over time.',
    tips: '`/tips` gives you one thing to try.',
    faq: '`/faq ask` answers your questions.',
    leaderboard: '`/leaderboard join` puts you on boards.',
    digest: '`/digest setup` posts each week’s best.',
    data: '`/data export` hands you your data.',
  },
  more: 'More',
  version: (version: string) => `Keepsake ${version}`,
  full: {
    title: 'Everything I can do',
    intro:
      'A *save* (a favourite, the bookmark icon) says “I want this again”. TikTok’s exports contain no saves, so I estimate them from the numbers you can see, with an honest range, and learn from every real count you tell me.',
    first: 'First',
    firstSteps: (example: string) =>
      `1. Open one of your videos in TikTok and read its views, likes, comments and shares.\n2. Type them as they stand there, or send the command alone: a form opens.\n\`\`\`\n${example}\n\`\`\`3. If you can see the number beside the bookmark, press **Add real saves**: the next estimates for your account get better.`,
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K',
    command: (name: string, description: string) => `\`/${name}\` ${description}`,
    privacy: 'Who sees what',
    privacyText:
      'Answers to `/score` are for everybody in the channel. With `private:True` only you see the answer, and I show those numbers to nobody else later. `/data export` hands you everything I have stored about you, in all servers; `/data delete` deletes it. What that is: `/faq ask` → “What does this bot store about me?”',
    managers: 'For those who manage this server',
    managersText:
      'You can do everything the members can. Who may use which command is set in **Server Settings → Integrations → Keepsake**.',
  },
};

/** What I say once where I am new, to everybody. */
export const greetingText = {
  title: 'Hi, I’m Keepsake',
  lines: [
    'I tell TikTok creators how many people saved a video.',
    '`/score` opens a form: type the numbers TikTok shows you, or add a screenshot.',
    '`/digest setup` is for who manages this server: a weekly post of what worked here.',
    '`/help` shows the rest.',
  ],
};
