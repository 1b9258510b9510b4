import { type CodeMapping, type CodeScheme, type Codes, type KnowledgeBase, SymbionError } from '../domain/index.ts';

/** Physical form by digits 9-10 of the FKKO code (order of Rosprirodnadzor No. 242 of 22.05.2017). */
const FKKO_STATES: Readonly<Record<string, string>> = {
  '10': 'liquid',
  '20': 'solid',
  '21': 'solid',
  '22': 'solid',
  '23': 'solid',
  '29': 'solid',
  '30': 'paste',
  '31': 'liquid',
  '32': 'liquid',
  '33': 'paste',
  '39': 'paste',
  '40': 'powder',
  '41': 'powder',
  '42': 'powder',
  '43': 'powder',
  '49': 'powder',
  '50': 'item',
  '51': 'item',
  '52': 'item',
  '53': 'item',
  '54': 'item',
  '60': 'item',
  '61': 'item',
  '62': 'item',
  '70': 'solid',
  '71': 'solid',
  '72': 'solid',
};
/** Blocks of the catalogue; there is no block 5. */
const FKKO_BLOCKS: Readonly<Record<string, string>> = {
  '1': 'agriculture, forestry and fishing',
  '2': 'mining',
  '3': 'manufacturing',
  '4': 'consumption and discarded products',
  '6': 'power, gas and steam',
  '7': 'water and waste management',
  '8': 'construction',
  '9': 'other',
};

export interface FkkoCode {
  /** 11 digits. */
  readonly digits: string;
  /** 1..5 (I..V); absent for a group heading (last digit 0). */
  readonly hazardClass?: number;
  /** Physical form; absent for forms that the order does not list. */
  readonly state?: string;
  readonly block: string;
}

const wrong = (found: string, ru: string, en: string): SymbionError =>
  new SymbionError('input', { ru: `Код «${found}»: нужен ${ru}.`, en: `Code "${found}": wanted ${en}.` });

/** Reads an FKKO code `3 51 210 11 20 4` (11 digits, blanks free). Throws `input`. */
export function parseFkko(code: string): FkkoCode {
  const digits = code.replaceAll(/[\s\u00a0.-]/g, '');
  const block = FKKO_BLOCKS[digits[0] ?? ''];
  const last = Number(digits[10]);
  if (!/^\d{11}$/.test(digits) || block === undefined || last > 5) {
    throw wrong(
      code,
      'код ФККО из 11 цифр с классом опасности 1-5 в конце',
      'an FKKO code of 11 digits with hazard class 1-5 at its end',
    );
  }
  const state = FKKO_STATES[digits.slice(8, 10)];
  return { digits, ...(last > 0 && { hazardClass: last }), ...(state !== undefined && { state }), block };
}

/** Reads a code of the European List of Waste `10 02 07*` (6 digits, chapters 01-20). Throws `input`. */
export function parseEwc(code: string): { readonly digits: string; readonly hazardous: boolean } {
  const hazardous = code.includes('*');
  const digits = code.replaceAll(/[\s\u00a0.*-]/g, '');
  const chapter = Number(digits.slice(0, 2));
  if (!/^\d{6}$/.test(digits) || chapter < 1 || chapter > 20) {
    throw wrong(
      code,
      'код Европейского перечня из 6 цифр, глава 01-20',
      'a code of the European List of Waste of 6 digits, chapter 01-20',
    );
  }
  return { digits, hazardous };
}

/** How strongly a foreign code speaks for a material, 0..1, and whether its own entry names it. */
export interface CodeSupport {
  readonly strength: number;
  readonly exact: boolean;
  readonly code: string;
}

