import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A TikTok of one's own that short links are asked of; each test says what a code is answered with. */
export interface LocalTikTok {
  /** What stands in for TikTok: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Every request so far: its method, path and headers, and how many bytes came with it. */
  readonly requests: readonly Asked[];
  /** Says how requests for a short link's code are answered from now on. */
  answer(code: string, how: Answer): void;
  close(): Promise<void>;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: number;
}

/** A redirect to an address, a status without one, or no answer at all. */
export type Answer =
  | { readonly to: string; readonly status?: number }
  | { readonly status: number }
  | 'never';

/** Starts one; a code that nothing was said of is answered as TikTok answers an unknown one. */
export async function startLocalTikTok(): Promise<LocalTikTok> {
  const answers = new Map<string, Answer>();
  const requests: Asked[] = [];
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    answer: (code, how) => void answers.set(code, how),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let bytes = 0;
    for await (const chunk of request) bytes += (chunk as Buffer).length;
    const path = request.url ?? '';
    requests.push({ method: request.method ?? '', path, headers: request.headers, bytes });
    const how = answers.get(
      path
        .split('/')
        .filter((part) => part !== '')
        .at(-1) ?? '',
    );
    if (how === 'never') return;
    if (how === undefined) response.writeHead(404).end('not found');
    else if ('to' in how) {
      response.writeHead(how.status ?? 301, { location: how.to }).end('<a href="…">moved</a>');
    } else response.writeHead(how.status).end();
  }
}
