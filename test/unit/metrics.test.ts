import { describe, expect, test } from 'vitest';
import { createMetrics, type DigestCounts } from '../../src/health/metrics.js';

const VERSION = { version: '1.2.3', commit: 'abc' };

const gateway = () => ({ shards: 4, ready: 3, pingMs: 42, guilds: 7 });

/** The lines of our own series. */
async function series(metrics: { text(): Promise<string> }): Promise<string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith('keepsake_'));
}

describe('metrics', () => {
  test('count digests by how they stand, and say nothing of them while nobody knows', async () => {
    let counts: DigestCounts | null = { due: 3, late: 2, parked: 1 };
    const metrics = createMetrics(new Set(), {
      gateway,
      version: VERSION,
      database: async () => ({ ms: 5, writable: true }),
      digests: async () => {
        if (counts === null) throw new Error('The database is away.');
        return counts;
      },
    });
    const found = await series(metrics);
    expect(found).toContain('keepsake_digests{state="due"} 3');
    expect(found).toContain('keepsake_digests{state="late"} 2');
    expect(found).toContain('keepsake_digests{state="parked"} 1');
    counts = null;
    expect((await series(metrics)).filter((line) => /digests\{/.test(line))).toEqual([]);
  });

  test('say how the gateway and the database are when somebody looks', async () => {
    let ms: number | null = 5;
    let isWritable = true;
    const metrics = createMetrics(new Set(), {
      gateway,
      version: VERSION,
      database: async () => {
        if (ms === null) throw new Error('The database is away.');
        return { ms, writable: isWritable };
      },
    });
    expect(await series(metrics)).toEqual(
      expect.arrayContaining([
        'keepsake_gateway_shards 4',
        'keepsake_gateway_shards_ready 3',
        'keepsake_gateway_ping_seconds 0.042',
        'keepsake_guilds 7',
        `keepsake_build_info{version="1.2.3",commit="abc",node="${process.versions.node}"} 1`,
        'keepsake_database_up 1',
        'keepsake_database_writable 1',
        'keepsake_database_ping_seconds 0.005',
      ]),
    );
    isWritable = false;
    expect(await series(metrics)).toEqual(
      expect.arrayContaining(['keepsake_database_up 1', 'keepsake_database_writable 0']),
    );
    ms = null;
    expect(await series(metrics)).toEqual(
      expect.arrayContaining([
        'keepsake_database_up 0',
        'keepsake_database_writable 0',
        'keepsake_database_ping_seconds Nan',
      ]),
    );
  });

  test('keep as many series as there are names, whatever names come', async () => {
    const metrics = createMetrics(new Set(['score']), {
      gateway,
      version: VERSION,
      database: async () => ({ ms: 5, writable: true }),
    });
    for (let n = 0; n < 1_000; n += 1) {
      metrics.handled({ name: `forged ${n}`, outcome: 'stale', ms: 1 });
    }
    metrics.handled({ name: 'score', outcome: 'done', ms: 20 });
    const counted = (await series(metrics)).filter((line) => line.includes('interactions_total{'));
    expect(counted.toSorted()).toEqual([
      'keepsake_interactions_total{command="score",outcome="done"} 1',
      'keepsake_interactions_total{command="unknown",outcome="stale"} 1000',
    ]);
  });
});
