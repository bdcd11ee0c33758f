import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { sendText } from './http.js';
import { type PageSession, serversOf } from './session.js';

/** What the page consists of, by its address: nothing else of the disk is ever served. */
const pageFiles: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
};
// The same way from the source and from what it was compiled to.
const pageFolder = new URL('../../../dist/public/', import.meta.url);

/**
 * Sends the file that an address names: of the page itself, a sample, or one that hangs on a message.
 * False where the address is of no file at all.
 */
export async function sendFile(
  session: PageSession,
  path: string,
  response: ServerResponse,
): Promise<boolean> {
  const page = Object.hasOwn(pageFiles, path) ? pageFiles[path] : undefined;
  const sample = /^\/samples\/(\d{1,3})$/.exec(path)?.[1];
  const [, channelId = '', fileId = ''] = /^\/attachments\/(\d+)\/(\d+)\//.exec(path) ?? [];
  if (page !== undefined) {
    const bytes = await readFile(fileURLToPath(new URL(page.file, pageFolder)));
    response.writeHead(200, { 'Content-Type': page.type }).end(bytes);
  } else if (sample !== undefined) {
    sendSample(session, Number(sample), response);
  } else if (fileId !== '') {
    sendAttachment(session, channelId, fileId, response);
  } else {
    return false;
  }
  return true;
}

function sendSample({ samples }: PageSession, place: number, response: ServerResponse): void {
  const file = samples?.[place];
  if (file === undefined) {
    sendText(response, 404, 'There is no such sample.');
    return;
  }
  response.writeHead(200, { 'Content-Type': file.contentType }).end(file.bytes());
}

function sendAttachment(
  session: PageSession,
  channelId: string,
  fileId: string,
  response: ServerResponse,
): void {
  const channel = serversOf(session)
    .map((guild) => guild.channels.get(channelId))
    .find((one) => one !== undefined);
  const file = [...(channel?.messages.values() ?? [])]
    .flatMap((message) => message.attachments)
    .find((one) => one.id === fileId);
  if (file === undefined) {
    sendText(response, 404, 'There is no such file.');
    return;
  }
  const type = file.content_type ?? 'application/octet-stream';
  const image = /^image\/(png|jpeg|gif|webp)$/.test(type);
  response.writeHead(200, {
    'Content-Type': image ? type : 'application/octet-stream',
    // Whatever was uploaded may be looked at, never run.
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ...(image ? {} : { 'Content-Disposition': 'attachment' }),
  });
  response.end(file.bytes);
}
