import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  type Flow,
  type Limit,
  type Operator,
  type Snapshot,
  type Use,
} from '../../src/domain/index.ts';
import { buildProblem, explain } from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const knowledge = loadKnowledge();
const shared = path.join(process.env.SYMBION_SHARED ?? '../shared', 'domain');

/** Values on both sides of a limit, in its own unit. */
function aroundOf({ operator, value }: Pick<Limit, 'operator' | 'value'>): { within: number; beyond: number } {
  const step = Math.max(Math.abs(value) * 0.1, 0.001);
  if (operator === '<' || operator === '<=') return { within: value - step, beyond: value + step };
  if (operator === '>' || operator === '>=') return { within: value + step, beyond: value - step };
  return { within: value, beyond: value + step };
}

/** Of two limits of one parameter in one direction, the one that leaves less. */
function isStricter(a: Limit, b: Limit): boolean {
  if (a === b || a.parameter !== b.parameter || a.operator[0] !== b.operator[0]) return false;
  return a.operator.startsWith('<') ? a.value < b.value : a.value > b.value;
}

const flow = (
  id: string,
  direction: Flow['direction'],
  material: string,
  measurements: Flow['measurements'],
): Flow => ({
  id,
  siteId: id,
  companyId: id,
  direction,
  description: '',
  codes: {},
  readings: [{ material, confidence: 1, by: 'person' }],
  dimension: knowledge.materials.get(material)!.dimension,
  quantityPerYear: 1000,
  measurements,
  unread: [],
  confidential: false,
  origin: 'declared',
});

/** Rules that refuse a giver of the use's material with this value to a known receiver next door. */
function refusals(use: Use, parameter: string, value: number, asked: Flow['measurements']): string[] {
  const nace = use.receivers[0] ?? '20.13';
  const snapshot: Snapshot = {
    companies: [
      { id: 'giver', name: '', nace: '24.10', visibility: 'public' },
      { id: 'taker', name: '', nace, visibility: 'public' },
    ],
    sites: ['giver', 'taker'].map((id) => ({ id, companyId: id, country: 'RU', lat: 59, lon: 30, modes: [] })),
    flows: [
      flow('giver', 'output', use.material, [{ parameter, operator: '=', value }]),
      flow('taker', 'input', use.replaces, asked),
    ],
  };
  const problem = buildProblem(snapshot, knowledge, { ...DEFAULT_SETTINGS, asOf: '2026-11-01' });
  return explain(problem, 'giver', 'taker').vetoes.map(({ rule }) => rule);
}

describe('each quality limit decides', () => {
  const gates = knowledge.uses.flatMap((use) =>
    use.limits
      .filter((limit) => !limit.metByTreatment && !use.limits.some((other) => isStricter(other, limit)))
      .map((limit) => ({ use, limit })),
  );

  it(`of ${gates.length} limits of uses, each refuses what is beyond it and nothing within`, () => {
    const wrong = gates.filter(({ use, limit }) => {
      const { within, beyond } = aroundOf(limit);
      const rule = `limit ${limit.parameter}`;
      return (
        refusals(use, limit.parameter, within, []).includes(rule) ||
        !refusals(use, limit.parameter, beyond, []).includes(rule)
      );
    });
    expect(wrong.map(({ use, limit }) => `${use.id} ${limit.parameter}`)).toEqual([]);
  });

  const table = path.join(shared, 'quality_limits.csv');
  it.skipIf(!existsSync(table))(
    'every limit of quality_limits.csv, asked by a buyer, tells two flows apart that differ in that value only',
    () => {
      const rows: { role: string; parameter: string; operator: Operator; value: string; row_id: string }[] = parse(
        readFileSync(table),
        { columns: true },
      );
      const limits = rows.filter((row) => row.role !== 'declared' && !row.parameter.startsWith('distance_'));
      const use = knowledge.uses.find(({ limits: own, mode }) => own.length === 0 && mode === 'road')!;
      expect(limits.length).toBeGreaterThan(50);
      const wrong = limits.filter(({ parameter, operator, value }) => {
        const limit = { parameter, operator, value: Number(value) };
        const { within, beyond } = aroundOf(limit);
        const told = (found: number) => refusals(use, parameter, found, [limit]).includes(`limit ${parameter}`);
        return told(within) || !told(beyond);
      });
      expect(wrong.map((row) => `${row.row_id} ${row.parameter} ${row.operator} ${row.value}`)).toEqual([]);
    },
  );
});
