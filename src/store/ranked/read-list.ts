import type { PlacedMatch } from '../moving.ts';
import { decodeMatch, decodeRegions } from './list-codec.ts';

/** An output's list as a house reads it: records of list-codec.ts, and the texts that they number. */
export interface ReadList {
  readonly output: string;
  /** Text of a number; 0 is no text. */
  text(n: number): string;
  readonly records: Uint8Array;
  /** How many matches. */
  readonly length: number;
}

/** Its matches by demand id. */
export function* placedMatches({ output, records, length, text }: ReadList): Generator<PlacedMatch> {
  for (let k = 0; k < length; k++)
    yield { match: decodeMatch(output, records, k, text), ...decodeRegions(records, k, text) };
}
