import type { Bilingual, Dimension, Operator } from './units.ts';

/** `by-product`: given off. `product`: what a buyer asks for (also a function, such as "wet cattle feed"). `both`: either. */
export type MaterialRole = 'by-product' | 'product' | 'both';

/**
 * What a receiver does with it; rows of the ban matrix. `licensed` is treatment, recovery or disposal under a licence,
 * the only class open to hazard class I-II and to EU-hazardous waste without an own rule.
 */
export const USE_CLASSES = [
  'food',
  'feed-ruminant',
  'feed-other',
  'feed-pet',
  'soil-food',
  'soil-nonfood',
  'greenhouse',
  'biogas-agri',
  'biogas-other',
  'building-indoor',
  'construction',
  'road',
  'cement',
  'kiln-fuel',
  'boiler-fuel',
  'household-fuel',
  'furnace',
  'bedding',
  'water-treatment',
  'chemical',
  'recycling',
  'energy',
  'licensed',
] as const;
export type UseClass = (typeof USE_CLASSES)[number];

/** What may taint a material; columns of the ban matrix. Inherited by narrower materials. */
export const CONTAMINANTS = [
  'heavy-metals',
  'oil-pah',
  'resin',
  'halogens',
  'pathogens',
  'radionuclides',
  'tbt',
  'sulphide',
  'cyanide',
  'strong-acid',
  'strong-alkali',
  'mercury',
  'asbestos',
  'pcb',
  'animal-protein',
  'catering',
  'sewage',
  'uncertified-gas',
  'solvent',
  'fluoride-soluble',
  'oxidiser',
  'water-reactive',
  'ammonium',
  'active-chlorine',
] as const;
export type Contaminant = (typeof CONTAMINANTS)[number];

/** Node of the taxonomy. */
export interface Material {
  readonly id: string;
  readonly name: Bilingual;
  readonly parent?: string;
  readonly dimension: Dimension;
  readonly role: MaterialRole;
  readonly state?: 'solid' | 'powder' | 'paste' | 'liquid' | 'gas' | 'heat' | 'electricity' | 'item';
  /** Usual Russian hazard class 1..5; a declared class or code that is stricter wins. */
  readonly hazardClass?: number;
  /** Hazardous under the European List of Waste. */
  readonly euHazardous: boolean;
  /** Own and inherited. */
  readonly contaminants: readonly Contaminant[];
  /** Of a product: what the buyer does with it. */
  readonly useClass?: UseClass;
  readonly synonymsRu: readonly string[];
  readonly synonymsEn: readonly string[];
  readonly evidence: string;
}

/** A documented pathway: material -> product it replaces, at which receivers, after which treatment. Inherited by narrower materials. */
export interface Use {
  readonly id: string;
  readonly material: string;
  /** Product material that the receiver buys less of. */
  readonly replaces: string;
  /** NACE Rev. 2 prefixes of receivers (`23.51`, `23.6`, `01`); empty = any. */
  readonly receivers: readonly string[];
  readonly treatment: Bilingual;
  /** 0..100: how well it serves; 100 = drop-in or the established practice, 40 = low-value use. */
  readonly fit: number;
  /** Units of product replaced by one unit of material. May convert dimensions (t -> MWh). */
  readonly ratio: number;
  /** EUR per unit of product. */
  readonly virginPriceEurPerUnit?: number;
  /** EUR per unit of material. */
  readonly treatmentEurPerUnit?: number;
  /** kg CO2e per unit of material, already multiplied by the ratio. */
  readonly co2AvoidedVirginKgPerUnit: number;
  /** Counts only when the declared present route is landfill. */
  readonly co2AvoidedLandfillKgPerUnit: number;
  readonly co2TreatmentKgPerUnit: number;
  /** Hard limit by road (or pipe), km. */
  readonly distanceLimitKm?: number;
  readonly mode: 'road' | 'pipe';
  readonly basis: 'documented' | 'general rule';
  readonly evidence: string;
  /** Gates judged after the use's treatment. */
  readonly limits: readonly Limit[];
}

