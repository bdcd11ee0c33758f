/** What the weekly digest says. Numbers come formatted. */
export const digestPost = {
  title: (week: string) => `The week in this server · ${week}`,
  week: (videos: string, creators: string) => `Videos: **${videos}**\nCreators: **${creators}**`,
  quiet: 'A quiet week: nothing was scored here. `/score` one video, and next week has a story.',
  how: 'How is this made?',
};
