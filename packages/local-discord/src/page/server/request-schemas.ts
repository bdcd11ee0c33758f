import { Locale } from 'discord-api-types/v10';
import * as z from 'zod';
import { faultNames } from './fault-switches.js';

// What the page may ask: the bodies of its requests.

const place = { memberId: z.string(), channelId: z.string() };
const values = z.record(z.string(), z.string());
const upload = z.object({ name: z.string().min(1), contentType: z.string(), base64: z.base64() });

/** What a person does, each kind with what it needs. */
export const act = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('command'),
    ...place,
    name: z.string(),
    values,
    files: z.record(z.string(), upload),
  }),
  z.object({ kind: z.literal('press'), ...place, messageId: z.string(), customId: z.string() }),
  z.object({
    kind: z.literal('choose'),
    ...place,
    messageId: z.string(),
    customId: z.string(),
    values: z.array(z.string()),
  }),
  z.object({ kind: z.literal('say'), ...place, files: z.array(upload).min(1).max(10) }),
  z.object({ kind: z.literal('use'), ...place, messageId: z.string(), name: z.string() }),
  z.object({
    kind: z.literal('submit'),
    ...place,
    modalId: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    files: z.record(z.string(), upload),
  }),
]);
/** The option that the bot is asked for suggestions for, and what is filled in so far. */
export const suggest = z.object({ ...place, name: z.string(), values, option: z.string() });
/** A command as it is filled in. */
export const check = z.object({ ...place, name: z.string(), values });
/** The language somebody’s Discord is set to. */
export const language = z.object({ memberId: z.string(), locale: z.enum(Locale) });
/** A trouble, and how often it is to come. */
export const fault = z.object({
  name: z.enum(faultNames),
  mode: z.enum(['off', 'next', 'always']),
});
/** How long time is to pass, at most a year at once. */
export const pass = z.object({
  ms: z
    .number()
    .int()
    .positive()
    .max(366 * 86_400_000),
});

/** What a person does. */
export type Act = z.infer<typeof act>;
/** A file, its bytes as base64. */
export type SentFile = z.infer<typeof upload>;
