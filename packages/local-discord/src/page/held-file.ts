import type { HeldFile } from './command-draft.js';

/** Discord's limit for a file, in bytes. */
const fileLimit = 10 * 1024 * 1024;

/** Why a file can't be sent; undefined if it can. */
export function refusalOf({ name, size }: File): string | undefined {
  return size > fileLimit ? `${name} is too large: Discord takes 10 MiB at most.` : undefined;
}

/** Reads a file; rejects if the browser can't. */
export async function hold(file: File): Promise<HeldFile> {
  return {
    name: file.name,
    contentType: file.type === '' ? 'application/octet-stream' : file.type,
    base64: await base64Of(file),
    size: file.size,
  };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(file);
  });
}
