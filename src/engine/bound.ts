import { AIM, type Aim, MARK } from './aim.ts';
import { NODE } from './forest.ts';
import { gap, grown } from './geometry.ts';
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

/**
 * The most that any pair of what is aimed from with a node of the other side can score: the score's own formulas (terms.ts), fed with the best that both
 * have. -1 where all are too far, or where the distance leaves less than `need` points. The points of the distance stand in `MARK.near`.
 */
export function boundOf(aim: Aim, nodes: Float64Array, node: number, need: number): number {
  const a = aim.numbers;
  const m = aim.marks;
  const giving = aim.giving;
  const at = (m[BASE]! + node) * NODE_WIDTH;
  const halved = m[HALVED]!;
  // the chord between the boxes is never longer than that between two items inside
  let km = Number.NaN;
  if (m[PLACED!] === 1) {
    const dx = gap(a[minX]!, a[maxX]!, nodes[at + minX]!, nodes[at + maxX]!);
    const dy = gap(a[minY]!, a[maxY]!, nodes[at + minY]!, nodes[at + maxY]!);
    const dz = gap(a[minZ]!, a[maxZ]!, nodes[at + minZ]!, nodes[at + maxZ]!);
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
  const least = giving ? a[minQuantity]! : nodes[at + minQuantity]!;
  const wanted = (giving ? nodes[at + maxQuantity]! : a[maxQuantity]!) / a[RATIO!]!;
  const quantity = isWanted ? (wanted < given || !isGiven ? wanted : given) : given;
  let absorbed = Number.NaN;
  if (isGiven && isWanted) absorbed = wanted >= least && least > 0 ? 1 : grown(Math.min(1, wanted / least));
  const theirMoney = nodes[at + money]!;
  const base = (giving ? a[money]! : theirMoney) - a[TREATMENT!]!;
  const price = m[PRICED!] === 1 ? (giving ? theirMoney : a[money]!) : a[PRICE!]!;
  const net = grown(base + a[RATIO!]! * price - cost - (isGiven || isWanted ? a[deal]! / quantity : 0));
  const sure = a[confidence]! * nodes[at + confidence]!;
  const fit = nodes[at + receivers]! & m[WAY]! ? a[FIT!]! : a[STRANGE_FIT!]!;
  return (
    (whole(a[fitMost]!, grown(fit * sure)) >> halved) +
    (whole(a[quantityMost]!, ofQuantity(absorbed)) >> halved) +
    near +
    (whole(a[moneyMost]!, ofMoney(net)) >> halved) +
    (whole(a[carbonMost]!, ofCarbon(grown(a[CARBON!]! - co2))) >> halved) +
    m[LEGAL]! +
    (whole(a[confidenceMost]!, grown(sure * a[known]!)) >> halved)
  );
}
