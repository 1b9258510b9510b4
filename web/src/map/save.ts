/** Hands the canvas to the person as a picture. */
export function savePng(canvas: HTMLCanvasElement): void {
  canvas.toBlob((picture) => {
    if (!picture) return;
    const link = document.createElement('a');
    link.download = 'symbion.png';
    link.href = URL.createObjectURL(picture);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, 'image/png');
}
