import type { AnswerStage, Sight } from './answer-stage.js';

/** One answer in one state. */
export interface Scene {
  /** Names its picture. */
  readonly id: string;
  readonly title: string;
  /** What was typed or pressed for it. */
  readonly after: string;
  /** Whether it is pictured in light colours, too. */
  readonly light?: true;
  play(stage: AnswerStage): Promise<Sight>;
}

/** Scenes that belong together, played in their order. */
export interface Act {
  readonly title: string;
  readonly scenes: readonly Scene[];
}

/** A command whose answer is the picture. */
export function command(
  id: string,
  title: string,
  by: string,
  line: string,
  more: Pick<Scene, 'light'> = {},
): Scene {
  return { ...{ id, title, after: line, ...more }, play: (stage) => stage.asked(by, line) };
}
