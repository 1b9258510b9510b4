import { useSignal } from '@preact/signals';
import { Link } from '../shell/Link.tsx';
import { MoreRows } from '../shell/MoreRows.tsx';
import type { PlanAnswer } from '../state/api.ts';
import { amount, co2, euro, own, ownHalf, t } from '../words/index.ts';

const PAGE = 30;

export function Exchanges({ of }: { of: PlanAnswer }) {
  const most = useSignal(PAGE);
  const sure = new Map(of.uncertainty?.exchanges.map((e) => [`${e.output} ${e.demand}`, e.inPlan]) ?? []);
  const rows = [...of.plan!.exchanges].sort((a, b) => b.worth.money - a.worth.money);
  return (
    <section>
      <h3>{t('exchanges')}</h3>
      <div class="sheet wraps">
        <table>
          <thead>
            <tr>
              <th>{t('giver')}</th>
              <th>{t('taker')}</th>
              <th>{t('material')}</th>
              <th class="num">{t('quantity')}</th>
              <th class="num">{t('money')}</th>
              <th class="num">{t('co2')}</th>
              {sure.size > 0 && <th class="num">{t('sureTitle')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most.value).map((e) => (
              <tr key={`${e.output} ${e.demand}`}>
                <th scope="row">
                  <Link to={{ output: e.output, demand: e.demand }}>{ownHalf(e.outputCompanyName)}</Link>
                </th>
                <td>{ownHalf(e.demandCompanyName)}</td>
                <td>{own(e.materialName)}</td>
                <td class="num">{amount(e.quantityPerYear, e.unit)}</td>
                <td class="num">{euro(e.worth.money)}</td>
                <td class="num">{co2(e.worth.co2)}</td>
                {sure.size > 0 && <td class="num">{Math.round((sure.get(`${e.output} ${e.demand}`) ?? 0) * 100)} %</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows of={rows} shown={most} step={PAGE * 4} />
    </section>
  );
}
