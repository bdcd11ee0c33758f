import type {
  ActivityDetail,
  ActReply,
  CheckReply,
  FaultMode,
  FaultName,
  FileUpload,
  PageEvent,
  SuggestReply,
} from './protocol.js';

// The page's only way to its server.

/** Who acts, and where. */
export interface Place {
  readonly memberId: string;
  readonly channelId: string;
}

/** What a person does. */
export type Act =
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly values: Readonly<Record<string, string>>;
      readonly files: Readonly<Record<string, FileUpload>>;
    }
  | { readonly kind: 'press'; readonly messageId: string; readonly customId: string }
  | {
      readonly kind: 'choose';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  /** Writes a message of files alone. */
  | { readonly kind: 'say'; readonly files: readonly FileUpload[] }
  /** Uses a command in the menu of a message. */
  | { readonly kind: 'use'; readonly messageId: string; readonly name: string }
  | {
      readonly kind: 'submit';
      readonly modalId: string;
      readonly values: Readonly<Record<string, string | readonly string[]>>;
      readonly files: Readonly<Record<string, FileUpload>>;
    };

const unreachable =
  'The playground doesn’t answer. Look at the terminal it was started in, then reload the page.';

/** Does something as a person; trouble on the way becomes a sentence. */
export async function act(place: Place, what: Act): Promise<ActReply> {
  const reply = await post<ActReply>('/act', { ...place, ...what });
  return reply ?? { kind: 'refused', sentence: unreachable };
}

/** The bot's suggestions for an option; undefined if there was no answer. */
export async function suggest(
  place: Place,
  o: { name: string; values: Readonly<Record<string, string>>; option: string },
): Promise<SuggestReply | undefined> {
  return post<SuggestReply>('/suggest', { ...place, ...o });
}

/** What is wrong with the values of options, by the option's name. */
export async function check(
  place: Place,
  o: { name: string; values: Readonly<Record<string, string>> },
): Promise<Readonly<Record<string, string>>> {
  const reply = await post<CheckReply | ActReply>('/check', { ...place, ...o });
  return reply !== undefined && 'wrong' in reply ? reply.wrong : {};
}

/** Switches a trouble of Discord. */
export async function switchFault(name: FaultName, mode: FaultMode): Promise<void> {
  await post('/fault', { name, mode });
}

/** Sets the language of somebody's Discord. */
export async function setLocale(memberId: string, locale: string): Promise<void> {
  await post('/locale', { memberId, locale });
}

/** Cuts the bot's gateway connection once. */
export async function disconnect(): Promise<void> {
  await post('/disconnect', {});
}

/** Lets time pass for the bot and its Discord; a sentence if that can't be. */
export async function passTime(ms: number): Promise<string | undefined> {
  return refusalOf(await post<ActReply>('/pass-time', { ms }));
}

/** Fills the first server with sample data; a sentence if that can't be. */
export async function fillSample(): Promise<string | undefined> {
  return refusalOf(await post<ActReply>('/fill-sample', {}));
}

function refusalOf(reply: ActReply | undefined): string | undefined {
  if (reply === undefined) return unreachable;
  return reply.kind === 'refused' ? reply.sentence : undefined;
}

/** The raw payloads behind a line of the side panel; undefined if they are no longer kept. */
export async function activityDetail(id: number): Promise<ActivityDetail | undefined> {
  const response = await fetch(`/activity/${id}`).catch(() => undefined);
  return response?.ok === true ? response.json() : undefined;
}

/**
 * Listens to what happens in a channel until the result is called.
 * @param onLost told true while the server can't be reached.
 */
export function listen(
  place: Partial<Place>,
  onEvent: (event: PageEvent) => void,
  onLost: (lost: boolean) => void,
): () => void {
  const query = new URLSearchParams();
  if (place.memberId !== undefined) query.set('member', place.memberId);
  if (place.channelId !== undefined) query.set('channel', place.channelId);
  const source = new EventSource(`/events?${query.toString()}`);
  source.onopen = () => onLost(false);
  source.onerror = () => onLost(true);
  source.onmessage = ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data));
  return () => source.close();
}

async function post<T>(path: string, body: unknown): Promise<T | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
