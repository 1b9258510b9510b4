import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileKernel, tellCode } from '../../src/kernel/compile.ts';

describe('the kernel of the search', () => {
  it('is what its sources compile to', async () => {
    const { bytes } = await compileKernel();
    expect(readFileSync('src/engine/search/kernel-code.ts', 'utf8')).toBe(tellCode(bytes));
  });
});
