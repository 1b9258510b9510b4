import { carry, confidenceFrom, fitShare, isReceiver, legalEase, reach, roadKm, rulingOf, scoreOf } from './judge.ts';
import { consider, isBlocked, isHint, type Kind, Rankings, type StreamLists } from './lists.ts';
import type { Offer, Problem, Stream, Tariffs, Want } from './problem.ts';
import { transportCost } from './tariff.ts';
import { buildTree, leastChord2, type Tree } from './tree.ts';

/** Wants or offers of one product and country, with or without place and quantity: all that a bound needs is the same or in the tree. */
interface Group<T> {
  readonly country: string;
  readonly placed: boolean;
  readonly quantified: boolean;
  readonly items: readonly T[];
  readonly plain: Uint8Array;
  readonly tree: Tree;
  /** Of a group of offers: the cheapest carriage among them, made when first needed. */
  cheapest?: Cheapest;
}

interface Cheapest {
  cost(km: number): number;
  readonly co2: number;
}

/** Groups by the product that joins an offer with a want. */
export interface Index {
  readonly wants: ReadonlyMap<number, readonly Group<Want>[]>;
  readonly offers: ReadonlyMap<number, readonly Group<Offer>[]>;
  readonly counter: { pairs: number };
}

/** Keeps bounds above the truth where a chord is turned into kilometres: asin is not exactly monotone in its last bit. */
const SHRINK = 1 - 1e-12;

export function buildIndex(problem: Problem): Index {
  const wants = new Map<number, Want[]>();
  for (const demand of problem.demands) for (const want of problem.wants(demand)) push(wants, want.product, want);
  const offers = new Map<number, Offer[]>();
  for (const output of problem.outputs)
    for (const offer of problem.offers(output)) {
      if (!isCandidate(problem, offer)) continue;
      for (const product of problem.vocabulary.lineage(offer.pathway.product))
        if (wants.has(product)) push(offers, product, offer);
    }
  return {
    wants: mapValues(wants, (list) =>
      group(
        list,
        (want) => want.demand,
        (want) => isPlainWant(problem, want),
        WANT_MAXIMA,
      ),
    ),
    offers: mapValues(offers, (list) =>
      group(
        list,
        (offer) => offer.output,
        (offer) => isPlainOffer(problem, offer),
        OFFER_MAXIMA,
      ),
    ),
    counter: { pairs: 0 },
  };
}

const known = (value: number | undefined) => value ?? Number.NEGATIVE_INFINITY;
const flag = (condition: boolean) => (condition ? 1 : 0);

/** Of a want: sureness, own price, whether some have none. */
const WANT_MAXIMA: readonly ((want: Want) => number)[] = [
  (want) => want.confidence,
  (want) => known(want.demand.flow.priceEurPerUnit),
  (want) => flag(want.demand.flow.priceEurPerUnit === undefined),
];

/** Of an offer: fit x sureness, sureness, money with the use's price, money without, ratio, carbon, one over (quantity x ratio), reach, whether some lack a price, one over ratio. */
const OFFER_MAXIMA: readonly ((offer: Offer) => number)[] = [
  (offer) => (offer.pathway.fit / 100) * offer.confidence,
  (offer) => offer.confidence,
  (offer) =>
    offer.productPrice === undefined
      ? Number.NEGATIVE_INFINITY
      : offer.moneyBase + offer.pathway.ratio * offer.productPrice,
  (offer) => offer.moneyBase,
  (offer) => offer.pathway.ratio,
  (offer) => offer.carbonBase,
  (offer) => (offer.output.quantity === undefined ? 0 : 1 / (offer.output.quantity * offer.pathway.ratio)),
  (offer) => flag(offer.productPrice === undefined),
  (offer) => 1 / offer.pathway.ratio,
];

/** The exact ranked lists of an output. */
export function searchOutput(problem: Problem, index: Index, output: Stream): StreamLists {
  const rankings = new Rankings(problem.settings.top);
  for (const offer of problem.offers(output)) {
    if (!isCandidate(problem, offer)) continue;
    const plain = isPlainOffer(problem, offer);
    for (const product of problem.vocabulary.lineage(offer.pathway.product))
      for (const wants of index.wants.get(product) ?? []) {
        const kind = kindFor(problem, offer, wants.items[0]!);
        if (!kind) continue;
        const bound = wantBound(problem, offer, wants);
        descend(wants.tree, 0, bound(0), rankings, kind, bound, (at) => {
          const want = wants.items[at]!;
          index.counter.pairs++;
          tryPair(problem, rankings, kind, offer, want, want.demand.row, plain && wants.plain[at] === 1);
        });
      }
  }
  return rankings.lists();
}

