import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sideBySide } from '../../src/store/neo4j/side-by-side.ts';

describe('work side by side', () => {
  it('is two pieces at a time, in their order', async () => {
    const begun: number[] = [];
    let [running, most] = [0, 0];
    await sideBySide([1, 2, 3, 4, 5], 2, async (piece) => {
      begun.push(piece);
      most = Math.max(most, ++running);
      await sleep(2);
      running--;
    });
    expect([begun, most]).toEqual([[1, 2, 3, 4, 5], 2]);
  });

  it('has ended when a fault is thrown, whether of the work or of whoever hands it out', async () => {
    let ended = 0;
    const slow = async () => {
      await sleep(5);
      ended++;
    };
    const refuse = async (piece: number) => (piece === 2 ? Promise.reject(new Error('of the work')) : slow());
    await expect(sideBySide([1, 2, 3, 4], 2, refuse)).rejects.toThrow('of the work');
    expect(ended).toBe(1);
    async function* broken() {
      yield 1;
      throw new Error('of the pieces');
    }
    await expect(sideBySide(broken(), 2, slow)).rejects.toThrow('of the pieces');
    expect(ended).toBe(2);
  });
});
