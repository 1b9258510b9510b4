import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { canonicalJson } from '../content.ts';
import type { ChangeSet } from '../port.ts';

/** Keeps the parts of a change set that comes in slowly in a file, so that nobody waits while they are made. */
export class Spool {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-spool-'));
  readonly #file = path.join(this.#folder, 'parts');
  #expect: ChangeSet['expect'];

  async fill(parts: AsyncIterable<ChangeSet>): Promise<void> {
    const file = await open(this.#file, 'w');
    try {
      let first = true;
      for await (const { expect, ...part } of parts) {
        if (first) this.#expect = expect;
        first = false;
        await file.write(`${canonicalJson(part)}\n`);
      }
    } finally {
      await file.close();
    }
  }

  async *parts(): AsyncGenerator<ChangeSet> {
    const file = await open(this.#file);
    let first = true;
    for await (const line of file.readLines()) {
      yield { ...(JSON.parse(line) as ChangeSet), ...(first && this.#expect && { expect: this.#expect }) };
      first = false;
    }
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
