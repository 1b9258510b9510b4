import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainGame, type Game, priceZone, splitFairly } from '../../src/planning/index.ts';

const fromList = (players: number, worth: Record<string, number>, cost = false): Game => ({
  players: Array.from({ length: players }, (_, i) => String(i + 1)),
  cost,
  worth: (mask) =>
    worth[
      [...Array(players).keys()]
        .filter((i) => (mask >> i) & 1)
        .map((i) => i + 1)
        .join('')
    ]!,
});

describe('published splits', () => {
  it('B1 three players: 1/3, 1/3, 4/3', async () => {
    const game = fromList(3, { 1: 1, 2: 1, 3: 2, 12: 1, 13: 2, 23: 2, 123: 2 }, true);
    const { shapley, stable } = await splitFairly(game);
    expect(shapley.map((x) => x.toFixed(12))).toEqual([1 / 3, 1 / 3, 4 / 3].map((x) => x.toFixed(12)));
    expect(stable).toBe(true);
  });

  it('B2 fixed order cost: 15.416667, 6, 6.666667, 7.916667, 4', async () => {
    const need = [1.2 / 6, 1.4 / 10, 1.2 / 8, 1.3 / 8, 0.4 / 4];
    const game: Game = {
      players: ['1', '2', '3', '4', '5'],
      cost: true,
      worth: (mask) => 200 * Math.max(...need.filter((_, i) => (mask >> i) & 1)),
    };
    const split = await splitFairly(game);
    expect(need.map((x) => Number((200 * x).toFixed(9)))).toEqual([40, 28, 30, 32.5, 20]);
    expect(split.shapley.map((x) => x.toFixed(6))).toEqual([
      '15.416667',
      '6.000000',
      '6.666667',
      '7.916667',
      '4.000000',
    ]);
    expect([split.stable, split.coreExists]).toEqual([true, true]);
  });

  it('B3 seller from 1,600, buyer to 1,472: no deal, gap -128', () => {
    const zone = priceZone({ giverAvoidedDisposal: 0, giverCost: 1600, takerAvoidedPurchase: 1472, takerCost: 0 });
    expect(zone).toEqual({ from: 1600, to: 1472, surplus: -128 });
  });

  it('B4 scrap F3 -> F2: surplus 982.606, zone -50 .. 932.606, equal split at 441.303', () => {
    const zone = priceZone({
      giverAvoidedDisposal: 50,
      giverCost: 0,
      takerAvoidedPurchase: 960,
      takerCost: 20 + 7.394,
    });
    expect(zone.surplus).toBeCloseTo(982.606, 9);
    expect([zone.from, zone.to.toFixed(3), zone.equalSplitPrice!.toFixed(3)]).toEqual([-50, '932.606', '441.303']);
    expect(zone.surplus - 800).toBeCloseTo(182.606, 9);
  });
});

describe('a chain of partners', () => {
  it('pays nobody downstream without the step that feeds it', () => {
    const game = chainGame([
      { giver: 'A', taker: 'B', benefit: 10 },
      { giver: 'B', taker: 'C', benefit: 20, after: 0 },
    ]);
    expect([0b011, 0b110, 0b111].map(game.worth)).toEqual([10, 0, 30]);
  });

  it('names the group that would leave', async () => {
    const game = fromList(3, { 1: 0, 2: 0, 3: 0, 12: 9, 13: 9, 23: 9, 123: 10 });
    const split = await splitFairly(game);
    expect(split).toMatchObject({ stable: false, coreExists: false, equal: [10 / 3, 10 / 3, 10 / 3] });
    expect(split.wouldLeave!.players).toHaveLength(2);
    expect(split.wouldLeave!.gain).toBeCloseTo(9 - 20 / 3, 9);
  });

  it('of two halves the surplus', async () => {
    const split = await splitFairly(chainGame([{ giver: 'A', taker: 'B', benefit: 8 }]));
    expect([split.equal, split.shapley]).toEqual([
      [4, 4],
      [4, 4],
    ]);
  });

  it('shares all and nothing more, equal partners equally', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 31, maxLength: 31 }), async (w) => {
        const game: Game = { players: ['a', 'b', 'c', 'd', 'e'], worth: (mask) => w[mask - 1]! };
        const { shapley } = await splitFairly(game);
        expect(shapley.reduce((a, b) => a + b, 0)).toBeCloseTo(w[30]!, 9);
      }),
      { numRuns: 50, seed: 1 },
    );
    const even = await splitFairly({ players: ['a', 'b', 'c'], worth: (m) => [0, 1, 1, 4, 1, 4, 4, 9][m]! });
    expect(new Set(even.shapley.map((x) => x.toFixed(12))).size).toBe(1);
  });

  it('beyond 12 partners samples with an error that covers the truth', async () => {
    // worth = (sum of weights)^2: Shapley of i is weight_i x total
    const weights = Array.from({ length: 15 }, (_, i) => i + 1);
    const total = 120;
    const game: Game = {
      players: weights.map(String),
      worth: (mask) => weights.reduce((s, w, i) => s + ((mask >> i) & 1 ? w : 0), 0) ** 2,
    };
    const split = await splitFairly(game, { permutations: 400, seed: 3 });
    expect(split.exact).toBe(false);
    split.shapley.forEach((x, i) => {
      expect(Math.abs(x - weights[i]! * total)).toBeLessThan(4 * split.error[i]! + 1e-6);
    });
    expect(await splitFairly(game, { permutations: 400, seed: 3 })).toEqual(split);
  });
});
