import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Size, View } from './projection.ts';

/** Everything of the region in sight. */
export const HOME: View = { x: 0, y: 0, k: 1 };

/** What the map is drawn on, and which part of the world it shows. */
export interface Stage {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Takes what pointer and keys do. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly view: Signal<View>;
  /** Nothing until it is laid out. */
  readonly size: Signal<Size>;
  /** How often all had to be drawn anew. */
  readonly redraws: Signal<number>;
}

/** A stage that follows the size of its canvas and the light or dark of the page. */
export function useStage(): Stage {
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const view = useSignal<View>(HOME);
  const size = useSignal<Size>({ width: 0, height: 0 });
  const redraws = useSignal(0);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0) size.value = { width, height };
    });
    watcher.observe(canvas.current!);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => redraws.value++;
    dark.addEventListener('change', repaint);
    return () => {
      watcher.disconnect();
      dark.removeEventListener('change', repaint);
    };
  }, []);
  return { canvas, box, view, size, redraws };
}
