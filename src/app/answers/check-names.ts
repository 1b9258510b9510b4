import { type Issue, type Run, SymbionError } from '../../domain/index.ts';
import type { WarmRegion } from '../region/warm-region.ts';

/** Throws `input` when no site is in a region of this name. */
export async function checkRegion(warm: WarmRegion, run: Run, region: string | undefined): Promise<void> {
  if (region === undefined) return;
  const { snapshot } = await warm.of(run);
  if (snapshot.sites.some((site) => site.region === region)) return;
  const known = [...new Set(snapshot.sites.flatMap((site) => site.region ?? []))].sort().slice(0, 20).join(', ');
  throw refusal([
    {
      column: 'region',
      found: region,
      wanted: { ru: `регион, в котором есть площадка: ${known}`, en: `a region that has a site: ${known}` },
      severity: 'error',
    },
  ]);
}

/** Throws `input` naming every id that is no site. */
export async function checkSites(
  warm: WarmRegion,
  run: Run,
  column: string,
  ids: readonly string[] | undefined,
): Promise<void> {
  if (!ids || ids.length === 0) return;
  const { sites } = await warm.of(run);
  const issues = ids.flatMap((id): Issue[] =>
    sites.has(id)
      ? []
      : [{ column, found: id, wanted: { ru: 'код площадки', en: 'the id of a site' }, severity: 'error' }],
  );
  if (issues.length > 0) throw refusal(issues);
}

function refusal(issues: readonly Issue[]): SymbionError {
  const list = issues.map((issue) => `«${issue.found}»`).join(', ');
  const listEn = issues.map((issue) => `"${issue.found}"`).join(', ');
  return new SymbionError('input', { ru: `Неизвестно: ${list}.`, en: `Not known: ${listEn}.` }, { issues });
}
