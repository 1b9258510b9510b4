import type { Dimension, Factor, KnowledgeBase, Mode, Settings } from '../../domain/index.ts';
import { SymbionError } from '../../domain/index.ts';
import { blocsOf } from './law.ts';

/** Cost and CO2 of carrying one unit over a road distance; both grow with the distance and never fall. */
export interface Tariff {
  readonly fixed: number;
  readonly perKm: number;
  readonly perKmAfter100: number;
  /** kg CO2e per unit and km. */
  readonly co2: number;
}

/** Mass that one unit loads a vehicle with, t. MWh: methane, 13.3 MWh/t; a piece: an estimate of 20 kg. */
const TONNES: Readonly<Record<Dimension, number>> = { t: 1, m3: 1, MWh: 0.075, piece: 0.02 };

/** EUR per unit over `km`: `fixed + perKm x min(km, 100) + perKmAfter100 x max(km - 100, 0)`. */
export function transportCost(tariff: Tariff, km: number): number {
  return tariff.fixed + tariff.perKm * Math.min(km, 100) + tariff.perKmAfter100 * Math.max(km - 100, 0);
}

/** Factors of the knowledge base as the settings and the date have them. */
export class Factors {
  readonly #knowledge: KnowledgeBase;
  readonly #own: Readonly<Record<string, number>>;
  readonly #byId = new Map<string, Factor[]>();
  readonly #asOf: string;
  readonly #found = new Map<string, number | undefined>();

  constructor(knowledge: KnowledgeBase, settings: Settings) {
    this.#knowledge = knowledge;
    this.#own = settings.factors;
    this.#asOf = settings.asOf;
    for (const factor of knowledge.factors) {
      const list = this.#byId.get(factor.id);
      if (list) list.push(factor);
      else this.#byId.set(factor.id, [factor]);
    }
  }

  /** The newest factor in force for the country, its bloc, or everywhere; undefined when there is none. Own values come first. */
  find(id: string, country: string, mode?: string): number | undefined {
    const key = `${id}|${country}|${mode}`;
    if (!this.#found.has(key)) this.#found.set(key, this.#search(id, country, mode));
    return this.#found.get(key);
  }

  #search(id: string, country: string, mode?: string): number | undefined {
    return this.#ownValue(id, mode) ?? this.#row(id, country, mode)?.value;
  }

  #ownValue(id: string, mode?: string): number | undefined {
    return this.#own[mode === undefined ? id : `${id}.${mode}`] ?? this.#own[id];
  }

  #row(id: string, country: string, mode?: string): Factor | undefined {
    const rows = (this.#byId.get(id) ?? []).filter(
      (f) =>
        (mode === undefined || f.mode === mode || f.mode === undefined || f.mode === '*') &&
        (f.from === undefined || f.from <= this.#asOf),
    );
    for (const place of [...blocsOf(this.#knowledge, country), '*']) {
      const here = rows.filter((f) => f.country === place).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
      if (here[0]) return here[0];
    }
    return undefined;
  }

  /** Where the value of `find` comes from: `own` of the settings, else the factor's evidence. */
  sourceOf(id: string, country: string, mode?: string): string | undefined {
    return this.#ownValue(id, mode) === undefined ? this.#row(id, country, mode)?.evidence : 'own';
  }

  /** As `find`; throws `input` with the missing factor's name. */
  get(id: string, country: string, mode?: string): number {
    const value = this.find(id, country, mode);
    if (value !== undefined) return value;
    const name = [id, country, mode].filter(Boolean).join(' ');
    throw new SymbionError('input', {
      ru: `В базе знаний нет множителя ${name}.`,
      en: `The knowledge base has no factor ${name}.`,
    });
  }

  tariff(country: string, mode: Mode, dimension: Dimension): Tariff {
    const tonnes = mode === 'pipe' ? 1 : TONNES[dimension];
    return {
      fixed: this.get('transport.cost.fixed', country, mode) * tonnes,
      perKm: this.get('transport.cost.perKm', country, mode) * tonnes,
      perKmAfter100: this.get('transport.cost.perKmAfter100', country, mode) * tonnes,
      co2: this.get('transport.co2', country, mode) * tonnes,
    };
  }
}