/** The exact ranked lists of a demand. */
export function searchDemand(problem: Problem, index: Index, demand: Stream): StreamLists {
  const rankings = new Rankings(problem.settings.top);
  for (const want of problem.wants(demand)) {
    const plain = isPlainWant(problem, want);
    for (const offers of index.offers.get(want.product) ?? []) {
      const kind = kindFor(problem, offers.items[0]!, want);
      if (!kind) continue;
      const bound = offerBound(problem, offers, want);
      descend(offers.tree, 0, bound(0), rankings, kind, bound, (at) => {
        const offer = offers.items[at]!;
        index.counter.pairs++;
        tryPair(problem, rankings, kind, offer, want, offer.output.row, plain && offers.plain[at] === 1);
      });
    }
  }
  return rankings.lists();
}

/** Depth first, the better child first; a node that cannot enter is left with all below it. */
function descend(
  tree: Tree,
  node: number,
  bound: number,
  rankings: Rankings,
  kind: Kind,
  boundOf: (node: number) => number,
  visit: (at: number) => void,
): void {
  if (!rankings.of(kind).admits(bound, tree.minRow[node]!)) return;
  if (tree.leaf[node] === 1) {
    for (let i = tree.from[node]!; i < tree.to[node]!; i++) visit(tree.order[i]!);
    return;
  }
  const left = 2 * node + 1;
  const right = left + 1;
  const [leftBound, rightBound] = [boundOf(left), boundOf(right)];
  const leftFirst = leftBound > rightBound || (leftBound === rightBound && tree.minRow[left]! <= tree.minRow[right]!);
  if (leftFirst) {
    descend(tree, left, leftBound, rankings, kind, boundOf, visit);
    descend(tree, right, rightBound, rankings, kind, boundOf, visit);
  } else {
    descend(tree, right, rightBound, rankings, kind, boundOf, visit);
    descend(tree, left, leftBound, rankings, kind, boundOf, visit);
  }
}

/** A plain pair is scored by numbers alone; any other is bounded by its numbers and judged in full when it may enter. */
function tryPair(
  problem: Problem,
  rankings: Rankings,
  kind: Kind,
  offer: Offer,
  want: Want,
  partner: number,
  plain: boolean,
): void {
  const best = rankings.of(kind);
  const { output, pathway } = offer;
  const { demand } = want;
  if (output.company === demand.company) return;
  const receiver = isReceiver(offer, want);
  if (!receiver && demand.flow.origin !== 'declared') return;
  const km = output.xyz && demand.xyz ? roadKm(output.xyz, demand.xyz, offer.detour) : undefined;
  if (km !== undefined) {
    const limit = reach(offer, want);
    if (limit !== undefined && km > limit) return;
  }
  const wanted = demand.quantity === undefined ? undefined : demand.quantity / pathway.ratio;
  const quantity =
    wanted === undefined ? output.quantity : output.quantity === undefined ? wanted : Math.min(wanted, output.quantity);
  const share =
    wanted === undefined || output.quantity === undefined ? undefined : Math.min(1, wanted / output.quantity);
  const price = demand.flow.priceEurPerUnit ?? offer.productPrice;
  const transaction = quantity === undefined ? 0 : problem.settings.transactionCostEur / quantity;
  const road = offer.tariffs.road;
  const byRoad = !((output.rail && demand.rail) || (output.sea && demand.sea));
  const carriage = km === undefined || byRoad ? undefined : carry(offer, want, km);
  const cost = km === undefined ? 0 : (carriage?.cost ?? transportCost(road, km));
  const net =
    price === undefined || km === undefined ? undefined : offer.moneyBase + pathway.ratio * price - cost - transaction;
  const carbon = km === undefined ? undefined : offer.carbonBase - (carriage?.co2 ?? road.co2 * km);
  const legal = legalIn(problem, offer, demand);
  if (legal < 0) return;
  // what a buyer's limits will say is not known yet: at best all are declared
  const limits = plain ? (offer.limits.asked === 0 ? 0.5 : offer.limits.known / offer.limits.asked) : 1;
  const score = scoreOf(
    problem.points,
    fitShare(offer, want, receiver),
    share,
    km,
    net,
    carbon,
    legal,
    confidenceFrom(offer, want, km !== undefined, price !== undefined, limits),
  );
  if (!best.admits(score, partner)) return;
  if (plain) best.put({ partner, score, offer, want });
  else consider(problem, rankings, offer, want, partner);
}

