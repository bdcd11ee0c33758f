import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { KEYS, readConfig } from '../../src/config.js';
import { readEnvFile } from '../../src/env-file.js';

/** Of the right form, and nobody's: put together here, so that no scanner takes it for a leak. */
const token = ['TheFirstPartNamesTheBot', 'Second', 'TheThirdPartIsWhatMakesItSecret'].join('.');

const folder = mkdtempSync(join(tmpdir(), 'keepsake-env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function envFile(bytes: string | Uint8Array): string {
  const path = join(folder, `env-${crypto.randomUUID()}`);
  writeFileSync(path, bytes);
  return path;
}

const lines = `# Für Köln\nDISCORD_TOKEN=${token}\nLOG_LEVEL=warn\nDATABASE_URL=file:./süß.db\n`;
const meant = { token, logLevel: 'warn', databaseUrl: 'file:./süß.db' };

describe('a .env file', () => {
  test.each<[string, string | Uint8Array]>([
    ['in UTF-8', lines],
    ['in UTF-8 with a byte order mark', `\ufeff${lines}`],
    ['in UTF-16, as PowerShell writes it', Buffer.from(`\ufeff${lines}`, 'utf16le')],
    ['in UTF-16 without a mark', Buffer.from(lines.replace('# Für Köln\n', ''), 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(`\ufeff${lines}`, 'utf16le').swap16()],
    ['with Windows’ line ends', lines.replaceAll('\n', '\r\n')],
    ['with line ends of old Macs', lines.replaceAll('\n', '\r')],
    ['with curly quotes', lines.replace(/=(.+)/g, '=“$1”')],
    ['with French quotes and spaces', lines.replace(/=(.+)/g, ' = «$1» ')],
    ['with what nobody sees', lines.replace(/=(.{4})/g, '\u200b=\u2060$1\ufeff\u200d')],
    ['with spaces of a web page', lines.replaceAll('=', '\u00a0=\u00a0')],
    ['with a key twice that says the same', `${lines}LOG_LEVEL=warn\n`],
  ])('%s is read', (_how, bytes) => {
    expect(readConfig({}, envFile(bytes))).toMatchObject({ ok: true, config: meant });
  });

  test('that names a key twice is told, and the last one doesn’t win by chance', () => {
    const file = envFile(`${lines}DATABASE_URL=file:another.db\nLOG_LEVEL=info\n`);
    expect(readConfig({}, file)).toEqual({
      ok: false,
      problems: ['DATABASE_URL', 'LOG_LEVEL'].map((key) => ({
        problem: `${key} stands more than once in .env, with different values.`,
        mend: 'Leave the line that is right, and remove the others.',
      })),
      databaseUrl: undefined,
    });
    // Where the environment has a word of its own, the database is known all the same.
    const host = { DATABASE_URL: 'file:mine.db' };
    expect(readConfig(host, file)).toMatchObject({ ok: false, databaseUrl: 'file:mine.db' });
  });

  test('in another encoding is read as far as it is ASCII, and named where it matters', () => {
    const comment = Buffer.from(`# F\u00fcr K\u00f6ln\nDISCORD_TOKEN=${token}\n`, 'latin1');
    expect(readConfig({}, envFile(comment))).toMatchObject({ ok: true });
    const value = Buffer.from(`DISCORD_TOKEN=${token}\nDATABASE_URL=file:s\u00fc.db\n`, 'latin1');
    expect(readConfig({}, envFile(value))).toEqual({
      ok: false,
      problems: [
        {
          problem: 'DATABASE_URL in .env holds a letter that can’t be read.',
          mend: 'Save the file as UTF-8.',
        },
      ],
      databaseUrl: undefined,
    });
  });

  test('need not be there', () => {
    expect(readEnvFile(join(folder, 'none'), KEYS)).toEqual({
      values: {},
      problems: [],
      unsure: [],
    });
  });
});

describe('what people write otherwise', () => {
  test.each([
    [{ LOG_LEVEL: 'INFO' }, { logLevel: 'info' }],
    [{ LOG_LEVEL: ' Debug ' }, { logLevel: 'debug' }],
    [{ HEALTH_PORT: 'localhost:8080' }, { health: { host: '127.0.0.1', port: 8080 } }],
  ])('%j', (set, config) => {
    const read = readConfig({ DISCORD_TOKEN: token, ...set }, join(folder, 'none'));
    expect(read).toMatchObject({ ok: true, config });
  });
});
