import type { Standing } from './standing.ts';
import type { Top } from './top.ts';

/** Searches the trees of one side for one item of the other, by one pathway and one group at a time. */
export interface TreeSearch {
  /** Pairs whose score was computed since the start. */
  readonly judged: number;
  /** To be called when another stream is searched for: what was found out for an item holds no longer. */
  forget(): void;
  /** Sets item, pathway and group (its place in the table); false where the rules refuse every pair. */
  aim(item: number, path: number, group: number): boolean;
  /** The most that any pair with a node of the group can score; -1 where all are too far. */
  bound(node: number): number;
  /** Goes down from the root, the better child first, and leaves a node that cannot enter `top`. `everything`: judges every pair, however bad. */
  fill(top: Top, everything: boolean): void;
  /** Finds the rows of the group in whose lists the item stands, or would if it were there. */
  stand(standing: Standing): void;
}
