import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { go, NOTHING_OPEN } from '../state/address.ts';
import { t } from '../words/index.ts';

/** A file that was dropped somewhere on the page, for the hand-in view to take. */
export const dropped = signal<File | undefined>(undefined);

/** The whole page takes files. */
export function Drop() {
  const over = useSignal(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      over.value = true;
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false;
    };
    const onDrop = (event: DragEvent) => {
      over.value = false;
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      dropped.value = file;
      go({ ...NOTHING_OPEN, view: 'hand-in' });
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, [over]);
  return over.value ? <div class="dropping">{t('dropNow')}</div> : null;
}
