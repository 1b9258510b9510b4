import type { Symbion } from '../../app/symbion.ts';
import { compareIds, DEFAULT_SETTINGS, SymbionError } from '../../domain/index.ts';
import { type Handlers, PAGE } from '../call.ts';
import type { KNOWLEDGE_ROUTES } from '../contract/knowledge.ts';
import { openCursor, sealed } from '../cursor.ts';

export function knowledgeHandlers(symbion: Symbion): Handlers<keyof typeof KNOWLEDGE_ROUTES> {
  const knowledge = () => symbion.knowledge();
  return {
    classify({ body }) {
      if (body.text?.trim() || Object.values(body.codes ?? {}).some((code) => code.trim()))
        return { rows: symbion.classify(body) };
      throw new SymbionError('input', { ru: 'Нужен текст или код.', en: 'Wanted: a text or a code.' });
    },
    searchKnowledge: ({ query: { text, limit = 20 } }) => ({ rows: symbion.searchKnowledge(text, limit) }),
    knowledgeStats: () => symbion.knowledgeStats(),
    knowledgeCoverage: () => symbion.knowledgeCoverage(),
    listRules: ({ query: { jurisdiction } }) => ({
      rows: knowledge().rules.filter((rule) => jurisdiction === undefined || rule.jurisdiction === jurisdiction),
    }),
    listRegimes: ({ query: { scenario } }) => ({
      rows: knowledge().regimes.filter((regime) => scenario === undefined || regime.scenario === scenario),
    }),
    listFactors: ({ query: { country } }) => ({
      rows: knowledge().factors.filter((factor) => country === undefined || factor.country === country),
    }),
    listParameters: () => ({ rows: [...knowledge().parameters.values()] }),
    defaultSettings: () => ({
      defaults: DEFAULT_SETTINGS,
      scenarios: [...new Set(knowledge().regimes.map((regime) => regime.scenario))].sort(compareIds),
    }),
    listMaterials({ query: { limit = PAGE, after, ...filter } }) {
      const from = after === undefined ? undefined : openCursor(filter, after).key;
      const rows = [...knowledge().materials.values()]
        .filter((row) => filter.parent === undefined || row.parent === filter.parent)
        .filter((row) => filter.role === undefined || row.role === filter.role)
        .filter((row) => from === undefined || compareIds(row.id, from) > 0)
        .sort((a, b) => compareIds(a.id, b.id));
      const shown = rows.slice(0, limit);
      return sealed(rows.length > limit ? { rows: shown, next: shown.at(-1)!.id } : { rows: shown }, filter);
    },
    getMaterial: ({ params }) => symbion.describeMaterial(params.id),
    getUse({ params: { id } }) {
      const use = knowledge().uses.find((row) => row.id === id);
      if (use) return use;
      throw new SymbionError('not-found', { ru: `Применения «${id}» нет.`, en: `There is no use "${id}".` });
    },
  };
}
