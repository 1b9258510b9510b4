import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { loading, loadMore, more, shown } from '../state/region.ts';
import { t } from '../words/index.ts';
import { Filters } from './Filters.tsx';
import { NoRows } from './NoRows.tsx';
import { Row } from './Row.tsx';

/** Pixels; the same in list.css. */
const ROW = 86;
const SPARE = 6;

/** Matches, a row each; only those on screen are in the document. */
export function List() {
  const top = useSignal(0);
  const height = useSignal(720);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const watcher = new ResizeObserver(() => {
      height.value = box.current?.clientHeight ?? 720;
    });
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, [height]);
  const rows = shown.value;
  const first = Math.max(0, Math.floor(top.value / ROW) - SPARE);
  const last = Math.min(rows.length, Math.ceil((top.value + height.value) / ROW) + SPARE);
  const scrolled = () => {
    top.value = box.current!.scrollTop;
    if (more.value && top.value + 3 * height.value > rows.length * ROW) void loadMore();
  };
  return (
    <section class="list" id="list" aria-label={t('matches')}>
      <Filters />
      <section class="rows" ref={box} onScroll={scrolled} data-row-height={ROW} aria-label={t('matches')} tabIndex={-1}>
        {rows.length === 0 && (loading.value ? <div class="skeleton" aria-busy="true" /> : <NoRows />)}
        <ul style={{ height: `${rows.length * ROW}px` }}>
          {rows.slice(first, last).map((match, i) => (
            <Row key={`${match.output} ${match.demand}`} match={match} top={(first + i) * ROW} />
          ))}
        </ul>
      </section>
    </section>
  );
}
