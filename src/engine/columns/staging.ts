import type { Measurement } from '../../domain/index.ts';
import { strictestClass } from '../judge/law.ts';
import { qualityOf } from '../judge/quality.ts';
import { allPathways } from '../problem/catalog.ts';
import type { Context } from '../problem/context.ts';
import { disposalAvoided } from '../problem/offers.ts';
import type { Stream } from '../problem/stream.ts';
import { receives } from '../problem/vocabulary.ts';
import { f64, i32, u8, u16, u32 } from './growing.ts';
import { FACT, PLACE } from './item.ts';
import { RECEIVERS, StagedItems } from './staged-items.ts';
import * as traits from './traits.ts';

/** One side's streams and readings as they come, before their trees give the readings their order. */
export class Staging {
  readonly side: 'output' | 'demand';
  readonly #context: Context;
  readonly #pathRows: ReadonlyMap<string, number>;
  /** Row of the first stream; those of the others follow. */
  first = 0;
  rows = 0;
  readonly from = i32();
  readonly to = i32();
  readonly traits = u32();
  readonly readingFrom = i32();
  readonly readingMaterial = i32();
  readonly readingConfidence = f64();
  readonly readingPart = u8();
  /** Place among the staged items; -1 = not searched. */
  readonly readingItem = i32();
  readonly valueFrom = i32();
  readonly valueParameter = u16();
  readonly valueOperator = u8();
  readonly value = f64();
  readonly roadKm = f64();
  readonly pipeKm = f64();

  readonly items = new StagedItems();

  constructor(side: 'output' | 'demand', context: Context) {
    this.side = side;
    this.#context = context;
    this.#pathRows = allPathways(context).rowOf;
  }

  /** Streams come by row. */
  add(stream: Stream): void {
    const { flow } = stream;
    if (this.rows === 0) this.first = stream.row;
    this.rows++;
    this.from.push(flow.from === undefined ? 0 : traits.dayNumber(flow.from));
    this.to.push(flow.to === undefined ? 0x7fffffff : traits.dayNumber(flow.to));
    this.readingFrom.push(this.readingMaterial.length);
    this.valueFrom.push(this.value.length);
    const measured = this.side === 'output' ? this.#addQuality(stream) : this.#addLimits(flow.measurements);
    const bits = this.#bitsOf(stream) | (measured ? traits.MEASURED : 0) | this.#addNearness(stream);
    this.traits.push(this.#packed(stream, bits, flow.hazardClass ?? 0, 0));
    flow.readings.slice(0, traits.MOST_READINGS).forEach((_, at) => {
      this.#addReading(stream, at, bits);
    });
  }

  #bitsOf({ flow, rail, sea, treats }: Stream): number {
    return (
      (rail ? traits.RAIL : 0) |
      (sea ? traits.SEA : 0) |
      (flow.origin === 'declared' ? traits.DECLARED : 0) |
      (flow.routeKind === 'landfill' ? traits.LANDFILLED : 0) |
      (flow.euHazardous === true ? traits.EU_HAZARDOUS : 0) |
      (treats ? traits.TREATS : 0) |
      (flow.readings.length > 1 ? traits.MULTIPLE : 0) |
      (flow.from !== undefined || flow.to !== undefined ? traits.DATED : 0)
    );
  }

  #packed({ flow, countryNumber }: Stream, bits: number, hazard: number, reading: number): number {
    return traits.packTraits(bits, hazard, traits.dimensionCode(flow.dimension), reading, countryNumber);
  }

  #addReading(stream: Stream, at: number, bits: number): void {
    const { vocabulary, settings } = this.#context;
    const { flow, xyz } = stream;
    const reading = flow.readings[at]!;
    const row = vocabulary.rowOf.get(reading.material);
    const similar = reading.by === 'similar text' || reading.by === 'similar code';
    const searched = row !== undefined && (!similar || settings.hints);
    this.readingMaterial.push(row ?? -1);
    this.readingConfidence.push(reading.confidence);
    this.readingPart.push(reading.part ?? 0);
    this.readingItem.push(searched ? this.items.count : -1);
    if (!searched) return;
    const material = vocabulary.materials[row]!;
    const hazard = this.side === 'output' ? strictestClass(flow.hazardClass, material) : 0;
    const more = (similar ? traits.HINT : 0) | (material.euHazardous ? traits.EU_HAZARDOUS : 0);
    const item = this.items.next();
    this.items.material[item] = row;
    const { places, facts } = this.items;
    const place = item * PLACE.width;
    places[place + PLACE.x] = xyz ? xyz[0] : Number.NaN;
    places[place + PLACE.y] = xyz ? xyz[1] : Number.NaN;
    places[place + PLACE.z] = xyz ? xyz[2] : Number.NaN;
    places[place + PLACE.quantity] = stream.quantity ?? Number.NaN;
    places[place + PLACE.confidence] = reading.confidence;
    places[place + PLACE.money] =
      this.side === 'output' ? disposalAvoided(this.#context, stream, hazard) : (flow.priceEurPerUnit ?? Number.NaN);
    places[place + PLACE.rank] = stream.rank ?? stream.row;
    places[place + RECEIVERS] = this.side === 'demand' ? this.#waysReceived(row, stream) : 0;
    const fact = item * FACT.width;
    facts[fact + FACT.row] = stream.row;
    facts[fact + FACT.company] = stream.company;
    facts[fact + FACT.activity] = stream.activity;
    facts[fact + FACT.traits] = this.#packed(stream, bits | more, hazard, at);
  }

  /** Bits of the ways to a product that know the taker's activity as a receiver. */
  #waysReceived(product: number, { nace, activity }: Stream): number {
    this.#received[product] ??= [];
    const known = this.#received[product];
    if (known[activity] === undefined) {
      let bits = 0;
      for (const pathway of this.#context.waysTo(product))
        if (receives(pathway, nace)) bits |= traits.wayBit(this.#pathRows.get(pathway.id)!);
      known[activity] = bits;
    }
    return known[activity];
  }

  /** By product, by activity. */
  readonly #received: (number | undefined)[][] = [];

  #addQuality({ flow }: Stream): boolean {
    const quality = qualityOf(flow, this.#context.vocabulary.knowledge);
    for (const measurement of quality.values()) this.#addValue(measurement);
    return quality.size > 0;
  }

  #addLimits(measurements: readonly Measurement[]): boolean {
    const limits = measurements.filter((m) => !isDistance(m));
    limits.forEach((limit) => {
      this.#addValue(limit);
    });
    return limits.length > 0;
  }

  #addValue({ parameter, operator, value }: Measurement): void {
    this.valueParameter.push(this.#context.parameters.of(parameter));
    this.valueOperator.push(traits.OPERATORS.indexOf(operator));
    this.value.push(value);
  }

  /** What comes by pipe obeys both of the buyer's distances, the rest that by road. */
  #addNearness({ flow: { measurements } }: Stream): number {
    if (this.side === 'output') return 0;
    const least = (parameters: readonly string[]) =>
      measurements
        .filter((m) => parameters.includes(m.parameter))
        .reduce((km, m) => Math.min(km, m.value), Number.POSITIVE_INFINITY);
    const road = least(['distance_road']);
    const pipe = least(['distance_road', 'distance_pipe']);
    this.roadKm.push(road);
    this.pipeKm.push(pipe);
    return pipe < Number.POSITIVE_INFINITY ? traits.NEARBY : 0;
  }
}

function isDistance({ parameter }: Measurement): boolean {
  return parameter === 'distance_road' || parameter === 'distance_pipe';
}
