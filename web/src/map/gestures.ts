import type { View } from './projection.ts';

interface Gestures {
  view(): View;
  move(view: View): void;
  /** The pointer rests or the fingers are off. */
  settled(): void;
  hover(x: number, y: number): void;
  leave(): void;
  press(x: number, y: number): void;
  whole(): void;
  size(): { readonly width: number; readonly height: number };
}

const STEP = 80;
const [NEAREST, FARTHEST] = [400, 0.15];

export function zoomed(view: View, factor: number, x: number, y: number): View {
  const k = Math.min(NEAREST, Math.max(FARTHEST, view.k * factor));
  return { k, x: x - ((x - view.x) * k) / view.k, y: y - ((y - view.y) * k) / view.k };
}

/** Drag, wheel, two fingers and keys. Returns how to take them off again. */
export function listen(box: HTMLElement, on: Gestures): () => void {
  const fingers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  const middle = () => {
    const all = [...fingers.values()];
    const x = all.reduce((sum, f) => sum + f.x, 0) / all.length;
    const y = all.reduce((sum, f) => sum + f.y, 0) / all.length;
    const spread = all.length > 1 ? Math.hypot(all[0]!.x - all[1]!.x, all[0]!.y - all[1]!.y) : 0;
    return { x, y, spread };
  };
  const handlers = {
    pointerdown(event: PointerEvent) {
      box.setPointerCapture(event.pointerId);
      if (fingers.size === 0) travelled = 0;
      fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    },
    pointermove(event: PointerEvent) {
      if (!fingers.has(event.pointerId)) return on.hover(event.offsetX, event.offsetY);
      const before = middle();
      fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
      const now = middle();
      travelled += Math.hypot(now.x - before.x, now.y - before.y) + Math.abs(now.spread - before.spread);
      if (travelled < 4) return;
      const { x, y, k } = on.view();
      const moved = { x: x + now.x - before.x, y: y + now.y - before.y, k };
      on.move(before.spread > 0 && now.spread > 0 ? zoomed(moved, now.spread / before.spread, now.x, now.y) : moved);
    },
    pointerup(event: PointerEvent) {
      fingers.delete(event.pointerId);
      if (fingers.size > 0) return;
      if (travelled < 4) on.press(event.offsetX, event.offsetY);
      else on.settled();
    },
    pointercancel: (event: PointerEvent) => fingers.delete(event.pointerId),
    pointerleave: () => on.leave(),
    wheel(event: WheelEvent) {
      event.preventDefault();
      on.move(
        zoomed(
          on.view(),
          Math.exp(-Math.sign(event.deltaY) * Math.min(0.3, Math.abs(event.deltaY) / 400)),
          event.offsetX,
          event.offsetY,
        ),
      );
      on.settled();
    },
    keydown(event: KeyboardEvent) {
      const { width, height } = on.size();
      const { x, y, k } = on.view();
      const next: Record<string, () => View> = {
        '+': () => zoomed(on.view(), 1.4, width / 2, height / 2),
        '=': () => zoomed(on.view(), 1.4, width / 2, height / 2),
        '-': () => zoomed(on.view(), 1 / 1.4, width / 2, height / 2),
        ArrowLeft: () => ({ x: x + STEP, y, k }),
        ArrowRight: () => ({ x: x - STEP, y, k }),
        ArrowUp: () => ({ x, y: y + STEP, k }),
        ArrowDown: () => ({ x, y: y - STEP, k }),
      };
      if (event.key === '0') on.whole();
      else if (next[event.key]) on.move(next[event.key]!());
      else return;
      event.preventDefault();
      on.settled();
    },
  };
  for (const [name, handler] of Object.entries(handlers))
    box.addEventListener(name, handler as EventListener, { passive: false });
  return () => {
    for (const [name, handler] of Object.entries(handlers)) box.removeEventListener(name, handler as EventListener);
  };
}
