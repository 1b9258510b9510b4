import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import type { AbstractGraph } from 'graphology-types';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert } from 'xmlbuilder2';
import type { PlanFormat, PlanView, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import { demoFiles } from '../demo-house.ts';

// CommonJS: at run time the default import is the class
const { DirectedGraph } = graphology as unknown as { DirectedGraph: new () => AbstractGraph };

const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-export-'));
let symbion: Symbion;
let id: string;
let plan: PlanView;

const ended = async (job: string) => {
  for await (const _ of symbion.watchJob(job));
};
const exported = async (format: PlanFormat, include?: 'confidential'): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of symbion.exportPlan(id, format, { lang: 'en', ...(include && { include }) }))
    parts.push(part);
  return Buffer.concat(parts);
};
const sheetsOf = async (include?: 'confidential') => readXlsxFile(await exported('xlsx', include));

beforeAll(async () => {
  symbion = await compose({ SYMBION_DATA: folder, SYMBION_THREADS: '1' }).open();
  await symbion.importFiles(demoFiles());
  await ended(await symbion.startRun());
  const asked = await symbion.startPlan({
    uncertainty: { trials: 20 },
    front: { against: 'co2', points: 3 },
    whatIf: { quantities: { O001: 1 }, plants: [{ process: 'waelz-kiln', site: 'S01', capacityPerYear: 6000 }] },
  });
  await ended(asked.job);
  id = asked.id;
  plan = (await symbion.getPlan(id)).found;
}, 120_000);
afterAll(async () => {
  await symbion?.close();
  rmSync(folder, { recursive: true });
});

/** What the plan moves between two companies, by the pair. */
function pairsOfCompanies(): Map<string, { money: number; matches: number }> {
  const pairs = new Map<string, { money: number; matches: number }>();
  for (const { outputCompany, demandCompany, worth } of plan.plan!.exchanges) {
    const pair = pairs.get(`${outputCompany}>${demandCompany}`) ?? { money: 0, matches: 0 };
    pairs.set(`${outputCompany}>${demandCompany}`, { money: pair.money + worth.money, matches: pair.matches + 1 });
  }
  return pairs;
}

describe('a plan as a file', () => {
  it('the workbook has a sheet for all that was asked, and each exchange with its numbers', async () => {
    const sheets = await sheetsOf();
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Exchanges',
      'Summary',
      'Limits',
      'Left out',
      'Front',
      'Uncertainty',
      'Ask first',
      'Difference',
      'New plants',
    ]);
    const rows = Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data.slice(1)]));
    const { exchanges, totals } = plan.plan!;
    expect(rows.Exchanges!.map((row) => [row[8], row[9], row[3], row[5]])).toEqual(
      exchanges.map((e) => [e.output, e.demand, e.quantityPerYear, e.worth.money]),
    );
    expect(rows.Summary!.find(([what]) => what === 'EUR a year')![1]).toBeCloseTo(totals.money, 6);
    expect(rows.Front!.length).toBe(plan.front!.length);
    expect(rows['Left out']!.length).toBe(plan.unknown.length);
    expect(rows['New plants']![0]!.slice(0, 4)).toEqual(['Waelz kiln', 'S01', 6000, 't']);
  });

  it('the map is GeoJSON: a point for each site with a place, a line for each exchange', async () => {
    const { type, features } = JSON.parse((await exported('geojson')).toString()) as {
      type: string;
      features: { geometry: { type: string; coordinates: unknown }; properties: Record<string, unknown> }[];
    };
    expect(type).toBe('FeatureCollection');
    const lines = features.filter(({ geometry }) => geometry.type === 'LineString');
    expect(lines.map(({ properties: p }) => `${p.output}>${p.demand} ${p.quantity}`).sort()).toEqual(
      plan.plan!.exchanges.map((e) => `${e.output}>${e.demand} ${e.quantityPerYear}`).sort(),
    );
    const places = features.flatMap(({ geometry }) => [geometry.coordinates].flat(2) as number[]);
    expect(places.every((degrees) => Math.abs(degrees) <= 180)).toBe(true);
    // 67 of the region and the plant that was imagined
    expect(features.length - lines.length).toBe(68);
  });

  it('the network is GEXF and GraphML: every company, and what each gives to which with its worth', async () => {
    const pairs = pairsOfCompanies();
    const read = gexf.parse(DirectedGraph as never, (await exported('gexf')).toString()) as unknown as AbstractGraph;
    expect([read.order, read.size]).toEqual([68, pairs.size]);
    read.forEachEdge((_, { netBenefitEurPerYear, matches }, from, to) => {
      const pair = pairs.get(`${from}>${to}`)!;
      expect([Number(matches), Number(netBenefitEurPerYear)]).toEqual([pair.matches, expect.closeTo(pair.money, 3)]);
    });
    const { graphml } = convert((await exported('graphml')).toString(), { format: 'object' }) as unknown as {
      graphml: { '@xmlns': string; graph: { node: unknown[]; edge: { '@source': string; '@target': string }[] } };
    };
    expect(graphml['@xmlns']).toBe('http://graphml.graphdrawing.org/xmlns');
    expect(graphml.graph.node.length).toBe(68);
    expect(graphml.graph.edge.map((edge) => `${edge['@source']}>${edge['@target']}`).sort()).toEqual(
      [...pairs.keys()].sort(),
    );
  });

  it('the table has a row for each exchange', async () => {
    const lines = (await exported('csv')).toString().trim().split('\n');
    expect(lines[0]).toMatch(/^\uFEFF?output,demand/);
    expect(lines.length - 1).toBe(plan.plan!.exchanges.length);
  });

  it('the workbook names nothing confidential on any sheet', async () => {
    // the nepheline cement plant takes the largest stream of the demo region
    const { version, sites, ...company } = await symbion.getCompany('S18');
    await symbion.putCompany({ ...company, visibility: 'private' }, sites, version);
    await ended(await symbion.startRun());
    const asked = await symbion.startPlan({ uncertainty: { trials: 20 }, whatIf: { quantities: { O001: 1 } } });
    await ended(asked.job);
    id = asked.id;
    const naming = async (include?: 'confidential') =>
      (await sheetsOf(include)).flatMap(({ sheet, data }) =>
        JSON.stringify(data).includes(company.name) ? [sheet] : [],
      );
    expect(await naming('confidential')).toEqual(expect.arrayContaining(['Exchanges', 'Limits']));
    expect(await naming()).toEqual([]);
  });
});
