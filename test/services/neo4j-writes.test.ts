import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Match } from '../../src/domain/index.ts';
import { Graph, openNeo4jStore } from '../../src/store/neo4j/index.ts';
import type { ChangeSet } from '../../src/store/port.ts';
import { company, exchange, flow, match, run, site } from '../contract/samples.ts';
import { emptyDatabase, tryServices } from './shared.ts';

const { services, reason } = await tryServices();
const OUTPUTS = 600;
const EACH = 5;

describe.skipIf(!services)(`[services] what is written to Neo4j${reason && ` (${reason})`}`, () => {
  const address = () => ({
    uri: services!.env.NEO4J_URI,
    user: services!.env.NEO4J_USER,
    password: services!.env.NEO4J_PASSWORD,
  });
  let driver: Driver;
  const ask = async (text: string) =>
    (await driver.executeQuery(text)).records.map((record) => record.toObject() as Record<string, unknown>);
  const outputId = (n: number) => `o${String(n).padStart(4, '0')}`;
  /** 600 lists of 5 matches; those of some outputs have other scores. */
  const lists = (moved: (output: number) => boolean = () => false): Match[] =>
    Array.from({ length: OUTPUTS * EACH }, (_, i) => {
      const [o, k] = [Math.floor(i / EACH), i % EACH];
      return match(outputId(o), `d${k}`, { rank: k + 1, score: 900 - k + (moved(o) ? 50 : 0) });
    });
  const changeSet: ChangeSet = {
    companies: [company('A'), company('B')],
    sites: [site('A'), site('B')],
    flows: [
      ...Array.from({ length: OUTPUTS }, (_, n) => flow(outputId(n), 'A')),
      ...Array.from({ length: EACH }, (_, k) => flow(`d${k}`, 'B', { direction: 'input' })),
    ],
  };
  const shown = () =>
    ask(
      'MATCH (o:Flow)-[m:MATCHED]->(d:Flow) WHERE m.until IS NULL RETURN o.id AS o, d.id AS d, m.score AS s ORDER BY o, d',
    );
  const wanted = (matches: Match[]) => matches.map(({ output, demand, score }) => ({ o: output, d: demand, s: score }));

  beforeEach(async () => {
    driver ??= neo4j.driver(address().uri, neo4j.auth.basic(address().user, address().password), {
      disableLosslessIntegers: true,
    });
    await emptyDatabase(address());
  });
  afterAll(async () => {
    await driver?.close();
    await services?.stop();
  });

  it('a run that changes 6 of 600 lists writes 6 lists and their 30 matches, and no other', async () => {
    const store = await openNeo4jStore(address());
    await store.apply(changeSet);
    await store.publishRun(run('first'), lists());
    expect(await ask('MATCH (l:List) RETURN count(l) AS n')).toEqual([{ n: 600 }]);
    await store.publishRun(
      run('second'),
      lists((o) => o % 100 === 7),
    );
    expect(await ask('MATCH (l:List) RETURN count(l) AS n')).toEqual([{ n: 606 }]);
    expect(await ask('MATCH ()-[m:MATCHED]->() RETURN m.since AS since, count(m) AS n ORDER BY since')).toEqual([
      { since: 1, n: 2970 },
      { since: 2, n: 30 },
    ]);
    await store.publishRun(
      run('third'),
      lists((o) => o % 100 === 7),
    );
    expect(await ask('MATCH (l:List) RETURN count(l) AS n')).toEqual([{ n: 606 }]);
    expect(await ask('MATCH ()-[m:MATCHED]->() WHERE m.since = 3 RETURN count(m) AS n')).toEqual([{ n: 0 }]);
    await store.close();
  });

  it('a writer lost in the middle of the graph’s matches: readers see its run whole, the next writer leaves the graph whole', async () => {
    const store = await openNeo4jStore(address());
    await store.apply(changeSet);
    await store.publishRun(run('first'), lists());
    let begun = 0;
    const lost = await openNeo4jStore({
      ...address(),
      onStatement(name) {
        if (name === 'match/begin' && ++begun === 2) throw new Error('lost');
      },
    });
    await expect(
      lost.publishRun(
        run('second'),
        lists(() => true),
      ),
    ).rejects.toThrow('lost');
    await lost.close();
    expect((await store.findRun())?.id).toBe('second');
    expect((await store.findMatches('second', { output: 'o0000' }, 1)).rows[0]?.score).toBe(950);
    const third = lists((o) => o % 2 === 0);
    await store.publishRun(run('third'), third);
    expect(await shown()).toEqual(wanted(third));
    await store.close();
  });

  it('six writers at once, of content and of runs: all that was acknowledged is there, the graph shows the current run', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => openNeo4jStore(address())));
    await stores[0]!.apply(changeSet);
    await Promise.all(
      stores.map(async (store, n) => {
        const rows = Array.from({ length: 100 }, (_, k) => flow(`new-${n}-${k}`, 'A'));
        // in another order each
        await store.apply({ flows: n % 2 ? rows.toReversed() : rows });
        await store.publishRun(
          run(`run-${n}`),
          lists((o) => o % 6 === n),
        );
      }),
    );
    const ids = stores.flatMap((_, n) => Array.from({ length: 100 }, (_, k) => `new-${n}-${k}`));
    expect((await stores[0]!.findFlows({ ids }, 1000)).rows).toHaveLength(600);
    const current = Number((await stores[0]!.findRun())!.id.slice(4));
    expect(await shown()).toEqual(wanted(lists((o) => o % 6 === current)));
    for (const store of stores) await store.close();
  });

  it('an amended run writes its lists and their matches only, and the graph shows it', async () => {
    const store = await openNeo4jStore(address());
    await store.apply(changeSet);
    await store.publishRun(run('first'), lists());
    const moved = lists((o) => o === 7);
    await store.amendRun(
      run('second'),
      'first',
      [outputId(7), outputId(8)],
      moved.filter(({ output }) => output === outputId(7)),
    );
    expect(await ask('MATCH (l:List) RETURN count(l) AS n')).toEqual([{ n: 601 }]);
    expect(await shown()).toEqual(wanted(moved.filter(({ output }) => output !== outputId(8))));
    expect(await ask('MATCH ()-[m:MATCHED]->() WHERE m.since = 2 RETURN count(m) AS n')).toEqual([{ n: 5 }]);
    // the walk goes on from there
    await store.publishRun(run('third'), lists());
    expect(await shown()).toEqual(wanted(lists()));
    await store.close();
  });

  it('a decision stands between its flows, and moves with them', async () => {
    const store = await openNeo4jStore(address());
    await store.apply(changeSet);
    const ends = () =>
      ask('MATCH (o:Flow)<-[:FROM]-(e:Exchange)-[:TO]->(d:Flow) RETURN o.id AS o, d.id AS d, e.state AS state');
    await store.putExchange(exchange('x', { output: 'o0001', demand: 'd1' }), 0);
    expect(await ends()).toEqual([{ o: 'o0001', d: 'd1', state: 'idea' }]);
    await store.putExchange(exchange('x', { output: 'o0001', demand: 'd2', state: 'refused' }), 1);
    expect(await ends()).toEqual([{ o: 'o0001', d: 'd2', state: 'refused' }]);
    await store.putExchange(exchange('y', { output: 'inferred', demand: 'd2' }), 0);
    expect(await ask('MATCH (e:Exchange)-[:FROM|TO]->(f) WHERE e.id = "y" RETURN f.id AS id')).toEqual([{ id: 'd2' }]);
    await store.close();
  });

  it('a decision has its versions beside it; of an earlier program it begins with what it is', async () => {
    const graph = new Graph(address());
    const body = JSON.stringify(exchange('old', { version: 3 }));
    await graph.tell('exchange/put', { id: 'old', properties: { version: 3, state: 'idea', body } });
    await graph.tell('meta/set', { name: 'schema', value: '33' });
    await graph.close();
    const store = await openNeo4jStore(address());
    const next = await store.putExchange(exchange('old', { state: 'talks' }), 3);
    expect(await store.exchangeHistory('old')).toEqual([exchange('old', { version: 3 }), next]);
    expect(
      await ask('MATCH (:Exchange {id: "old"})-[:HAD]->(v) RETURN v.version AS n, v.state AS s ORDER BY n'),
    ).toEqual([
      { n: 3, s: 'idea' },
      { n: 4, s: 'talks' },
    ]);
    await store.close();
  });

  it('two transactions that take the same nodes in opposite order deadlock; one is run again, both are done', async () => {
    const graph = new Graph(address());
    await graph.tell('exchange/put', { id: 'a', properties: {} });
    await graph.tell('exchange/put', { id: 'b', properties: {} });
    const { promise: both, resolve } = Promise.withResolvers<void>();
    let holding = 0;
    let tries = 0;
    const taking = (ids: string[], by: string) =>
      graph.write(async (tx) => {
        tries++;
        await tx.run('exchange/put', { id: ids[0]!, properties: { [by]: true } });
        if (++holding === 2) resolve();
        await both;
        await tx.run('exchange/put', { id: ids[1]!, properties: { [by]: true } });
      });
    await Promise.all([taking(['a', 'b'], 'one'), taking(['b', 'a'], 'two')]);
    expect(tries).toBe(3);
    expect(await ask('MATCH (e:Exchange) RETURN e.one AS one, e.two AS two')).toEqual([
      { one: true, two: true },
      { one: true, two: true },
    ]);
    await graph.close();
  });
});
