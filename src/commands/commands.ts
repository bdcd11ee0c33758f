import { data } from './data.js';
import type { CommandModule } from './define.js';
import { digest } from './digest.js';
import { faq } from './faq.js';
import { guide } from './guide.js';
import { createHelp } from './help.js';
import { history } from './history.js';
import { imports } from './import.js';
import { insights } from './insights.js';
import { leaderboard } from './leaderboard.js';
import { reminders } from './reminders.js';
import { score } from './score.js';
import { settings } from './settings.js';
import { tips } from './tips.js';
import { weekly } from './weekly.js';

const working = [
  ...[score, imports, history, insights, tips, reminders, weekly],
  ...[leaderboard, digest, settings, faq, guide, data],
];

/** Every command of the bot. A new file in this folder is added here. */
export const commands: readonly CommandModule[] = [
  ...working,
  createHelp(working.map(({ command }) => command)),
];
