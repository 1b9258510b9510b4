import type { KnowledgeBase } from '../domain/index.ts';
import { NameList, nameWords } from './names.ts';

/** Companies that are known by name. */
export class FirmIndex {
  readonly #names = new NameList();

  constructor(kb: KnowledgeBase) {
    for (const { names, nace } of kb.firms ?? []) for (const name of names) this.#names.add(name, nace);
  }

  /** Firms named in the text: what they live by, the likeliest first and what several of them share before the rest; and the words beside their names. */
  in(text: string): { readonly nace: readonly string[]; readonly rest: string } | undefined {
    const words = nameWords(text);
    const rest: string[] = [];
    const businesses: string[] = [];
    for (let at = 0; at < words.length; ) {
      const met = this.#names.at(words, at);
      if (met) businesses.push(...met.nace);
      else rest.push(words[at]!);
      at += met?.length ?? 1;
    }
    if (businesses.length === 0) return undefined;
    const times = (nace: string): number => businesses.filter((other) => other === nace).length;
    return { nace: [...new Set(businesses)].sort((a, b) => times(b) - times(a)), rest: rest.join(' ') };
  }
}
