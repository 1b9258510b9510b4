import { type FlowQuestion, type Understanding, type UnderstoodFlow, understand } from './understand-flow.ts';
import type { Turns } from './watch-import.ts';

/** Understands the flows of files, many at a time. */
export interface Understander {
  /** Parts that it is worth while to hand over before the answer to the first. */
  readonly ahead: number;
  /** As many answers, in the same order. */
  understand(questions: readonly FlowQuestion[]): Promise<readonly UnderstoodFlow[]>;
  close(): Promise<void>;
}

/** Makes an understander that works apart from the thread that reads. */
export type UnderstandApart = () => Understander;

/** Understands in this thread, which answers others between flows. */
export function understandHere(understanding: Understanding, turns: Turns): Understander {
  return {
    ahead: 0,
    async understand(questions) {
      const understood: UnderstoodFlow[] = [];
      for (const question of questions) {
        understood.push(understand(understanding, question));
        if (turns.due) await turns.give();
      }
      return understood;
    },
    async close() {},
  };
}