/** Upper bound of the score over a node of wants, for one offer. Each term is bounded by its own best over the node. */
function wantBound(problem: Problem, offer: Offer, wants: Group<Want>): (node: number) => number {
  const { tree } = wants;
  const [confidence, price, unpriced] = tree.maxima as [Float64Array, Float64Array, Float64Array];
  const { output, pathway } = offer;
  const legal = bestLegal(problem, offer, wants.country);
  const distanced = output.xyz !== undefined && wants.placed;
  const { tariffs } = offer;
  const fit = (pathway.fit / 100) * offer.confidence;
  return (node) => {
    const sure = confidence[node]!;
    const largest = wants.quantified ? tree.maxQuantity[node]! / pathway.ratio : undefined;
    const quantity =
      largest === undefined
        ? output.quantity
        : output.quantity === undefined
          ? largest
          : Math.min(largest, output.quantity);
    const share =
      largest === undefined || output.quantity === undefined ? undefined : Math.min(1, largest / output.quantity);
    const transaction = quantity === undefined ? 0 : problem.settings.transactionCostEur / quantity;
    const usePrice = unpriced[node]! > 0 ? known(offer.productPrice) : Number.NEGATIVE_INFINITY;
    const purchase = pathway.ratio * Math.max(price[node]!, usePrice);
    const km = distanced ? leastKm(problem, output, tree, node) : undefined;
    const net = km === undefined ? undefined : offer.moneyBase + purchase - leastCost(tariffs, km) - transaction;
    const carbon = km === undefined ? undefined : offer.carbonBase - leastCarbon(tariffs, km);
    const neutralPrice = km !== undefined && unpriced[node]! > 0 && offer.productPrice === undefined;
    return upper(problem, fit * sure, share, km, net, neutralPrice, carbon, legal, offer.confidence * sure);
  };
}

/** Upper bound of the score over a node of offers, for one want. */
function offerBound(problem: Problem, offers: Group<Offer>, want: Want): (node: number) => number {
  const { tree, items } = offers;
  const [fit, sure, money, bare, ratio, carbonBase, perQuantity, unpriced, perRatio] = tree.maxima as Float64Array[];
  const { demand } = want;
  const own = demand.flow.priceEurPerUnit;
  const distanced = demand.xyz !== undefined && offers.placed;
  offers.cheapest ??= leastTariffs(items);
  const { cheapest } = offers;
  return (node) => {
    const share =
      demand.quantity === undefined || !offers.quantified
        ? undefined
        : Math.min(1, demand.quantity * perQuantity![node]!);
    const most = demand.quantity === undefined ? undefined : demand.quantity * perRatio![node]!;
    const quantity =
      most === undefined
        ? offers.quantified
          ? tree.maxQuantity[node]!
          : undefined
        : offers.quantified
          ? Math.min(most, tree.maxQuantity[node]!)
          : most;
    const transaction = quantity === undefined ? 0 : problem.settings.transactionCostEur / quantity;
    const km = distanced ? leastKm(problem, demand, tree, node) : undefined;
    const gain =
      own === undefined ? money![node]! : bare![node]! + (own >= 0 ? ratio![node]! * own : own / perRatio![node]!);
    const net = km === undefined ? undefined : gain - cheapest.cost(km) - transaction;
    const carbon = km === undefined ? undefined : carbonBase![node]! - cheapest.co2 * km;
    const neutralPrice = km !== undefined && own === undefined && unpriced![node]! > 0;
    return upper(
      problem,
      fit![node]! * want.confidence,
      share,
      km,
      net,
      neutralPrice,
      carbon,
      1,
      sure![node]! * want.confidence,
    );
  };
}

/** The sum of the terms' bounds; a hair is added where a product of rounded factors could round the other way. */
function upper(
  problem: Problem,
  fit: number,
  share: number | undefined,
  km: number | undefined,
  net: number | undefined,
  neutralPrice: boolean,
  carbon: number | undefined,
  legal: number,
  confidence: number,
): number {
  const hair = 1e-9;
  const grown = (value: number | undefined) => (value === undefined ? undefined : value + Math.abs(value) * hair);
  const at = (money: number | undefined) =>
    scoreOf(
      problem.points,
      fit * (1 + hair),
      grown(share),
      km,
      grown(money),
      grown(carbon),
      legal,
      confidence * (1 + hair),
    );
  // no price at all in the node: its economics are neutral
  if (net === Number.NEGATIVE_INFINITY) return at(undefined);
  return neutralPrice ? Math.max(at(net), at(undefined)) : at(net);
}

function leastKm(problem: Problem, stream: Stream, tree: Tree, node: number): number {
  const [x, y, z] = stream.xyz!;
  const chord = Math.sqrt(leastChord2(tree, node, x, y, z));
  return 2 * 6371 * Math.asin(Math.min(1, chord / 2)) * problem.leastDetour * SHRINK;
}

