import type { Bilingual, ComparedLimit, Explanation, Flow, KnowledgeBase, Match, Run } from '../../domain/index.ts';
import { explain } from '../../engine/index.ts';
import type { PublicView } from '../../report/index.ts';
import type { MatchFilter, Store } from '../../store/port.ts';
import type { Region } from '../region/region.ts';

/** A run with what may be told of it, and in which language. */
export interface ReportSource {
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly run: Run;
  readonly region: Region;
  readonly view: PublicView;
  /** Nothing is left out. */
  readonly complete: boolean;
  readonly lang: 'ru' | 'en';
}

/** Matches read from the store at a time. */
const PAGE = 200;
/** Pages after which a list stays as long as it is: what may be told is then rare. */
const PAGES = 50;

/** The first matches of a filter, in its order, that may be told. */
export async function firstMatches({ store, run, view }: ReportSource, filter: MatchFilter, most: number) {
  const found: Match[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES && found.length < most; page++) {
    const { rows, next } = await store.findMatches(run.id, filter, PAGE, after);
    found.push(...rows.filter((match) => view.allows(match)));
    if (next === undefined) break;
    after = next;
  }
  return found.slice(0, most);
}

export function explainMatch({ region, lang }: ReportSource, { output, demand }: Match): Explanation {
  return explain(region.problem(), output, demand, lang);
}

export function companyName({ region }: ReportSource, id: string): string {
  return region.companies.get(id)?.name ?? id;
}

/** A flow in its owner's words; else its code, else its material. An inferred one is its material, and marked. */
export function flowName({ region, knowledge, lang }: ReportSource, id: string): string {
  const flow = region.flows.get(id);
  const material = materialName(knowledge, flow?.readings[0]?.material, lang) ?? id;
  if (flow?.origin === 'inferred') return `${material} (${INFERRED[lang]})`;
  return flow?.description || firstCode(flow) || material;
}

const INFERRED: Bilingual = { ru: 'предположено', en: 'inferred' };

function firstCode(flow: Flow | undefined): string | undefined {
  return Object.values(flow?.codes ?? {}).find((code) => typeof code === 'string');
}

export function materialName(knowledge: KnowledgeBase, id: string | undefined, lang: 'ru' | 'en'): string | undefined {
  return id === undefined ? undefined : knowledge.materials.get(id)?.name[lang];
}

const FIELDS: Readonly<Record<string, Bilingual>> = {
  place: { ru: 'место', en: 'place' },
  quantity: { ru: 'количество в год', en: 'quantity a year' },
  price: { ru: 'цена, по которой покупает', en: 'price paid now' },
};

/** What a person is asked for: a field of a flow, or a parameter of its quality. */
export function fieldName({ knowledge, lang }: ReportSource, field: string): string {
  return FIELDS[field]?.[lang] ?? knowledge.parameters.get(field)?.name[lang] ?? field;
}

/** A limit as it is read: `хром <= 0 %`; what may not be there at all is only named. */
export function limitText(source: ReportSource, { parameter, operator, limit }: ComparedLimit): string {
  const { lang, knowledge } = source;
  const name = fieldName(source, parameter);
  const unit = knowledge.parameters.get(parameter)?.unit ?? '';
  if (unit === 'bool') return `${name}: ${limit === 0 ? { ru: 'нет', en: 'no' }[lang] : { ru: 'да', en: 'yes' }[lang]}`;
  return `${name} ${operator} ${limit} ${unit}`;
}

/** What the figures and legal steps of these explanations rest on, each once, in order. */
export function basesOf(explanations: readonly Explanation[]): string[] {
  const cited = explanations.flatMap((e) => [
    ...e.sources.map(({ source }) => source),
    ...e.route.map(({ citation }) => citation),
  ]);
  return [...new Set(cited)].filter((source) => source !== '' && source !== 'estimate').sort();
}

/** The region that a flow is in. */
export function regionOf({ region }: ReportSource, flowId: string): string | undefined {
  const flow = region.flows.get(flowId);
  return flow && region.sites.get(flow.siteId)?.region;
}
