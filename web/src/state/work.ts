import { signal } from '@preact/signals';
import { lang, t } from '../words/index.ts';
import { ApiProblem, ask, type Job, sendJson } from './api.ts';

/** The job that the page follows, with its progress and a way to stop it. */
export const work = signal<{ readonly title: string; readonly job?: Job } | undefined>(undefined);
/** How the last one ended. */
export const said = signal('');
let current: string | undefined;
/** Below it the answer itself tells that it is done. */
const SHORT = 2000;

/** Follows a job to its end. Resolves with the job when it is done, with undefined when it failed or was stopped; says so either way. */
export async function follow(
  title: string,
  start: () => Promise<{ job: string }>,
  { quiet = false } = {},
): Promise<Job | undefined> {
  said.value = '';
  work.value = { title };
  const from = performance.now();
  try {
    const { job: id } = await start();
    current = id;
    const job = await events(id, (now) => {
      work.value = { title, job: now };
    });
    if (job.state === 'done') said.value = quiet && performance.now() - from < SHORT ? '' : t('doneRun');
    else if (job.state === 'cancelled') said.value = t('stopped');
    else said.value = t('failed', { reason: sentence(job.told?.[lang.value] ?? job.reason ?? job.state) });
    tellElsewhere(performance.now() - from);
    return job.state === 'done' ? job : undefined;
  } catch (error) {
    if (!quiet) said.value = t('failed', { reason: sentence(error instanceof Error ? error.message : String(error)) });
    return undefined;
  } finally {
    work.value = undefined;
    current = undefined;
  }
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

export function stop(): void {
  if (current) void ask(`/jobs/${current}/cancel`, sendJson('POST', {}));
}

/** The job's states by server-sent events; when the line breaks it is asked for until it answers again. */
function events(id: string, onState: (job: Job) => void): Promise<Job> {
  return new Promise((resolve, reject) => {
    const source = new EventSource(`/api/v1/jobs/${id}/events`);
    const hear = (job: Job) => {
      onState(job);
      if (job.state === 'waiting' || job.state === 'active') return;
      source.close();
      resolve(job);
    };
    source.addEventListener('job', (event) => hear(JSON.parse((event as MessageEvent<string>).data) as Job));
    source.addEventListener('error', () => {
      ask<Job>(`/jobs/${id}`).then(hear, (error) => {
        if (error instanceof ApiProblem && error.status === 404) {
          source.close();
          reject(error);
        }
      });
    });
  });
}

const LONG = 10_000;
/** Whoever looks elsewhere meanwhile sees it in the title of the tab. */
function tellElsewhere(ms: number): void {
  if (ms < LONG && !document.hidden) return;
  const before = document.title;
  document.title = t('titleDone');
  const back = () => {
    document.title = before;
  };
  if (document.hidden) document.addEventListener('visibilitychange', back, { once: true });
  else setTimeout(back, 5000);
}
