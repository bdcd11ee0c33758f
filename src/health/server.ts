import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Problem } from '../lib/problem.js';
import type { Metrics } from './metrics.js';

/** Where the checks are answered. */
export interface HealthAddress {
  /** `127.0.0.1` for this machine alone, `0.0.0.0` or `::` for whoever can reach it. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** What has to be so before the bot can serve, each by its name. */
export interface Readiness {
  /** Every shard of this process is connected. */
  readonly gateway: boolean;
  /** It answers. */
  readonly database: boolean;
  /** The database takes what is to be stored. */
  readonly writable: boolean;
  /** Discord takes the bot's token, as far as it is known. */
  readonly token: boolean;
  /** The bot isn't about to end. */
  readonly running: boolean;
}

/** An open port with the checks behind it. */
export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A port that can't be opened, in words for the operator. */
export class HealthProblem extends Error implements Problem {
  override readonly name = 'HealthProblem';
  readonly problem: string;
  readonly mend: string;

  constructor(problem: string, mend: string, cause: unknown) {
    super(problem, { cause });
    this.problem = problem;
    this.mend = mend;
  }
}

/**
 * Answers `/healthz` (the process works), `/readyz` (it can serve: 200 or 503) and `/metrics`.
 *
 * @throws HealthProblem with its mend, if the port can't be opened.
 */
export async function openHealthServer(
  { host, port }: HealthAddress,
  { readiness, metrics }: { readiness: () => Promise<Readiness>; metrics: Metrics },
): Promise<HealthServer> {
  const pages: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/healthz': async (response) => {
      send(response, 200, 'text/plain; charset=utf-8', 'ok\n');
    },
    '/readyz': async (response) => {
      const ready = await readiness();
      const status = Object.values(ready).every(Boolean) ? 200 : 503;
      send(response, status, 'application/json', `${JSON.stringify(ready)}\n`);
    },
    '/metrics': async (response) => {
      send(response, 200, metrics.contentType, await metrics.text());
    },
  };
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (page === undefined || !isRead) {
      const status = page === undefined ? 404 : 405;
      send(
        response,
        status,
        'text/plain; charset=utf-8',
        'There is /healthz, /readyz, /metrics.\n',
      );
      return;
    }
    page(response).catch((error: unknown) => response.destroy(asError(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portProblem(error, host, port)));
    server.listen(port, host, resolve);
  });
  // Whoever asks must not keep the process from ending.
  server.unref();
  const { port: opened } = server.address() as AddressInfo; // it listens on a port, never on a pipe
  return {
    port: opened,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/** Why the port can't be opened, in words for the operator. */
export function portProblem(error: Error, host: string, port: number): HealthProblem {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new HealthProblem(
      `HEALTH_PORT ${port} is taken by another program.`,
      'Choose another port, leave HEALTH_PORT out, or stop the program that listens there.',
      error,
    );
  }
  if (code === 'EACCES') {
    return new HealthProblem(
      `HEALTH_PORT ${port} may not be opened by this user.`,
      'Choose a port above 1023.',
      error,
    );
  }
  return new HealthProblem(
    `HEALTH_PORT can’t be opened at ${host}, port ${port}: ${error.message}.`,
    'Write a port, or the address of a network card of this machine before it, as in 127.0.0.1:8080.',
    error,
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