const FIELDS: readonly (readonly [keyof Codes, CodeScheme])[] = [
  ['fkko', 'FKKO'],
  ['ewc', 'EWC'],
  ['okpd2', 'OKPD2'],
  ['cpa', 'CPA'],
  ['hs', 'HS'],
];
const RELATION: Readonly<Record<CodeMapping['relation'], number>> = {
  exact: 1,
  narrower: 0.7,
  broader: 0.6,
  unspecific: 0,
};
/** Digits that make a code of the scheme complete; shorter matches say less. */
const FULL: Readonly<Record<CodeScheme, number>> = { FKKO: 8, EWC: 6, OKPD2: 6, CPA: 6, HS: 6, CAS: 8 };
/** Shortest common beginning that still suggests anything ("similar code"). */
const LEAST: Readonly<Record<CodeScheme, number>> = { FKKO: 3, EWC: 4, OKPD2: 4, CPA: 4, HS: 4, CAS: 8 };

/** The base's code tables by scheme and code. OKPD2 continues CPA 2008, so each also looks in the other's table. */
export class CodeIndex {
  readonly #tables = new Map<CodeScheme, Map<string, CodeMapping[]>>();
  readonly #families = new Map<string, Set<string>>();

  constructor(kb: KnowledgeBase) {
    for (const mapping of kb.codes) {
      for (const scheme of cousins(mapping.scheme)) {
        const table = this.#tables.get(scheme) ?? new Map<string, CodeMapping[]>();
        this.#tables.set(scheme, table);
        for (const code of spellings(scheme, mapping.code)) {
          const list = table.get(code);
          if (list) list.push(mapping);
          else table.set(code, [mapping]);
        }
        if (mapping.material === undefined) continue;
        const family = `${scheme}${mapping.code.slice(0, LEAST[scheme])}`;
        const members = this.#families.get(family) ?? new Set();
        this.#families.set(family, members.add(mapping.material));
      }
    }
  }

  /** Support of every material that the codes speak for; the strongest code counts, a second adds a little. */
  supports(codes: Codes): Map<string, CodeSupport> {
    const found = new Map<string, CodeSupport>();
    for (const [field, scheme] of FIELDS) {
      const code = codes[field];
      if (code === undefined) continue;
      const digits = code.replaceAll(/\D/g, '');
      if (digits.length < 2) continue;
      for (const [material, support] of this.#of(scheme, digits, code)) {
        const before = found.get(material);
        if (!before) found.set(material, support);
        else {
          const strength = 1 - (1 - before.strength) * (1 - 0.5 * support.strength);
          found.set(material, {
            ...(before.strength >= support.strength ? before : support),
            strength,
            exact: before.exact || support.exact,
          });
        }
      }
    }
    return found;
  }

  #of(scheme: CodeScheme, digits: string, code: string): Map<string, CodeSupport> {
    const found = new Map<string, CodeSupport>();
    const table = this.#tables.get(scheme);
    for (let n = digits.length; table && n >= 2 && found.size === 0; n--) {
      const mappings = table.get(digits.slice(0, n));
      if (!mappings) continue;
      const named = mappings.filter((m) => m.material !== undefined);
      if (named.length === 0) return found;
      const length = Math.min(1, n / FULL[scheme]);
      const vague = scheme === 'EWC' && n === 6 && digits.endsWith('99') ? 0.4 : 1;
      for (const m of named) {
        const strength = RELATION[m.relation] * vague * length ** 2 * (1 / Math.sqrt(named.length)) ** 0.5;
        const before = found.get(m.material!);
        if (!before || before.strength < strength)
          found.set(m.material!, { strength, exact: m.relation === 'exact' && length === 1, code });
      }
    }
    if (found.size === 0) {
      for (const material of this.#families.get(`${scheme}${digits.slice(0, LEAST[scheme])}`) ?? [])
        found.set(material, { strength: 0.15, exact: false, code });
    }
    return found;
  }
}

/** A heading of the Harmonised System that has no subheadings is written 2618 and 2618 00. */
function spellings(scheme: CodeScheme, code: string): readonly string[] {
  if (scheme !== 'HS') return [code];
  if (code.length === 4) return [code, `${code}00`];
  return code.length === 6 && code.endsWith('00') ? [code, code.slice(0, 4)] : [code];
}

const cousins = (scheme: CodeScheme): readonly CodeScheme[] =>
  scheme === 'CPA' || scheme === 'OKPD2' ? ['CPA', 'OKPD2'] : [scheme];
