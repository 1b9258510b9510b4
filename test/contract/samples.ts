import type { Company, Exchange, Flow, Match, Run, Site } from '../../src/domain/index.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import type { JobRecord } from '../../src/store/port.ts';

export function company(id: string, more: Partial<Company> = {}): Company {
  return { id, name: `Company ${id}`, visibility: 'public', ...more };
}

/** Site of a company: `<company>/1` unless named. */
export function site(companyId: string, more: Partial<Site> = {}): Site {
  return { id: `${companyId}/1`, companyId, country: 'RU', region: 'RU-LEN', modes: ['road'], ...more };
}

/** Output at the company's first site unless told otherwise. */
export function flow(id: string, companyId: string, more: Partial<Flow> = {}): Flow {
  return {
    id,
    companyId,
    siteId: `${companyId}/1`,
    direction: 'output',
    description: `flow ${id}`,
    codes: {},
    readings: [],
    measurements: [],
    unread: [],
    confidential: false,
    origin: 'declared',
    ...more,
  };
}

export function run(id: string, more: Partial<Run> = {}): Run {
  return {
    id,
    snapshot: 's',
    knowledge: 'k',
    engine: 'e',
    settings: { ...DEFAULT_SETTINGS, asOf: '2026-01-01' },
    createdAt: '2026-01-01T00:00:00.000Z',
    counts: { companies: 2, outputs: 1, demands: 1, matches: 1, blocked: 0, hints: 0 },
    ...more,
  };
}

export function match(output: string, demand: string, more: Partial<Match> = {}): Match {
  return {
    output,
    demand,
    outputCompany: 'A',
    demandCompany: 'B',
    rank: 1,
    score: 500,
    use: 'u1',
    material: 'fly-ash',
    product: 'cement',
    fit: 80,
    distanceKm: 12.5,
    quantityPerYear: 100,
    unit: 't',
    netBenefitEurPerYear: 1000.25,
    co2KgPerYear: 50_000,
    inferred: false,
    regime: 'open',
    basis: 'documented',
    confidence: 0.8,
    ...more,
  };
}

export function exchange(id: string, more: Partial<Exchange> = {}): Exchange {
  return { id, output: 'o1', demand: 'd1', state: 'idea', version: 0, changedAt: '2026-01-01T00:00:00.000Z', ...more };
}

export function job(id: string, more: Partial<JobRecord> = {}): JobRecord {
  return {
    id,
    kind: 'match-region',
    payload: { a: 1 },
    state: 'waiting',
    attempts: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

/** The key left out, as an absent value is. */
export function without<T extends object, K extends keyof T>(row: T, ...keys: K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}

/** A small generator of whole numbers below n; the same seed, the same numbers. */
export function numbers(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}
