import { BroadcastChannel } from 'node:worker_threads';
import { Counter, Histogram, Registry } from 'prom-client';
import type { JobRecord, Store } from '../store/port.ts';

/** Name by which threads tell their process what the engine did. */
const ENGINE_CHANNEL = 'symbion engine';

interface EngineWork {
  readonly pairs: number;
  readonly seconds: number;
}

/** What this process and its threads tell Prometheus of store, jobs and engine. */
export interface Measures {
  readonly registry: Registry;
  /** The same store, each call measured. */
  timed<S extends Store>(store: S): S;
  onStatement(name: string, seconds: number): void;
  /** @param seconds since the job began here; undefined when it did not */
  onJob(job: JobRecord, seconds: number | undefined): void;
  close(): void;
}

export function createMeasures(): Measures {
  const registry = new Registry();
  const histogram = (name: string, help: string, labelNames: string[], buckets: number[]) =>
    new Histogram({ name, help, labelNames, buckets, registers: [registry] });
  const fast = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
  const calls = histogram(
    'symbion_store_seconds',
    'Duration of calls of the store by method.',
    ['method', 'outcome'],
    fast,
  );
  const statements = histogram(
    'symbion_neo4j_statement_seconds',
    'Duration of statements by their file.',
    ['statement'],
    fast,
  );
  const jobs = histogram(
    'symbion_job_seconds',
    'Duration of jobs by kind and how they ended.',
    ['kind', 'state'],
    [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600],
  );
  const counter = (name: string, help: string) => new Counter({ name, help, registers: [registry] });
  const pairs = counter('symbion_engine_pairs_total', 'Pairs that the engine judged; its rate is pairs per second.');
  const engine = counter('symbion_engine_seconds_total', 'Seconds that the engine searched.');
  const channel = new BroadcastChannel(ENGINE_CHANNEL);
  channel.unref();
  channel.onmessage = ({ data }: { data: EngineWork }) => {
    pairs.inc(data.pairs);
    engine.inc(data.seconds);
  };
  return {
    registry,
    timed: (store) => timed(store, (method, outcome, seconds) => calls.observe({ method, outcome }, seconds)),
    onStatement: (statement, seconds) => statements.observe({ statement }, seconds),
    onJob: ({ kind, state }, seconds) => void (seconds !== undefined && jobs.observe({ kind, state }, seconds)),
    close: () => channel.close(),
  };
}

/** Tells the process what the engine did, from whichever thread. */
export function tellEngineWork(work: EngineWork): void {
  const channel = new BroadcastChannel(ENGINE_CHANNEL);
  channel.postMessage(work);
  channel.close();
}

/** Streams last as long as their reader takes. */
const UNTIMED = new Set(['readRun', 'readMatches', 'close']);

function timed<S extends Store>(store: S, tell: (method: string, outcome: string, seconds: number) => void): S {
  const entries = Object.entries(store).map(([name, method]) => {
    if (UNTIMED.has(name)) return [name, method];
    const measured = async (...args: unknown[]) => {
      const from = performance.now();
      const done = (outcome: string) => tell(name, outcome, (performance.now() - from) / 1000);
      try {
        const result = await (method as (...all: unknown[]) => unknown)(...args);
        done('ok');
        return result;
      } catch (error) {
        done('fault');
        throw error;
      }
    };
    return [name, measured];
  });
  return Object.fromEntries(entries) as S;
}
