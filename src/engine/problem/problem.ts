import {
  compareIds,
  type Flow,
  type KnowledgeBase,
  type Settings,
  type Snapshot,
  SymbionError,
} from '../../domain/index.ts';
import { type Quality, qualityOf } from '../judge/quality.ts';
import { buildContext, type Context } from './context.ts';
import { buildOffers, buildWants, type Offer, type Want } from './offers.ts';
import { type Stream, toStream } from './stream.ts';

/** A snapshot's streams over a context, with all that a judgement in words needs. */
export interface Problem extends Context {
  readonly outputs: readonly Stream[];
  readonly demands: readonly Stream[];
  readonly outputRow: ReadonlyMap<string, number>;
  readonly demandRow: ReadonlyMap<string, number>;
  quality(output: Stream): Quality;
  offers(output: Stream): readonly Offer[];
  wants(demand: Stream): readonly Want[];
}

/**
 * Builds the problem of a snapshot. Throws `input` when the knowledge base lacks a factor that is needed.
 * @param context of these settings, where its numbers are to be gone on with
 */
export function buildProblem(
  snapshot: Snapshot,
  knowledge: KnowledgeBase,
  settings: Settings,
  context = buildContext(knowledge, settings),
): Problem {
  const sites = new Map(snapshot.sites.map((site) => [site.id, site]));
  const companies = new Map(snapshot.companies.map((company) => [company.id, company]));
  const streams = (direction: Flow['direction']): readonly Stream[] =>
    snapshot.flows
      .filter((flow) => flow.direction === direction)
      .sort((a, b) => compareIds(a.id, b.id))
      .map((flow, row) => toStream(context, flow, row, sites.get(flow.siteId), companies.get(flow.companyId)));
  const outputs = streams('output');
  const demands = streams('input');
  const problem: Problem = {
    ...context,
    outputs,
    demands,
    outputRow: new Map(outputs.map((stream) => [stream.flow.id, stream.row])),
    demandRow: new Map(demands.map((stream) => [stream.flow.id, stream.row])),
    quality: remember((output) => qualityOf(output.flow, knowledge)),
    offers: remember((output) => buildOffers(problem, output, problem.quality(output))),
    wants: remember((demand) => buildWants(context, demand)),
  };
  return problem;
}

/** The stream of this id on this side; throws `not-found`. */
export function getStream(problem: Problem, side: 'output' | 'demand', id: string): Stream {
  const row = (side === 'output' ? problem.outputRow : problem.demandRow).get(id);
  if (row !== undefined) return (side === 'output' ? problem.outputs : problem.demands)[row]!;
  const ru = side === 'output' ? 'выхода' : 'потребности';
  throw new SymbionError('not-found', { ru: `Нет ${ru} «${id}».`, en: `There is no ${side} "${id}".` });
}

/** Streams of which something is remembered: those of a region, not of a country. */
const REMEMBERED = 20_000;

function remember<T>(make: (stream: Stream) => T): (stream: Stream) => T {
  const made = new Map<number, T>();
  return (stream) => {
    let known = made.get(stream.row);
    if (known === undefined) {
      known = make(stream);
      if (made.size === REMEMBERED) made.clear();
      made.set(stream.row, known);
    }
    return known;
  };
}
