import neo4j, { type Driver } from 'neo4j-driver';
import type { Match } from '../../src/domain/index.ts';
import { flowOf, TOP } from './region.ts';

/** The bare driver at the same work on the same server, by the best way that was found: rows by UNWIND, matches grouped by output, two writers. */
export class Raw {
  readonly driver: Driver;

  constructor(env: { NEO4J_URI: string; NEO4J_USER: string; NEO4J_PASSWORD: string }) {
    this.driver = neo4j.driver(env.NEO4J_URI, neo4j.auth.basic(env.NEO4J_USER, env.NEO4J_PASSWORD), {
      disableLosslessIntegers: true,
    });
  }

  async run(text: string, parameters: object = {}) {
    return (await this.driver.executeQuery(text, parameters, { database: 'neo4j' })).records;
  }

  /** Flows as nodes with the properties that the store gives them, at a site, with a material. Seconds. */
  async importFlows(flows: number): Promise<number> {
    await this.run('CREATE CONSTRAINT raw_flow IF NOT EXISTS FOR (f:RawFlow) REQUIRE f.id IS UNIQUE');
    await this.run('CREATE INDEX raw_order IF NOT EXISTS FOR (f:RawFlow) ON (f.order)');
    await this.run('CREATE CONSTRAINT raw_site IF NOT EXISTS FOR (s:RawSite) REQUIRE s.id IS UNIQUE');
    await this.run('CREATE CONSTRAINT raw_material IF NOT EXISTS FOR (m:RawMaterial) REQUIRE m.id IS UNIQUE');
    const sites = Array.from({ length: Math.ceil(flows / 10) }, (_, n) => `c${n}/1`);
    const materials = Array.from({ length: 400 }, (_, n) => `m${n}`);
    const from = performance.now();
    await this.run('UNWIND $ids AS id CREATE (:RawSite {id: id})', { ids: sites });
    await this.run('UNWIND $ids AS id CREATE (:RawMaterial {id: id})', { ids: materials });
    for (let n = 0; n < flows; n += 5000) {
      const rows = Array.from({ length: Math.min(5000, flows - n) }, (_, k) => {
        const { id, siteId, companyId, description, quantityPerYear, readings, ...rest } = flowOf(n + k);
        const body = JSON.stringify({ id, siteId, companyId, description, quantityPerYear, readings, ...rest });
        const order = Buffer.from(id).toString('hex');
        return { id, order, siteId, companyId, description, quantityPerYear, body, material: readings[0]!.material };
      });
      await this.run(
        `UNWIND $rows AS r MATCH (s:RawSite {id: r.siteId}) MATCH (m:RawMaterial {id: r.material})
         CREATE (s)-[:RAW_AT]->(f:RawFlow {id: r.id})-[:RAW_OF {confidence: 0.9}]->(m) SET f += r`,
        { rows },
      );
    }
    return (performance.now() - from) / 1000;
  }

  /** Matches as relationships with the same eight properties between the stored flows. Seconds of writing alone. */
  async writeMatches(matches: Iterable<Match>, type = 'RAW'): Promise<number> {
    const all = groups(matches);
    const from = performance.now();
    let next = 0;
    const writer = async () => {
      while (next < all.length) {
        const rows = all.slice(next, next + 250);
        next += 250;
        const session = this.driver.session({ database: 'neo4j' });
        await session.executeWrite((tx) =>
          tx.run(
            `UNWIND $rows AS r MATCH (o:Flow {id: r.output}) UNWIND r.matches AS x MATCH (d:Flow {id: x[0]})
             CREATE (o)-[:${type} {rank: x[1], score: x[2], use: x[3], regime: x[4], distanceKm: x[5], money: x[6], co2: x[7], since: 1}]->(d)`,
            { rows },
          ),
        );
        await session.close();
      }
    };
    await Promise.all([writer(), writer()]);
    return (performance.now() - from) / 1000;
  }

  /** Replaces the matches of some outputs. Seconds. */
  async replaceMatches(matches: readonly Match[]): Promise<number> {
    const outputs = [...new Set(matches.map(({ output }) => output))];
    const from = performance.now();
    await this.run('UNWIND $outputs AS id MATCH (:Flow {id: id})-[m:RAW]->() DELETE m', { outputs });
    return (performance.now() - from) / 1000 + (await this.writeMatches(matches));
  }

  /** One output's matches with what people read of them, as one query. */
  readMatches(output: string) {
    return this.run(
      `MATCH (o:Flow {id: $output})-[m:MATCHED]->(d:Flow) MATCH (c:Company {id: d.companyId})
       RETURN d.id, d.description, c.name, m.score, m.rank, m.use, m.netBenefitEurPerYear, m.co2KgPerYear ORDER BY m.rank LIMIT ${TOP}`,
      { output },
    );
  }

  close(): Promise<void> {
    return this.driver.close();
  }
}

function groups(matches: Iterable<Match>) {
  const all = new Map<string, unknown[][]>();
  for (const m of matches) {
    const list = all.get(m.output) ?? [];
    all.set(m.output, list);
    list.push([
      m.demand,
      neo4j.int(m.rank!),
      neo4j.int(m.score),
      m.use,
      m.regime,
      m.distanceKm,
      m.netBenefitEurPerYear,
      m.co2KgPerYear,
    ]);
  }
  return [...all].map(([output, list]) => ({ output, matches: list }));
}
