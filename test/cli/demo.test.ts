import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/lib/paths.js';

/** A demo that was started, and what it has printed so far. */
interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly complaints: () => string;
  readonly ended: Promise<number | null>;
}

/** The compiled program, as `npm run demo` starts it. */
function demo(...args: string[]): Started {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/playground/demo.js'), ...args]);
  let said = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { child, said: () => said, complaints: () => complaints, ended };
}

test('--once plays the tour with the real bot and ends well', async () => {
  const { ended, said, complaints } = demo('--once');
  expect(await ended).toBe(0);
  expect(said()).toContain('Save Proxy');
  expect(said()).toContain('Can I see who saved my TikTok video?');
  expect(said()).not.toContain('Error');
  expect(complaints()).toBe('');
});

test('prints the address of the page, serves it, and ends when it is told to', async () => {
  const { child, ended, said } = demo('--no-open');
  await expect.poll(said, { timeout: 20_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
  const [address = ''] = /http:\S+/.exec(said()) ?? [];
  expect(await (await fetch(address)).text()).toContain('<div id="app">');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(said()).toContain('The demo’s database was a temporary one and is gone.');
});

test('says so when the port is taken', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { ended, said } = demo('--no-open', '--port', String(port));
  expect(await ended).toBe(1);
  expect(said()).toContain(`port ${port} is taken by another program. Choose another`);
  taken.close();
});

test.each([
  [['--port', 'abc'], '--port takes a number from 0 to 65535; "abc" is none.'],
  [['--port', '70000'], '--port takes a number from 0 to 65535; "70000" is none.'],
  [['--port'], '--port'],
  [['--browser'], '--browser'],
  [['page'], 'page'],
])('says what is wrong with %j, and what can be asked', async (args, words) => {
  const { ended, said, complaints } = demo(...args);
  expect(await ended).toBe(1);
  expect(said().split('\n')[0]).toContain(words);
  expect(said()).toContain('npm run demo -- --once');
  expect(said()).not.toContain('    at ');
  expect(complaints()).toBe('');
});
