import { type KnowledgeBase, SymbionError } from '../../domain/index.ts';
import { publicView, writeDocx, writeHtml } from '../../report/index.ts';
import type { Store } from '../../store/port.ts';
import { checkRegion } from '../answers/check-names.ts';
import type { WarmRegion } from '../region/warm-region.ts';
import { getRun } from '../run/runs.ts';
import type { Symbion } from '../symbion.ts';
import { reportCompany } from './company.ts';
import { reportRegion } from './region.ts';
import type { ReportSource } from './source.ts';

export const REPORT_FORMATS = ['docx', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportQuestion {
  /** Only this region; default: all. */
  readonly region?: string;
  /** The fact sheet of this company in place of a region's report. */
  readonly company?: string;
  readonly lang?: 'ru' | 'en';
  /** Name what is otherwise left out. */
  readonly include?: 'confidential';
  readonly runId?: string;
}

/** Reports of a run as documents. */
export function reportCases(
  store: Store,
  knowledge: KnowledgeBase,
  warm: WarmRegion,
  cases: Pick<Symbion, 'picture'>,
): Pick<Symbion, 'report'> {
  return {
    async *report(format, { region, company, lang = 'ru', include, runId }) {
      if (region !== undefined && company !== undefined)
        throw new SymbionError('input', {
          ru: 'Отчёт либо о регионе, либо о предприятии: названы оба.',
          en: 'A report is of a region or of a company: both were named.',
        });
      const run = await getRun(store, runId);
      await checkRegion(warm, run, region);
      const here = await warm.of(run);
      const source: ReportSource = {
        store,
        knowledge,
        run,
        region: here,
        view: publicView(here.snapshot, include),
        complete: include !== undefined,
        lang,
      };
      const document =
        company === undefined
          ? await reportRegion(source, region, await cases.picture(region, run.id))
          : await reportCompany(source, company);
      yield format === 'docx' ? await writeDocx(document) : Buffer.from(writeHtml(document));
    },
  };
}
