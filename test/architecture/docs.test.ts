import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commandReferencePage } from '../../scripts/command-reference-page.js';
import { commands } from '../../src/commands/commands.js';
import { KEYS, readConfig } from '../../src/config.js';
import { createMetrics } from '../../src/health/metrics.js';
import { projectRoot } from '../../src/lib/paths.js';
import { dataTables } from '../../src/services/data/tables.js';
import { DIGEST_PERMISSIONS } from '../../src/services/digest/reason.js';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'generated', '.git']);

/** Every Markdown file of the project, by its path from the root. */
function markdownFiles(folder = projectRoot): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith('.md') ? [relative(projectRoot, path)] : [];
  });
}

/** Where the links of a page lead, without addresses of the web; code is no link. */
function relativeLinks(markdown: string): string[] {
  const prose = markdown.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/i.test(target));
}

/** Lower-case words joined by hyphens: how a heading is linked to. */
function anchors(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The first cell of each row of the tables under a heading, up to the next heading of its level. */
function tableKeys(markdown: string, heading: string): string[] {
  const section = markdown.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, key = '']) => key);
}

describe('links', () => {
  const files = markdownFiles();

  test('there are pages to look at, and links in them', () => {
    expect(files).toContain('README.md');
    expect(files).toContain(join('docs', 'set-up.md'));
    expect(relativeLinks('[a](b.md) `[c](d.md)` [e](https://f.g)')).toEqual(['b.md']);
    expect(relativeLinks(read('README.md')).length).toBeGreaterThan(0);
  });

  test.each(files)('every link in %s leads to something that is there', (file) => {
    const broken = relativeLinks(read(file)).filter((link) => {
      const [path = '', anchor] = decodeURI(link).split('#');
      const target = path === '' ? file : join(dirname(file), path);
      if (!existsSync(join(projectRoot, target))) return true;
      return anchor !== undefined && !anchors(read(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

test('every decision has a number of its own, and its heading has the same', () => {
  const files = readdirSync(join(projectRoot, 'docs', 'decisions'));
  const numbers = files.map((file) => file.slice(0, 4)).toSorted();
  expect(new Set(numbers).size).toBe(files.length);
  const headings = files.map((file) => read(join('docs', 'decisions', file)).split('\n')[0] ?? '');
  expect(headings.map((heading) => /^# (\d{4}): \S/.exec(heading)?.[1]).toSorted()).toEqual(
    numbers,
  );
});

test('docs/hosting.md explains every figure there is, and no other', async () => {
  const metrics = createMetrics(new Set(), {
    gateway: () => ({ shards: 0, ready: 0, pingMs: null, guilds: 0 }),
    version: { version: '', commit: null },
    database: async () => ({ ms: 0, writable: true }),
    digests: async () => ({ due: 0, late: 0, parked: 0 }),
  });
  const found = [...(await metrics.text()).matchAll(/^# TYPE (keepsake_\w+)/gm)];
  const [, section = ''] = read('docs/hosting.md').split('\n## Health and metrics\n');
  const named = section.split('\n## ')[0]?.matchAll(/keepsake_\w+/g) ?? [];
  expect([...new Set([...named].map(([name]) => name))].toSorted()).toEqual(
    found.map(([, name]) => name).toSorted(),
  );
});

test('docs/commands.md is what the definitions of the commands say', () => {
  expect(read('docs/commands.md')).toBe(
    commandReferencePage(commands.map(({ command }) => command)),
  );
});

test('README.md names as many answers as there are', () => {
  const entries = readdirSync(join(projectRoot, 'content', 'faq'));
  expect(read('README.md')).toContain(`\`/faq ask\` answers ${entries.length} questions `);
});

test('PRIVACY.md names the permissions that the invite asks for', () => {
  expect(read('PRIVACY.md')).toContain(
    `five permissions, for the digest's channel: ${DIGEST_PERMISSIONS.join(', ')}.`,
  );
});

test('PRIVACY.md tells of every table there is, and of no other', () => {
  const named = tableKeys(read('PRIVACY.md'), 'What is kept');
  expect(named.toSorted()).toEqual(Object.keys(dataTables).toSorted());
});

test('CONTRIBUTING.md gives a reason for every dependency, and for no other package', () => {
  const names = z.record(z.string(), z.string()).default({});
  const manifest = z.object({
    ...{ dependencies: names, optionalDependencies: names, devDependencies: names },
  });
  const needed = ['package.json', 'packages/local-discord/package.json'].flatMap((file) => {
    const { dependencies, optionalDependencies, devDependencies } = manifest.parse(
      JSON.parse(read(file)),
    );
    return [dependencies, optionalDependencies, devDependencies].flatMap(Object.keys);
  });
  const named = tableKeys(read('CONTRIBUTING.md'), 'Dependencies');
  expect(named.toSorted()).toEqual([...new Set(needed)].toSorted());
});

describe('the environment', () => {
  test('.env.example has every key, in the order of the program, each with a line above it', () => {
    const lines = read('.env.example').split('\n');
    const keys = lines.flatMap((line, index) => {
      const key = /^(?:# )?([A-Z_]+)=/.exec(line)?.[1];
      if (key === undefined) return [];
      expect(lines[index - 1]).toMatch(/^# .+\.$/);
      return [key];
    });
    expect(keys).toEqual(KEYS);
  });

  test('README.md explains the same keys', () => {
    expect(tableKeys(read('README.md'), 'Settings')).toEqual(KEYS);
  });

  test('a copy of .env.example works once the token is filled in', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keepsake-env-'));
    try {
      const file = join(folder, '.env');
      const example = read('.env.example');
      await writeFile(file, example);
      const empty = readConfig({}, file);
      expect(empty.ok ? [] : empty.problems.map(({ problem }) => problem)).toContain(
        'DISCORD_TOKEN is empty.',
      );
      const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
      await writeFile(file, example.replace(/^DISCORD_TOKEN=$/m, `DISCORD_TOKEN=${token}`));
      expect(readConfig({}, file)).toMatchObject({ ok: true, config: { token } });
      // The commented lines show what holds without them, or what may be set.
      await writeFile(
        file,
        example
          .replace(/^DISCORD_TOKEN=$/m, `DISCORD_TOKEN=${token}`)
          .replace(/^# ([A-Z_]+=)/gm, '$1'),
      );
      expect(readConfig({}, file)).toMatchObject({ ok: true });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
