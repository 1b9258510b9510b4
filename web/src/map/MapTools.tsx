import type { RefObject } from 'preact';
import { t } from '../words/index.ts';
import { savePng } from './save.ts';

interface MapToolsProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  onZoom(factor: number): void;
  onWhole(): void;
}

export function MapTools({ canvas, onZoom, onWhole }: MapToolsProps) {
  return (
    <div class="map-tools">
      <button type="button" aria-label={t('zoomIn')} onClick={() => onZoom(1.5)}>
        +
      </button>
      <button type="button" aria-label={t('zoomOut')} onClick={() => onZoom(1 / 1.5)}>
        −
      </button>
      <button type="button" onClick={onWhole}>
        {t('wholeRegion')}
      </button>
      <span class="quiet">{t('saveAs')}</span>
      <button type="button" onClick={() => savePng(canvas.current!)}>
        {t('savePng')}
      </button>
      <a class="button" href="/api/v1/export/geojson" download="symbion.geojson">
        {t('saveGeo')}
      </a>
    </div>
  );
}
