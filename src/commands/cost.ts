/**
 * What an answer costs the bot, which decides how often one member, and one server, may ask for it
 * (the limits are in `discord/limits.ts`).
 * - `light`: texts that are looked up. Never limited.
 * - `ordinary`: a few statements, or a search. Limited only beyond anything a person can type.
 * - `costly`: many rows, a picture, or a question to Discord.
 * - `rare`: everything there is of somebody.
 */
export type Cost = 'light' | 'ordinary' | 'costly' | 'rare';
