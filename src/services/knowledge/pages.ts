import type { TopicEntries } from './knowledge.js';

/** Questions a page holds: two rows of buttons. */
const PER_PAGE = 10;

/** One page of a topic. */
export interface TopicPage extends TopicEntries {
  /** From 1, of this topic's pages. */
  readonly number: number;
  readonly of: number;
  /** The number of its first question within the topic. */
  readonly firstNumber: number;
}

/** Every page of every topic, in order. */
export function topicPages(topics: readonly TopicEntries[]): TopicPage[] {
  return topics.flatMap(({ topic, entries }) => {
    const of = Math.ceil(entries.length / PER_PAGE);
    return Array.from({ length: of }, (_, index) => ({
      topic,
      entries: entries.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
      number: index + 1,
      of,
      firstNumber: index * PER_PAGE + 1,
    }));
  });
}
