import { Link } from '../shell/Link.tsx';
import type { SitingReport } from '../state/api.ts';
import { euro, n, own, ownHalf, t, tonnes } from '../words/index.ts';

/** Flows too small to go alone, collected on a round into lots that the taker accepts. */
export function MilkRuns({ of }: { of: SitingReport }) {
  const name = (id: string) => (of.names[id] ? ownHalf(own(of.names[id]!)) : id);
  const runs = of.milkRuns.flatMap(({ demand, runs: list }) => list.map((run) => ({ demand, ...run })));
  return (
    <section>
      <h3>{t('milkRuns')}</h3>
      <p class="quiet">{t('milkRunsTell')}</p>
      {runs.length === 0 && <p>{t('noMilkRuns')}</p>}
      {runs.length > 0 && (
        <div class="sheet wraps milk">
          <table>
            <thead>
              <tr>
                <th>{t('taker')}</th>
                <th>{t('stops')}</th>
                <th class="num">{t('quantity')}</th>
                <th class="num">{t('roundKm')}</th>
                <th class="num">{t('trips')}</th>
                <th class="num">{t('gainAYear')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={`${run.demand} ${run.stops.join(' ')}`}>
                  <th scope="row">
                    <Link to={{ view: undefined, flow: `demand:${run.demand}`, item: undefined }}>
                      {name(run.demand)}
                    </Link>
                  </th>
                  <td>{run.stops.map(name).join(' → ')}</td>
                  <td class="num">{tonnes(run.tonnesPerYear)}</td>
                  <td class="num">{n(run.roundKm)}</td>
                  <td class="num">{n(run.tripsPerYear)}</td>
                  <td class="num">{euro(run.netBenefitEurPerYear)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
