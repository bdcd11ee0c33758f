import type { IncomingMessage } from 'node:http';
import { requestLimit } from './attached.js';
import type { UploadedFile } from './route.js';

/** What a request brought: its JSON and its files. */
export interface ParsedBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  readonly malformed: boolean;
  readonly tooLarge?: boolean;
}

/** The body, or undefined if it is larger than Discord takes. */
export async function readAll(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= requestLimit) chunks.push(bytes);
  }
  return size <= requestLimit ? Buffer.concat(chunks) : undefined;
}

/** Reads JSON, or a form with files and JSON beside them. */
export async function parseBody(incoming: IncomingMessage, bytes: Buffer): Promise<ParsedBody> {
  const type = incoming.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [], malformed: false };
  if (!type.startsWith('multipart/form-data')) {
    return { files: [], ...parseJson(String(bytes)) };
  }
  const form = await readForm(type, bytes);
  if (form === undefined) return { body: undefined, files: [], malformed: true };
  const files: UploadedFile[] = [];
  let json: { body: unknown; malformed: boolean } = { body: {}, malformed: false };
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') json = parseJson(value);
    } else {
      files.push({
        field,
        name: value.name,
        contentType: value.type,
        bytes: Buffer.from(await value.arrayBuffer()),
      });
    }
  }
  return { ...json, files };
}

async function readForm(type: string, bytes: Buffer): Promise<FormData | undefined> {
  try {
    return await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': type },
    }).formData();
  } catch {
    return undefined;
  }
}

function parseJson(text: string): { body: unknown; malformed: boolean } {
  try {
    return { body: JSON.parse(text), malformed: false };
  } catch {
    return { body: undefined, malformed: true };
  }
}
