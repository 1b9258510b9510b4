import MiniSearch from 'minisearch';
import type { KnowledgeBase } from '../domain/index.ts';

export interface KnowledgeHit {
  readonly kind: 'material' | 'use' | 'process' | 'rule' | 'activity';
  readonly id: string;
  readonly score: number;
}

interface Entry {
  readonly key: string;
  readonly names: string;
  readonly words: string;
}

function entriesOf(kb: KnowledgeBase): Entry[] {
  const entry = (kind: KnowledgeHit['kind'], id: string, names: string[], words: string[]): Entry => ({
    key: `${kind}:${id}`,
    names: names.join(' \n'),
    words: words.join(' \n'),
  });
  return [
    ...[...kb.materials.values()].map((m) =>
      entry('material', m.id, [m.name.ru, m.name.en, m.id], [...m.synonymsRu, ...m.synonymsEn]),
    ),
    ...kb.uses.map((u) => entry('use', u.id, [u.id], [u.treatment.ru, u.treatment.en, u.evidence])),
    ...kb.processes.map((p) => entry('process', p.id, [p.name.ru, p.name.en, p.id], [])),
    ...kb.rules.map((r) => entry('rule', r.id, [r.name.ru, r.name.en, r.id], [r.citation])),
    ...kb.activities.map((a) =>
      entry('activity', a.nace, [a.name.ru, a.name.en, a.nace], [...a.synonymsRu, ...a.synonymsEn]),
    ),
  ];
}

const indexes = new WeakMap<KnowledgeBase, MiniSearch<Entry>>();

function indexOf(kb: KnowledgeBase): MiniSearch<Entry> {
  const ready = indexes.get(kb);
  if (ready) return ready;
  const index = new MiniSearch<Entry>({ idField: 'key', fields: ['names', 'words'] });
  index.addAll(entriesOf(kb));
  indexes.set(kb, index);
  return index;
}

/** Facts whose names, synonyms or sources hold the words of `text` (Russian or English, endings may differ), best first. */
export function searchKnowledge(kb: KnowledgeBase, text: string, top = 20): KnowledgeHit[] {
  const options = { boost: { names: 3 }, prefix: true, fuzzy: 0.2 };
  const all = indexOf(kb).search(text, { ...options, combineWith: 'AND' });
  const hits = all.length > 0 ? all : indexOf(kb).search(text, options);
  return hits.slice(0, top).map((hit) => {
    const key = String(hit.id);
    const at = key.indexOf(':');
    return { kind: key.slice(0, at) as KnowledgeHit['kind'], id: key.slice(at + 1), score: hit.score };
  });
}
