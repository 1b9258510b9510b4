import type { Size } from './projection.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Labels {
  /** A place that no label may cover. */
  block(x: number, y: number, radius: number): void;
  inside(text: string, x: number, y: number): void;
  /** Right of a spot, or left of it where that is taken; nothing where both are. */
  beside(text: string, x: number, y: number, radius: number, colour: string): void;
  /** A town for orientation: a dot and its name. */
  town(text: string, x: number, y: number, colour: string): void;
  /** A region's name, spaced out. */
  area(text: string, x: number, y: number, colour: string): void;
}

const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Writes what does not overlap with what is written already; who comes first is more important. */
export function createLabels(context: CanvasRenderingContext2D, size: Size, halo: string): Labels {
  const taken: Box[] = [];
  const fits = (box: Box) =>
    box.right > 0 &&
    box.left < size.width &&
    box.bottom > 0 &&
    box.top < size.height &&
    !taken.some((b) => box.left < b.right && box.right > b.left && box.top < b.bottom && box.bottom > b.top);
  const write = (text: string, x: number, y: number, colour: string) => {
    context.strokeStyle = halo;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  const boxAt = (x: number, y: number, width: number): Box => ({
    left: x - 2,
    top: y - 11,
    right: x + width + 2,
    bottom: y + 4,
  });
  return {
    block: (x, y, radius) => taken.push({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }),
    inside(text, x, y) {
      context.font = `600 11px ${FONT}`;
      context.textAlign = 'center';
      context.lineWidth = 2.5;
      context.strokeStyle = 'rgba(0,0,0,0.75)';
      context.strokeText(text, x, y + 4);
      context.fillStyle = '#fff';
      context.fillText(text, x, y + 4);
      context.textAlign = 'left';
    },
    beside(text, x, y, radius, colour) {
      context.font = `12px ${FONT}`;
      const { width } = context.measureText(text);
      for (const left of [x + radius + 4, x - radius - 4 - width]) {
        const box = boxAt(left, y + 4, width);
        if (!fits(box)) continue;
        taken.push(box);
        return write(text, left, y + 4, colour);
      }
    },
    town(text, x, y, colour) {
      context.font = `italic 11.5px ${FONT}`;
      const { width } = context.measureText(text);
      const box = boxAt(x - 3, y + 4, width + 10);
      if (!fits(box)) return;
      taken.push(box);
      context.beginPath();
      context.arc(x, y, 1.6, 0, 2 * Math.PI);
      context.fillStyle = colour;
      context.fill();
      write(text, x + 5, y + 4, colour);
    },
    area(text, x, y, colour) {
      context.font = `11px ${FONT}`;
      context.letterSpacing = '1.5px';
      const { width } = context.measureText(text);
      for (const lift of [-22, 26, -44, 48]) {
        const box = boxAt(x - width / 2, y + lift, width);
        if (!fits(box)) continue;
        taken.push(box);
        context.globalAlpha = 0.85;
        write(text, x - width / 2, y + lift, colour);
        context.globalAlpha = 1;
        break;
      }
      context.letterSpacing = '0px';
    },
  };
}