/** A quality limit of a use. `refuse` when a missing value refuses (food, licence, PCB of insulating oils). */
export interface Limit {
  readonly parameter: string;
  readonly operator: Operator;
  readonly value: number;
  readonly ifMissing: 'neutral' | 'refuse';
  /** The treatment of the use brings the value within the limit, so only the buyer's own limit can refuse. */
  readonly metByTreatment: boolean;
  readonly evidence: string;
}

/** A measurable property. Values are kept in `unit`. */
export interface Parameter {
  readonly id: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly synonyms: readonly string[];
  /** Other parameters that tell this one: value = offset + factor x value of `from` (dry matter = 100 - moisture). */
  readonly derived?: readonly { readonly from: string; readonly factor: number; readonly offset: number }[];
}

/** A hard rule that refuses, restricts or blocks. Every condition given must hold; a list holds when any of its members does. */
export interface Rule {
  readonly id: string;
  readonly name: Bilingual;
  /** `RU`, `EU`, `FI`, ... or `*`. Applies to the giver's or the taker's country. */
  readonly jurisdiction: string;
  /** ISO dates, absent = open. */
  readonly from?: string;
  readonly to?: string;
  /** Material ids; narrower ones included. Empty = any. */
  readonly materials: readonly string[];
  readonly contaminants: readonly Contaminant[];
  /** Hazard class at most this (1 = worst). */
  readonly hazardClassUpTo?: number;
  readonly euHazardous?: boolean;
  readonly useClasses: readonly UseClass[];
  /** Product ids; narrower ones included. Empty = any. */
  readonly products: readonly string[];
  /** `refuse`: veto. `licensed-only`: veto unless the use class is `licensed`. `note`: legal step shown, costs legal ease. */
  readonly effect: 'refuse' | 'licensed-only' | 'note';
  readonly citation: string;
}

/** A legal way on which a material may leave its producer in a jurisdiction: what has to be shown or done, and since when. */
export interface Route {
  readonly id: string;
  readonly name: Bilingual;
  readonly jurisdiction: string;
  readonly kind: 'by-product' | 'waste' | 'end-of-waste';
  readonly from?: string;
  readonly to?: string;
  /** Material ids; narrower ones included. Empty = any. */
  readonly materials: readonly string[];
  readonly citation: string;
}

/** What may cross which border when. */
export interface Regime {
  readonly id: string;
  readonly scenario: string;
  readonly fromBloc: string;
  readonly toBloc: string;
  readonly from?: string;
  readonly to?: string;
  readonly status: 'free' | 'notify' | 'consent' | 'blocked';
  readonly name: Bilingual;
  readonly citation: string;
}

/** A conversion at a site. Yields are units of output per unit of the leading (first) input. */
export interface Process {
  readonly id: string;
  readonly name: Bilingual;
  readonly nace: readonly string[];
  readonly inputs: readonly { readonly material: string; readonly perUnit: number }[];
  readonly outputs: readonly { readonly material: string; readonly yield: number }[];
  readonly evidence: string;
  readonly capex: Capex;
}

/** What a plant of a process costs: `eur` at the size `atPerYear`, another size by the power `exponent` of its ratio to that size. */
export interface Capex {
  readonly eur: number;
  /** Units of the leading input a year. */
  readonly atPerYear: number;
  /** 0..1; below 1 a larger plant costs less a unit. */
  readonly exponent: number;
  readonly evidence: string;
}

/** What companies of an activity usually give off or could take in; makes inferred flows. */
export interface Profile {
  readonly nace: string;
  readonly direction: 'output' | 'input';
  readonly material: string;
  /** `main` = nearly every plant has it; `usual`; `possible`; `minor` = too little or too rare to look for: told, inferred only for a named kind of plant. */
  readonly weight: 'main' | 'usual' | 'possible' | 'minor';
  readonly evidence: string;
}

/** A number with unit, place and source: tariffs, charges, emission factors, exchange rates. */
export interface Factor {
  readonly id: string;
  readonly country: string;
  readonly mode?: string;
  readonly from?: string;
  readonly value: number;
  readonly unit: string;
  readonly evidence: string;
}

