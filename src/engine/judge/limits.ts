import type { Columns } from '../columns/columns.ts';
import { FACT } from '../columns/item.ts';
import { MEASURED } from '../columns/traits.ts';
import { NO_LIMITS } from './constants.ts';

/** Quality limits of a pair: those of the use that its treatment does not meet, and the buyer's. */
export interface Limits {
  /** Whether the use's own limits refuse this giver, whoever takes it. */
  failsUse(giver: number, path: number): boolean;
  /** Share 0..1 of the limits that are declared; -1 where one refuses. */
  share(giver: number, path: number, taker: number): number;
  /** The share where neither side has values of quality: the same for every such pair; -1 where the use refuses what is not declared. */
  plainShare(path: number): number;
  /** The largest share that givers and takers of these traits can have. */
  bestShare(giverTraits: number, path: number, takerTraits: number): number;
}

const [MET, FAILED, UNKNOWN] = [0, 1, 2];

export function createLimits(c: Columns): Limits {
  const { gateFrom, gateParameter, gateOperator, gateValue, gateRefuses, giverFacts } = c;
  const { takerFacts, pathProduct, refusing, materialDimension } = c;
  const { outputValueFrom, outputValueParameter, outputValueOperator, outputValue } = c;
  const { demandValueFrom, demandValueParameter, demandValueOperator, demandValue } = c;
  const parameters = materialDimension.length === 0 ? 0 : refusing.length / materialDimension.length;
  let asked = 0;
  let known = 0;

  /** Counts one limit; false where it refuses. */
  function passes(output: number, parameter: number, operator: number, limit: number, refuses: boolean): boolean {
    asked++;
    for (let i = outputValueFrom[output]!; i < outputValueFrom[output + 1]!; i++) {
      if (outputValueParameter[i] !== parameter) continue;
      const outcome = compare(outputValueOperator[i]!, outputValue[i]!, operator, limit);
      if (outcome !== UNKNOWN) known++;
      return outcome !== FAILED;
    }
    return !refuses;
  }

  function passesUse(giver: number, path: number): boolean {
    for (let i = gateFrom[path]!; i < gateFrom[path + 1]!; i++)
      if (
        !passes(
          giverFacts[giver * FACT.width + FACT.row]!,
          gateParameter[i]!,
          gateOperator[i]!,
          gateValue[i]!,
          gateRefuses[i] === 1,
        )
      )
        return false;
    return true;
  }

  function passesBuyer(giver: number, path: number, taker: number): boolean {
    const demand = takerFacts[taker * FACT.width + FACT.row]!;
    const product = pathProduct[path]! * parameters;
    for (let i = demandValueFrom[demand]!; i < demandValueFrom[demand + 1]!; i++) {
      const parameter = demandValueParameter[i]!;
      const refuses = refusing[product + parameter] === 1;
      if (
        !passes(
          giverFacts[giver * FACT.width + FACT.row]!,
          parameter,
          demandValueOperator[i]!,
          demandValue[i]!,
          refuses,
        )
      )
        return false;
    }
    return true;
  }

  return {
    failsUse: (giver, path) => gateFrom[path] !== gateFrom[path + 1] && !passesUse(giver, path),
    share(giver, path, taker) {
      asked = 0;
      known = 0;
      if (!passesUse(giver, path)) return -1;
      if (takerFacts[taker * FACT.width + FACT.traits]! & MEASURED && !passesBuyer(giver, path, taker)) return -1;
      return asked === 0 ? NO_LIMITS : known / asked;
    },
    plainShare(path) {
      for (let i = gateFrom[path]!; i < gateFrom[path + 1]!; i++) if (gateRefuses[i] === 1) return -1;
      return gateFrom[path] === gateFrom[path + 1] ? NO_LIMITS : 0;
    },
    bestShare(giver, path, taker) {
      if (gateFrom[path] === gateFrom[path + 1] && !(taker & MEASURED)) return NO_LIMITS;
      if (giver & MEASURED) return 1;
      return gateFrom[path] === gateFrom[path + 1] ? NO_LIMITS : 0;
    },
  };
}

/** As `complies` of quality.ts, with codes: = 0, < 1, <= 2, > 3, >= 4. */
function compare(declaredOperator: number, declared: number, operator: number, limit: number): number {
  if (declaredOperator === 0) return holds(declared, operator, limit) ? MET! : FAILED!;
  if (operator === 0) return UNKNOWN!;
  const below = declaredOperator <= 2;
  const within = below ? declared <= limit : declared >= limit;
  if (below === operator <= 2) return within ? MET! : UNKNOWN!;
  return within ? FAILED! : UNKNOWN!;
}

function holds(value: number, operator: number, limit: number): boolean {
  if (operator === 1) return value < limit;
  if (operator === 2) return value <= limit;
  if (operator === 3) return value > limit;
  if (operator === 4) return value >= limit;
  return value === limit;
}
