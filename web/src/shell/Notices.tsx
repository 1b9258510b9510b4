import { offline } from '../state/api.ts';
import { problem } from '../state/region.ts';
import { t } from '../words/index.ts';

/** What a person must know now: the connection is gone, something failed. */
export function Notices() {
  return (
    <>
      {offline.value && (
        <p class="notice" role="status">
          {t('offline')}
        </p>
      )}
      {problem.value !== undefined && (
        <p class="notice" role="alert">
          {t('problem', { reason: problem.value })}{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              problem.value = undefined;
            }}
          >
            {t('dismiss')}
          </button>
        </p>
      )}
    </>
  );
}
