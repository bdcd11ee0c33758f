import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whenOrphaned } from '../../src/lib/orphaned.js';
import { projectRoot } from '../../src/lib/paths.js';

const waiting = 'setInterval(() => undefined, 1e6)';

test('a parent that is gone is noticed where the system goes on telling its number, as Windows does', async () => {
  const parent = spawn(process.execPath, ['-e', waiting]);
  const { pid = 0 } = parent;
  let isGone = false;
  const noticed = new Promise<boolean>((resolve) => {
    whenOrphaned(() => resolve(isGone), { parent: pid, toldParent: () => pid });
  });
  parent.once('exit', () => {
    isGone = true;
  });
  parent.kill('SIGKILL');
  expect(await noticed).toBe(true);
});

test('a parent of another number is noticed, too, while the first is still there', async () => {
  let told = process.ppid;
  const noticed = new Promise<number>((resolve) => {
    whenOrphaned(() => resolve(told), { toldParent: () => told });
  });
  told = 1;
  expect(await noticed).toBe(1);
});

test('an input that another program holds is told from one that nobody does', () => {
  const module = JSON.stringify(join(projectRoot, 'dist', 'src', 'lib', 'orphaned.js'));
  const look = ['-e', `import(${module}).then((m) => console.log(m.isInputHeld()))`];
  expect(String(execFileSync(process.execPath, look, { input: '' })).trim()).toBe('true');
  for (const input of ['ignore', openSync(process.execPath, 'r')] as const) {
    const { stdout } = spawnSync(process.execPath, look, { stdio: [input, 'pipe', 'inherit'] });
    expect(String(stdout).trim()).toBe('false');
  }
});
