import { describe, expect, it } from 'vitest';
import { whyNot } from '../../src/app/matches/why-not.ts';
import { openRegion } from '../../src/app/region/region.ts';
import { DEFAULT_SETTINGS, type Flow, type Snapshot } from '../../src/domain/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const knowledge = loadKnowledge();

const flow = (id: string, companyId: string, direction: Flow['direction'], material: string): Flow => ({
  id,
  companyId,
  siteId: companyId,
  direction,
  description: material,
  codes: {},
  readings: [{ material, confidence: 1, by: 'person' }],
  dimension: 't',
  quantityPerYear: 1000,
  measurements: [],
  unread: [],
  confidential: false,
  origin: 'declared',
});

const region = (...flows: Flow[]) => {
  const companies = [...new Set(flows.map(({ companyId }) => companyId))].sort();
  const snapshot: Snapshot = {
    companies: companies.map((id) => ({ id, name: `Works ${id}`, visibility: 'public' })),
    sites: companies.map((id) => ({ id, companyId: id, country: 'FI', lat: 60, lon: 25, modes: ['road'] })),
    flows,
  };
  return openRegion(snapshot, knowledge, { ...DEFAULT_SETTINGS, asOf: '2026-11-01', infer: false });
};

describe('why a flow has no better match', () => {
  it('names the partner and what it wants', () => {
    const { misses } = whyNot(
      region(flow('O', 'A', 'output', 'steel-scrap'), flow('N', 'B', 'input', 'steelmaking-scrap-charge')),
      knowledge,
      'O',
    );
    expect(misses).toMatchObject([{ verdict: 'match', partner: 'Works B', partnerFlow: 'steelmaking-scrap-charge' }]);
  });

  it('does not call near what nobody would do with it anyway', () => {
    const { misses, reason } = whyNot(
      region(flow('O', 'A', 'output', 'eaf-dust'), flow('N', 'B', 'input', 'compressed-air-supply')),
      knowledge,
      'O',
    );
    expect([misses, reason.en]).toEqual([[], 'Nobody in the region has a known use for this flow.']);
  });
});
