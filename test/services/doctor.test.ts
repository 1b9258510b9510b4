import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { Redis } from 'ioredis';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.ts';
import { proxyTo } from './local/proxy.ts';
import { emptyDatabase, tryServices } from './shared.ts';

const { services, reason } = await tryServices();
const PROBLEM = /^✗ .*$/gm;

describe.skipIf(!services)(`[services] symbion doctor${reason && ` (${reason})`}`, () => {
  let env: NodeJS.ProcessEnv;
  const doctor = (changed: NodeJS.ProcessEnv = {}, ...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, ['src/main.ts', 'doctor', ...args], {
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, ...env, SYMBION_LANG: 'en', ...changed },
    });
  /** As `doctor`, while this process goes on. */
  const doctorLater = async (changed: NodeJS.ProcessEnv): Promise<string[]> => {
    const child = spawn(process.execPath, ['src/main.ts', 'doctor'], {
      env: { ...process.env, ...env, SYMBION_LANG: 'en', ...changed },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    await once(child, 'close');
    return [...new Set(said.match(PROBLEM))];
  };
  const problems = ({ stdout, stderr }: SpawnSyncReturns<string>) => [...new Set(`${stdout}${stderr}`.match(PROBLEM))];
  const cypher = async (text: string) => {
    const driver = neo4j.driver(env.NEO4J_URI!, neo4j.auth.basic(env.NEO4J_USER!, env.NEO4J_PASSWORD!));
    await driver.executeQuery(text);
    await driver.close();
  };
  let worker: ReturnType<typeof spawn>;

  beforeAll(async () => {
    env = { ...services!.env, SYMBION_REDIS_PREFIX: `doctor-${process.pid}` };
    const address = { uri: env.NEO4J_URI!, user: env.NEO4J_USER!, password: env.NEO4J_PASSWORD! };
    await emptyDatabase(address);
    await (await openNeo4jStore(address)).close();
    worker = spawn(process.execPath, ['src/main.ts', 'worker'], { env: { ...process.env, ...env }, stdio: 'ignore' });
    const redis = new Redis(env.REDIS_URL!);
    while ((await redis.keys(`${env.SYMBION_REDIS_PREFIX}:pulse:*`)).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 200));
    redis.disconnect();
  });
  afterAll(async () => {
    const ended = once(worker, 'exit');
    worker.kill('SIGTERM');
    await ended;
    await services?.stop();
  });

  it('all is well: servers, versions, the last step of the schema, every step when asked', () => {
    const told = doctor({}, '--migrations');
    expect(problems(told)).toEqual([]);
    expect(told.status).toBe(0);
    expect(told.stdout).toMatch(/✓ Neo4j 5\.26\.\d+, schema (\d+)\n✓ steps of the schema: \1 \/ \1, 00\1-/);
    expect(told.stdout).toMatch(/✓ (Redis|Valkey) \d/);
    expect(told.stdout).toContain('✓ 0001-company-id: ');
  });

  it.each([
    ['wrong password of Neo4j', { NEO4J_PASSWORD: 'wrong' }, 'Neo4j does not accept the user name or password.\n'],
    ['Neo4j away', { NEO4J_URI: 'bolt://127.0.0.1:1' }, 'Neo4j cannot be reached now.\n'],
  ])('%s', (_, changed, wanted) => {
    const { stderr, status } = doctor(changed);
    expect([stderr, status]).toEqual([wanted, 3]);
  });

  it.each([
    ['Redis away', { REDIS_URL: 'redis://127.0.0.1:1' }, '✗ Redis cannot be reached now.'],
    ['no worker', { SYMBION_REDIS_PREFIX: 'nobody-here' }, '✗ No worker takes jobs: start symbion worker.'],
  ])('%s', (_, changed, wanted) => {
    const told = doctor(changed);
    expect(problems(told)).toEqual([wanted]);
    expect(told.status).toBe(3);
  });

  it('wrong password of Redis', () => {
    const url = new URL(env.REDIS_URL!);
    url.password = 'wrong';
    expect(problems(doctor({ REDIS_URL: url.href }))).toEqual([
      '✗ Redis does not accept the password: look at REDIS_URL.',
    ]);
  });

  it('servers that are too old', async () => {
    const old = async (url: string, ...rewrite: [string, string]) => {
      const proxy = await proxyTo(Number(new URL(url).port), { rewrite });
      const address = new URL(url);
      address.port = String(proxy.port);
      return { address: address.href, close: () => proxy.close() };
    };
    const redis = new Redis(env.REDIS_URL!);
    const [line, version] = /(?:redis|valkey)_version:([\d.]+)/.exec(await redis.info('server'))!;
    redis.disconnect();
    const oldVersion = version!.replaceAll(/\d/g, (digit, at) => (at === 0 ? '5' : digit));
    const asRedis = line.replace(/valkey_version:.*/, ` redis_version:${oldVersion}`).replace(version!, oldVersion);
    const [oldNeo4j, oldRedis] = [
      await old(env.NEO4J_URI!, '5.26.', '5.20.'),
      await old(env.REDIS_URL!, line, asRedis),
    ];
    try {
      const told = await doctorLater({ NEO4J_URI: oldNeo4j.address, REDIS_URL: oldRedis.address });
      expect(told.map((problem) => problem.replace(/\d+\.\d+\.\d+/, 'x.y.z'))).toEqual([
        '✗ Neo4j x.y.z is too old: wanted 5.26 (LTS).',
        '✗ Redis x.y.z is too old: wanted 7, or Valkey 8.',
      ]);
    } finally {
      oldNeo4j.close();
      oldRedis.close();
    }
  });

  it('clocks that differ: this machine is two minutes ahead', () => {
    const ahead = 'const now = Date.now; Date.now = () => now() + 120_000;';
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(ahead)}`;
    // Redis tells whole seconds
    expect(problems(doctor({ NODE_OPTIONS })).map((problem) => problem.replace(/-1(19|2[01]) s/, '-120 s'))).toEqual([
      "✗ The clock of Neo4j differs from this machine's by -120 s: switch on time synchronisation.",
      "✗ The clock of Redis differs from this machine's by -120 s: switch on time synchronisation.",
    ]);
  });

  it('a constraint and an index are missing; --mend makes them', async () => {
    await cypher('DROP CONSTRAINT flow_id');
    await cypher('DROP INDEX run_place');
    expect(problems(doctor())).toEqual([
      '✗ The index flow_id is missing: questions are slow, ids may come twice. symbion doctor --mend makes it.',
      '✗ The index run_place is missing: questions are slow, ids may come twice. symbion doctor --mend makes it.',
    ]);
    expect(problems(doctor({}, '--mend'))).toEqual([]);
  });

  it('a database that is newer than the program', async () => {
    const known = readdirSync('cypher/migrations').length;
    await cypher("MATCH (m:Meta {name: 'schema'}) SET m.value = '99'");
    expect(problems(doctor())).toEqual([
      `✗ The database is newer than the program: its schema is 99, known are ${known}. Update Symbion.`,
    ]);
    await cypher(`MATCH (m:Meta {name: 'schema'}) SET m.value = '${known}'`);
  });

  it('Redis that would throw jobs away', async () => {
    const redis = new Redis(env.REDIS_URL!);
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const told = problems(doctor());
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    redis.disconnect();
    expect(told).toEqual([
      '✗ Redis throws keys away when memory is short (maxmemory-policy allkeys-lru), and jobs with them: set noeviction.',
    ]);
  });
});
