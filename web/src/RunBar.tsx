import { useSignal } from '@preact/signals';
import { ApiProblem, ask, type Job } from './api.ts';
import { generation } from './state.ts';
import { n, t } from './texts.ts';

/** Starts a run, shows its progress from the event stream, and can stop it. */
export function RunBar() {
  const job = useSignal<Job | undefined>(undefined);
  const said = useSignal('');
  const start = async () => {
    try {
      const { job: id } = await ask<{ job: string }>('/runs', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ force: true }),
      });
      const events = new EventSource(`/api/v1/jobs/${id}/events`);
      events.addEventListener('job', (event) => {
        const now = JSON.parse((event as MessageEvent<string>).data) as Job;
        job.value = now;
        if (now.state === 'waiting' || now.state === 'active') return;
        events.close();
        said.value = now.state === 'done' ? t('doneRun') : t('failed', { reason: now.reason ?? now.state });
        job.value = undefined;
        generation.value++;
      });
      events.addEventListener('error', () => events.close());
    } catch (error) {
      said.value = error instanceof ApiProblem ? error.message : String(error);
    }
  };
  const p = job.value?.progress;
  return (
    <span class="run">
      {job.value ? (
        <>
          <progress max={p?.total ?? 1} {...(p && { value: p.done })} aria-label={t('run')} />
          <span role="status">
            {p ? t('running', { what: p.what, done: n(p.done), total: n(p.total) }) : t('loading')}
          </span>
          <button type="button" onClick={() => void ask(`/jobs/${job.value!.id}/cancel`, { method: 'POST' })}>
            {t('stop')}
          </button>
        </>
      ) : (
        <>
          <span role="status" class="quiet">
            {said.value}
          </span>
          <button type="button" onClick={() => void start()}>
            {t('run')}
          </button>
        </>
      )}
    </span>
  );
}
