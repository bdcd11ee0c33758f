import type { Runnable } from './define.js';

/** The subcommands of `/digest` that show a digest: what would go out now, and earlier ones. */
export const digestShown: Readonly<Record<string, Runnable>> = {};