export type CodeScheme = 'EWC' | 'FKKO' | 'CPA' | 'OKPD2' | 'HS' | 'CAS';

/** A foreign code (or prefix of it) and the material it names. */
export interface CodeMapping {
  readonly scheme: CodeScheme;
  /** Digits only. */
  readonly code: string;
  /** Absent for `unspecific`. */
  readonly material?: string;
  readonly relation: 'exact' | 'narrower' | 'broader' | 'unspecific';
  /** The entry of the European list bears an asterisk. */
  readonly hazardous?: boolean;
}

/** A material that no code of the scheme fits, said so that its absence is no gap: heat has no customs heading. */
export interface Uncoded {
  readonly scheme: CodeScheme;
  readonly material: string;
}

/** An activity of NACE Rev. 2 with the words by which companies call themselves. */
export interface Activity {
  readonly nace: string;
  readonly name: Bilingual;
  readonly synonymsRu: readonly string[];
  readonly synonymsEn: readonly string[];
}

/** A kind of plant within one activity class: an alumina refinery and a smelter are both NACE 24.42, and only one of them buys anodes. */
export interface Plant {
  readonly id: string;
  readonly nace: string;
  readonly name: Bilingual;
  /** Words by which companies of this kind call themselves. */
  readonly synonymsRu: readonly string[];
  readonly synonymsEn: readonly string[];
  /** Materials of the class's profile that only the kinds listing them give off or take in. */
  readonly has: readonly string[];
  readonly evidence: string;
}

/** A company known by name whose name tells no trade ("Statoil"). */
export interface Firm {
  readonly names: readonly string[];
  /** Its main business, the first the likeliest. */
  readonly nace: readonly string[];
  readonly evidence: string;
}

/** Two groups that must not meet (40 CFR 264 App. V and the like). Each side becomes a rule that refuses the other in what holds it. */
export interface Incompatibility {
  readonly id: string;
  readonly contaminants: readonly [Contaminant, Contaminant];
  /** Products into which a waste of the other group must not be poured, since they hold this one; in the order of the contaminants. */
  readonly holders: readonly [readonly string[], readonly string[]];
  readonly name: Bilingual;
  readonly citation: string;
}

/** What a word that many things are called by ("slag", "шлам") means where these activities give it off, without another word. */
export interface BareWord {
  readonly texts: readonly string[];
  /** NACE prefixes of givers. */
  readonly nace: readonly string[];
  /** Materials that it may be, the likeliest first. */
  readonly materials: readonly string[];
  readonly evidence: string;
}

/** A document that facts lean on; a citation begins with its name. */
export interface CitedDocument {
  readonly name: string;
  /** `reference` of best techniques, `standard`, `law`, or `figures` of whoever measured or reported them. */
  readonly kind: 'reference' | 'standard' | 'law' | 'figures';
  readonly title: string;
  readonly issuer: string;
  /** Of the edition cited; absent = kept up to date, or not known. */
  readonly year?: number;
}

export interface KnowledgeBase {
  /** Content hash of all tables. */
  readonly version: string;
  readonly materials: ReadonlyMap<string, Material>;
  readonly uses: readonly Use[];
  readonly processes: readonly Process[];
  readonly profiles: readonly Profile[];
  readonly factors: readonly Factor[];
  readonly rules: readonly Rule[];
  readonly routes: readonly Route[];
  readonly regimes: readonly Regime[];
  readonly incompatibilities: readonly Incompatibility[];
  readonly codes: readonly CodeMapping[];
  readonly uncoded?: readonly Uncoded[];
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly activities: readonly Activity[];
  readonly documents?: readonly CitedDocument[];
  readonly plants?: readonly Plant[];
  readonly firms?: readonly Firm[];
  readonly bareWords?: readonly BareWord[];
  /** ISO country -> blocs it belongs to (`RU`, `EU`, `EAEU`, ...), for jurisdictions of rules and borders of regimes. */
  readonly blocs?: ReadonlyMap<string, readonly string[]>;
}
