import type { Match } from '../../domain/index.ts';
import type { PlacedMatch } from '../moving.ts';
import type { SideRegions } from '../port.ts';

/** Matches that bring their regions along, while they are published. */
export class PlacedMatches implements SideRegions {
  readonly #places = new WeakMap<Match, PlacedMatch>();

  async *take(rows: AsyncIterable<PlacedMatch>): AsyncGenerator<Match> {
    for await (const placed of rows) {
      this.#places.set(placed.match, placed);
      yield placed.match;
    }
  }

  output(match: Match): string | null {
    return this.#places.get(match)?.outputRegion ?? null;
  }

  demand(match: Match): string | null {
    return this.#places.get(match)?.demandRegion ?? null;
  }
}
