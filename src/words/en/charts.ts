/** The words in the pictures, and what is said of each to whoever can't see it. */
export const chartText = {
  trend: {
    title: 'Save rate and score',
    sample: 'Invented sample data',
    subtitle: (days: string) => `${days}, by the day of posting`,
    rate: 'Saves, % of views',
    score: 'Save Proxy, out of 100',
    estimated: 'estimated, with the 80 % range',
    counted: 'counted by you',
    /** The finding first, then what the chart shows. */
    alt: (o: {
      older: string;
      newer: string;
      counted: boolean;
      videos: number;
      days: string;
      low: string;
      high: string;
      told: number;
    }) =>
      `Saved in the newer half of the videos: ${o.newer} of views, in the older half ${o.older}, ${o.counted ? 'by your counts' : 'all estimated alike'}. Line chart of ${o.videos} videos, ${o.days}: save rate above, Save Proxy below. The lowest estimate is ${o.low} %, the highest ${o.high} %. Each has a bar for its 80 % range.${o.told > 0 ? ` Counted: ${o.told}, on a line of their own, with diamonds.` : ''}`,
    altShort: (o: { videos: number; days: string; low: string; high: string }) =>
      `Line chart of ${o.videos} videos, ${o.days}: save rate above, Save Proxy below. The lowest estimate is ${o.low} % of views, the highest ${o.high} %.`,
  },
  digest: {
    title: 'Typical save rate, week by week',
    subtitle: 'The line in a bar: the 80 % range',
    counted: 'All counted',
    label: 'saves, % of views',
    bar: (day: string) => `to ${day}`,
    /** The finding first, then each bar. */
    alt: (finding: string, bars: readonly string[]) =>
      `${finding} Bars: the typical save rate of each week, in % of views. ${bars.join('; ')}.`,
    up: (now: string, before: string) => `Up to ${now} % this week, from ${before} % before.`,
    down: (now: string, before: string) => `Down to ${now} % this week, from ${before} % before.`,
    even: (now: string, before: string) =>
      `${now} % this week, ${before} % before: too close to tell apart.`,
    first: (now: string) => `${now} % of views were saves, the first week there is.`,
    missing: 'None for this week yet.',
    altCounted: (day: string, rate: string) => `Week to ${day}: ${rate}, all counted`,
    altBar: (day: string, rate: string, low: string, high: string) =>
      `Week to ${day}: ${rate} (80 % range: ${low} to ${high})`,
  },
};
