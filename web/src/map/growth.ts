import { useEffect, useState } from 'preact/hooks';

const GROWTH_MS = 500;

/** 0..1 from when `key` changes: how much of the chosen arc is drawn. At once for those who ask for less motion. */
export function useGrowth(key: string): number {
  const [grown, setGrown] = useState(1);
  useEffect(() => {
    if (!key || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setGrown(1);
      return;
    }
    const from = performance.now();
    let frame = 0;
    const step = () => {
      const share = Math.min(1, (performance.now() - from) / GROWTH_MS);
      setGrown(share);
      if (share < 1) frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [key]);
  return grown;
}
