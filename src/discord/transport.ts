import { DefaultRestOptions, DiscordAPIError, HTTPError, type ResponseLike } from 'discord.js';
import type { DiscordTime } from './discord-time.js';
import type { TokenWatch } from './token-watch.js';

type Send = (typeof DefaultRestOptions)['makeRequest'];

/** A request with the token goes out so often, if it is refused each time though the token is good. */
const MOST_TRIES = 3;

/** Seconds that are waited where Discord, or what stands before it, wants it and doesn't say how long. */
const UNTOLD_WAIT = 5;

const NO_CONTENT = 204;

/** Something answered that isn't Discord's API, or broke off. Whether it was done isn't known. */
export class StrangeAnswer extends HTTPError {
  override readonly name = 'StrangeAnswer';

  constructor({ status }: { status: number }, url: string) {
    const { pathname } = new URL(url);
    super(status, `what came back can’t be read (HTTP ${status})`, '', pathname, {
      body: undefined,
      files: undefined,
    });
  }
}

/**
 * Sends the requests of discord.js and reads what comes back, before discord.js does: it forgets its
 * token at any 401, breaks at errors that aren't in Discord's form, waits for ever for a body that
 * never ends, and asks again without a pause where a limit doesn't say how long. Proxies and
 * whatever else stands before Discord answer in such ways.
 *
 * @param o.token hears of each 401, and says whether to try again; left out where it isn't sent.
 * @param o.time hears what time it is at Discord.
 * @param o.keepsAnswers false where nobody looks at what Discord answers when it has done something.
 */
export function transport({
  token,
  time,
  keepsAnswers,
}: {
  token?: TokenWatch;
  time: Pick<DiscordTime, 'hear'>;
  keepsAnswers: boolean;
}): Send {
  const send = async (...request: Parameters<Send>): Promise<ResponseLike> => {
    const response = await DefaultRestOptions.makeRequest(...request);
    const answer = readable(response, await response.text(), request[0], keepsAnswers);
    // What isn't well may be somebody else's, with another clock.
    if (answer.ok) time.hear(answer.headers.get('date'));
    return answer;
  };
  if (token === undefined) return send;
  return async (...request) => {
    for (let tries = 1; ; tries += 1) {
      token.admit();
      const response = await send(...request);
      if (response.status !== 401) {
        if (response.ok) token.worked();
        return response;
      }
      const verdict = await unlessAborted(token.check(), request[1].signal);
      if (verdict !== 'accepted' || tries === MOST_TRIES) throw token.lockedOut();
    }
  };
}

/** What a promise resolves with; undefined once the signal comes. */
function unlessAborted<T>(
  work: Promise<T>,
  signal: Parameters<Send>[1]['signal'],
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    work.then(resolve, reject);
    if (signal?.aborted === true) resolve(undefined);
    signal?.addEventListener('abort', () => resolve(undefined));
  });
}

/** The same in the form in which discord.js reads it without fail. */
function readable(
  { status, statusText, headers }: ResponseLike,
  text: string,
  url: string,
  keepsAnswers: boolean,
): ResponseLike {
  const isJson = headers.get('content-type')?.startsWith('application/json') === true;
  const parsed = isJson ? parse(text) : undefined;
  if (status === 429) return answer(status, statusText, timed(headers, parsed), parsed ?? {});
  if (status >= 500) return answer(status, statusText, headers, {});
  if (status >= 400) {
    return answer(status, statusText, headers, inForm(parsed, status, statusText));
  }
  const isDone = status >= 200 && status < 300;
  if (isDone && (!keepsAnswers || text === '')) {
    return answer(NO_CONTENT, statusText, without(headers, 'content-type'), undefined);
  }
  // Whatever Discord answers is an object or a list.
  const isDiscords = isDone && typeof parsed === 'object' && parsed !== null;
  if (!isDiscords) throw new StrangeAnswer({ status }, url);
  return answer(status, statusText, headers, parsed);
}

function answer(
  status: number,
  statusText: string,
  headers: ResponseLike['headers'],
  body: unknown,
): ResponseLike {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all = new Headers([...headers]);
  if (body !== undefined) all.set('content-type', 'application/json');
  return {
    ...{ status, statusText, headers: all, ok: status >= 200 && status < 300 },
    ...{ body: null, bodyUsed: false },
    json: async () => body,
    text: async () => text,
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An error with a number for its code, 0 where there is none, which discord.js can put into words. */
function inForm(parsed: unknown, status: number, statusText: string): object {
  const read = typeof parsed === 'object' && parsed !== null ? parsed : {};
  const code = 'code' in read && Number.isInteger(read.code) ? Number(read.code) : 0;
  const told = 'message' in read ? read.message : undefined;
  const plain = { message: typeof told === 'string' ? told : `${status}: ${statusText}`, code };
  if (!('errors' in read)) return plain;
  try {
    const detailed = { ...plain, errors: read.errors };
    // Whether it is in Discord's form shows where discord.js puts it into words.
    const judged = detailed as ConstructorParameters<typeof DiscordAPIError>[0];
    new DiscordAPIError(judged, code, status, '', '', { body: undefined, files: undefined });
    return detailed;
  } catch {
    return plain;
  }
}

/** With a number of seconds to wait, whatever stood there. */
function timed(headers: ResponseLike['headers'], parsed: unknown): ResponseLike['headers'] {
  const told = Number(headers.get('retry-after') ?? Number.NaN);
  if (told > 0) return headers;
  const inBody =
    typeof parsed === 'object' && parsed !== null && 'retry_after' in parsed
      ? Number(parsed.retry_after)
      : Number.NaN;
  const all = new Headers([...headers]);
  all.set('retry-after', String(inBody > 0 ? inBody : UNTOLD_WAIT));
  return all;
}

function without(headers: ResponseLike['headers'], name: string): ResponseLike['headers'] {
  const rest = new Headers([...headers]);
  rest.delete(name);
  return rest;
}
