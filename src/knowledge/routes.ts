import type { KnowledgeBase, Route, Rule } from '../domain/index.ts';
import { lineage } from './materials.ts';

/** On which legal ways a material may leave its producer in a country at a date, and which steps and refusals stand on the way. */
export interface RouteCard {
  readonly material: string;
  readonly country: string;
  /** ISO date. */
  readonly asOf: string;
  readonly routes: readonly Route[];
  /** Rules of the country that concern the material whatever it becomes: a legal step (`note`), or closed (`refuse`, `licensed-only`). */
  readonly rules: readonly Rule[];
}

const KINDS = ['by-product', 'end-of-waste', 'waste'] as const;

function isInForce(row: { readonly from?: string; readonly to?: string }, asOf: string): boolean {
  return (row.from === undefined || row.from <= asOf) && (row.to === undefined || asOf <= row.to);
}

/** By-product first, end of waste next, waste last; the narrower jurisdiction before the wider. Undefined for a material that does not exist. */
export function routeCard(kb: KnowledgeBase, material: string, country: string, asOf: string): RouteCard | undefined {
  const known = kb.materials.get(material);
  if (!known) return undefined;
  const line = lineage(kb.materials, material);
  const places = [country, ...(kb.blocs?.get(country) ?? []), '*'];
  const concerns = (row: Route | Rule): boolean =>
    places.includes(row.jurisdiction) &&
    isInForce(row, asOf) &&
    (row.materials.length === 0 || row.materials.some((id) => line.includes(id)));
  const routes = kb.routes
    .filter(concerns)
    .sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        places.indexOf(a.jurisdiction) - places.indexOf(b.jurisdiction),
    );
  const rules = kb.rules.filter(
    (rule) =>
      concerns(rule) &&
      rule.useClasses.length === 0 &&
      rule.products.length === 0 &&
      (rule.contaminants.length === 0 || rule.contaminants.some((c) => known.contaminants.includes(c))) &&
      (rule.hazardClassUpTo === undefined || (known.hazardClass ?? 9) <= rule.hazardClassUpTo) &&
      (rule.euHazardous === undefined || rule.euHazardous === known.euHazardous),
  );
  return { material, country, asOf, routes, rules };
}
