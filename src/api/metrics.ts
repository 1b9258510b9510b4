import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Symbion } from '../app/symbion.ts';

/** What Prometheus reads. Routes are those of the contract, so that ids do not become labels. */
export interface Metrics {
  readonly timed: RequestHandler;
  text(): Promise<string>;
}

/**
 * Durations of requests, the state of jobs, the process's own numbers.
 * @param shared a registry with further metrics, told together with these
 */
export function createMetrics(symbion: Symbion, shared?: Registry): Metrics {
  const own = new Registry();
  collectDefaultMetrics({ register: own, prefix: 'symbion_' });
  const seconds = new Histogram({
    name: 'symbion_http_request_seconds',
    help: 'Duration of HTTP requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [own],
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [own] });
  const ready = gauge('symbion_ready', '1 when store and jobs work.');
  const waiting = gauge('symbion_jobs_waiting', 'Jobs that wait.');
  const active = gauge('symbion_jobs_active', 'Jobs that run.');
  const oldest = gauge('symbion_jobs_oldest_waiting_seconds', 'Age of the job that waits longest.');

  const readState = async () => {
    try {
      const health = await symbion.health();
      ready.set(health.ready ? 1 : 0);
      waiting.set(health.jobs.waiting);
      active.set(health.jobs.active);
      oldest.set(health.jobs.oldestWaitingSeconds);
    } catch {
      ready.set(0);
    }
  };
  return {
    async text() {
      await readState();
      return (shared ? Registry.merge([own, shared]) : own).metrics();
    },
    timed: (request, response, next) => {
      const stop = seconds.startTimer();
      response.on('close', () =>
        stop({ method: request.method, route: response.locals.route ?? 'page', status: String(response.statusCode) }),
      );
      next();
    },
  };
}
