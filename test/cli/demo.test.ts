import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startProgram } from '../support/program.js';

const demo = (...args: string[]) => startProgram('demo', args);

test('--once plays the tour with the real bot and ends well', async () => {
  const { code, said, complaints } = await demo('--once').ended;
  expect(code).toBe(0);
  expect(said).toContain('Save Proxy');
  expect(said).toContain('Can I see who saved my TikTok video?');
  expect(said).not.toContain('Error');
  expect(complaints).toBe('');
});

test('prints the address of the page, serves it, and ends when it is told to', async () => {
  const { child, ended, said } = demo('--no-open');
  await expect.poll(said, { timeout: 20_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
  const [address = ''] = /http:\S+/.exec(said()) ?? [];
  expect(await (await fetch(address)).text()).toContain('<div id="app">');
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect(said()).toContain('The demo’s database was a temporary one and is gone.');
});

test('says so when the port is taken', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { code, said } = await demo('--no-open', '--port', String(port)).ended;
  expect(code).toBe(1);
  expect(said).toContain(`port ${port} is taken by another program. Choose another`);
  taken.close();
});

test.each([
  [['--port', 'abc'], '--port takes a number from 0 to 65535; "abc" is none.'],
  [['--port', '70000'], '--port takes a number from 0 to 65535; "70000" is none.'],
  [['--port'], '--port'],
  [['--browser'], '--browser'],
  [['page'], 'page'],
])('says what is wrong with %j, and what can be asked', async (args, words) => {
  const { code, said, complaints } = await demo(...args).ended;
  expect(code).toBe(1);
  expect(complaints.split('\n')[0]).toContain(words);
  expect(complaints).toContain('npm run demo -- --once');
  expect(complaints).not.toContain('    at ');
  expect(said).toBe('');
});
