import type { SplitAnswer } from '../state/api.ts';
import { euro, own, ownHalf, t } from '../words/index.ts';

/** Equal and Shapley share of each partner, and whether any group would rather go alone. */
export function Shares({ of }: { of: SplitAnswer }) {
  const { players, equal, shapley, error, exact } = of.split;
  const most = Math.max(1, ...shapley.map(Math.abs), ...equal.map(Math.abs));
  const rows = players.map((player, i) => ({ player, equal: equal[i]!, shapley: shapley[i]!, error: error[i]! }));
  return (
    <section>
      <h3>{t('sharesTitle', { eur: euro(of.benefitEurPerYear) })}</h3>
      <table class="shares">
        <thead>
          <tr>
            <th>{t('company')}</th>
            <th class="num">{t('equalShare')}</th>
            <th class="num">{t('shapleyShare')}</th>
            {!exact && <th class="num">{t('standardError')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows
            .sort((a, b) => b.shapley - a.shapley)
            .map((row) => (
              <tr key={row.player}>
                <th scope="row">{nameIn(of, row.player)}</th>
                <td class="num share" style={{ '--share': Math.max(0, row.equal) / most }}>
                  {euro(row.equal)}
                </td>
                <td class="num share" style={{ '--share': Math.max(0, row.shapley) / most }}>
                  {euro(row.shapley)}
                </td>
                {!exact && <td class="num">± {euro(row.error)}</td>}
              </tr>
            ))}
        </tbody>
      </table>
      <p>
        <b>{t('core')}</b>: {tellCore(of)}
      </p>
      <p class="quiet">{t('shapleyTells')}</p>
    </section>
  );
}

function tellCore(of: SplitAnswer): string {
  const { stable, coreExists, wouldLeave } = of.split;
  if (stable === undefined) return t('coreUntested');
  if (stable || !wouldLeave) return t('coreHolds');
  const who = wouldLeave.players.map((player) => nameIn(of, player)).join(', ');
  return t(coreExists ? 'coreOther' : 'coreEmpty', { who, eur: euro(wouldLeave.gain) });
}

export function nameIn({ names }: SplitAnswer, id: string): string {
  return names[id] ? ownHalf(own(names[id]!)) : id;
}
