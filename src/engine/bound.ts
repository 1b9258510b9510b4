import { AIM, type Aim, MARK } from './aim.ts';
import { NODE } from './forest.ts';
import { grown } from './geometry.ts';
import { LANE, LANE_FACT } from './lanes.ts';
import { carriage, TARIFF } from './road.ts';
import { ofCarbon, ofDistance, ofMoney, ofQuantity, whole } from './terms.ts';
import * as traits from './traits.ts';

// constants of this file: the compiler takes them for numbers, which it does not with fields of an object that another file exports
const { minX, maxX, minY, maxY, minZ, maxZ, maxQuantity, minQuantity, confidence, money, modes, receivers } = NODE;
const { kmPerChord, deal, known } = AIM;
const { fitMost, quantityMost, distanceMost, moneyMost, carbonMost, confidenceMost } = AIM;
const [NODE_WIDTH, FIT, STRANGE_FIT] = [NODE.width, AIM.lane + LANE.fit, AIM.lane + LANE.strangeFit];
const [RATIO, PRICE, TREATMENT] = [AIM.lane + LANE.ratio, AIM.lane + LANE.price, AIM.lane + LANE.treatment];
const [CARBON, REACH, ROAD] = [AIM.lane + LANE.carbon, AIM.lane + LANE.reach, AIM.lane + LANE.tariff];
const [PLACED, PIPE, PRICED] = [LANE_FACT.placed, LANE_FACT.pipe, LANE_FACT.priced].map((fact) => MARK.lane + fact);
const [GIVEN, WANTED] = [MARK.lane + LANE_FACT.given, MARK.lane + LANE_FACT.wanted];
const { base: BASE, halved: HALVED, modes: MODES, near: NEAR, way: WAY, legal: LEGAL } = MARK;

/** Share of what is given that a node can absorb at most; NaN = unknown. */
function absorbedBy(aim: Aim, nodes: Float64Array, at: number): number {
  const a = aim.numbers;
  if (aim.marks[GIVEN!] !== 1 || aim.marks[WANTED!] !== 1) return Number.NaN;
  const least = aim.giving ? a[minQuantity]! : nodes[at + minQuantity]!;
  const wanted = (aim.giving ? nodes[at + maxQuantity]! : a[maxQuantity]!) / a[RATIO!]!;
  return wanted >= least && least > 0 ? 1 : grown(Math.min(1, wanted / least));
}

/**
 * The most that any pair of what is aimed from with a node of the other side can score: the score's own formulas (terms.ts), fed with the best that both
 * have. -1 where all are too far, or where the distance leaves less than `need` points. The points of the distance stand in `MARK.near`.
 */
export function boundOf(aim: Aim, nodes: Float64Array, node: number, need: number): number {
  const a = aim.numbers;
  const m = aim.marks;
  const giving = aim.giving;
  const at = Math.imul(m[BASE]! + node, NODE_WIDTH);
  const halved = m[HALVED]!;
  let km = Number.NaN;
  if (m[PLACED!] === 1) {
    // the chord between boxes is never longer than that between two items inside
    const aboveX = nodes[at + minX]! - a[maxX]!;
    const aboveY = nodes[at + minY]! - a[maxY]!;
    const aboveZ = nodes[at + minZ]! - a[maxZ]!;
    const belowX = a[minX]! - nodes[at + maxX]!;
    const belowY = a[minY]! - nodes[at + maxY]!;
    const belowZ = a[minZ]! - nodes[at + maxZ]!;
    const dx = aboveX > 0 ? aboveX : belowX > 0 ? belowX : 0;
    const dy = aboveY > 0 ? aboveY : belowY > 0 ? belowY : 0;
    const dz = aboveZ > 0 ? aboveZ : belowZ > 0 ? belowZ : 0;
    km = a[kmPerChord]! * Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
  const near = whole(a[distanceMost]!, ofDistance(km)) >> halved;
  if (near < need) return -1;
  const shared = m[MODES]! & nodes[at + modes]!;
  if (km > a[REACH! + shared]!) return -1;
  m[NEAR] = near;

  let cost = carriage(a, ROAD!, km);
  let co2 = a[ROAD! + 3]! * km;
  if (shared !== 0 && m[PIPE!] === 0)
    for (let mode = traits.RAIL; mode <= traits.SEA; mode++)
      if (shared & mode) {
        cost = Math.min(cost, carriage(a, ROAD! + mode * TARIFF, km));
        co2 = Math.min(co2, a[ROAD! + mode * TARIFF + 3]! * km);
      }
  const isGiven = m[GIVEN!] === 1;
  const isWanted = m[WANTED!] === 1;
  const given = giving ? a[maxQuantity]! : nodes[at + maxQuantity]!;
  const wanted = (giving ? nodes[at + maxQuantity]! : a[maxQuantity]!) / a[RATIO!]!;
  const quantity = isWanted ? (wanted < given || !isGiven ? wanted : given) : given;
  const theirMoney = nodes[at + money]!;
  const base = (giving ? a[money]! : theirMoney) - a[TREATMENT!]!;
  const price = m[PRICED!] === 1 ? (giving ? theirMoney : a[money]!) : a[PRICE!]!;
  const net = grown(base + a[RATIO!]! * price - cost - (isGiven || isWanted ? a[deal]! / quantity : 0));
  const sure = a[confidence]! * nodes[at + confidence]!;
  const fit = nodes[at + receivers]! & m[WAY]! ? a[FIT!]! : a[STRANGE_FIT!]!;
  return (
    (whole(a[fitMost]!, grown(fit * sure)) >> halved) +
    (whole(a[quantityMost]!, ofQuantity(absorbedBy(aim, nodes, at))) >> halved) +
    near +
    (whole(a[moneyMost]!, ofMoney(net)) >> halved) +
    (whole(a[carbonMost]!, ofCarbon(grown(a[CARBON!]! - co2))) >> halved) +
    m[LEGAL]! +
    (whole(a[confidenceMost]!, grown(sure * a[known]!)) >> halved)
  );
}