function leastCost(tariffs: Tariffs, km: number): number {
  return Math.min(transportCost(tariffs.road, km), transportCost(tariffs.rail, km), transportCost(tariffs.sea, km));
}

function leastCarbon(tariffs: Tariffs, km: number): number {
  return Math.min(tariffs.road.co2, tariffs.rail.co2, tariffs.sea.co2) * km;
}

/** The cheapest carriage among the offers of a group, whatever their dimension. */
function leastTariffs(offers: readonly Offer[]): Cheapest {
  const all = new Set<Tariffs>();
  for (const offer of offers) all.add(offer.tariffs);
  const list = [...all];
  return {
    cost: (km) => Math.min(...list.map((tariffs) => leastCost(tariffs, km))),
    co2: Math.min(...list.map((tariffs) => leastCarbon(tariffs, 1))),
  };
}

/** Legal ease 0..1 of an offer at a demand; -1 where a rule refuses. Remembered by country. */
function legalIn(problem: Problem, offer: Offer, { country, treats }: Stream): number {
  const memory = treats ? offer.legalTreated : offer.legal;
  let legal = memory.get(country);
  if (legal === undefined) {
    const ruling = rulingOf(problem, offer, country, treats);
    legal =
      ruling.refusals.length > 0
        ? -1
        : legalEase(offer, ruling, problem.law.regime(offer.output.country, country)?.status);
    memory.set(country, legal);
  }
  return legal;
}

/** The most legal ease an offer can have in a country; a refusal is left to the pair. */
function bestLegal(problem: Problem, offer: Offer, country: string): number {
  const border = problem.law.regime(offer.output.country, country)?.status;
  return Math.max(
    legalEase(offer, rulingOf(problem, offer, country, true), border),
    legalEase(offer, rulingOf(problem, offer, country, false), border),
  );
}

/** No taker can change that a use's own gate failed; a hint is searched for only when hints are listed. */
function isCandidate(problem: Problem, offer: Offer): boolean {
  return offer.limits.failed.length === 0 && (problem.settings.hints || !isHint(offer.basis));
}

/** The list that pairs of an offer and a group's country go to; undefined when it is not kept. */
function kindFor(problem: Problem, offer: Offer, want: Want): Kind | undefined {
  if (isHint(offer.basis) || isHint(want.basis)) return problem.settings.hints ? 'hints' : undefined;
  if (!isBlocked(problem, { offer, want })) return 'open';
  return problem.settings.blocked ? 'blocked' : undefined;
}

function isPlainOffer(problem: Problem, offer: Offer): boolean {
  const { flow } = offer.output;
  return (
    !isHint(offer.basis) &&
    flow.readings.length === 1 &&
    flow.from === undefined &&
    flow.to === undefined &&
    problem.offers(offer.output).length > 0
  );
}

function isPlainWant(problem: Problem, want: Want): boolean {
  const { flow } = want.demand;
  const product = problem.vocabulary.materials[want.product]!;
  return (
    !isHint(want.basis) &&
    flow.readings.length === 1 &&
    flow.measurements.length === 0 &&
    flow.from === undefined &&
    flow.to === undefined &&
    (flow.dimension === undefined || flow.dimension === product.dimension)
  );
}

function group<T>(
  items: readonly T[],
  streamOf: (item: T) => Stream,
  isPlain: (item: T) => boolean,
  maxima: readonly ((item: T) => number)[],
): Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const { country, xyz, quantity } = streamOf(item);
    const basis = isHint((item as { basis: 'documented' }).basis);
    push(groups, `${country}|${xyz === undefined}|${quantity === undefined}|${basis}`, item);
  }
  return [...groups.values()].map((members) => {
    const streams = members.map(streamOf);
    const place = (axis: number) => Float64Array.from(streams, (stream) => stream.xyz?.[axis] ?? 0);
    return {
      country: streams[0]!.country,
      placed: streams[0]!.xyz !== undefined,
      quantified: streams[0]!.quantity !== undefined,
      items: members,
      plain: Uint8Array.from(members, (member) => flag(isPlain(member))),
      tree: buildTree({
        x: place(0),
        y: place(1),
        z: place(2),
        quantity: Float64Array.from(streams, (stream) => stream.quantity ?? 0),
        maxima: maxima.map((of) => Float64Array.from(members, of)),
        row: Int32Array.from(streams, (stream) => stream.row),
      }),
    };
  });
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function mapValues<K, A, B>(map: ReadonlyMap<K, A>, of: (value: A) => B): Map<K, B> {
  return new Map([...map].map(([key, value]) => [key, of(value)]));
}
