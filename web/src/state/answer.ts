import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../words/index.ts';
import { ApiProblem, ask, sendJson } from './api.ts';
import { generation } from './region.ts';
import { follow } from './work.ts';

export interface Answered<T> {
  readonly answer: Signal<T | undefined>;
  readonly busy: Signal<boolean>;
  /** What is wrong with the question, or why there is no answer. */
  readonly fault: Signal<string | undefined>;
}

/**
 * Asks a question that a job answers: `POST path`, then the answer from `path/{id}`. The same question of the same run is
 * computed once, so that Back is quick. The last answer stays until the new one is there.
 */
export function useAnswer<T>(path: string, question: object | undefined): Answered<T> {
  const answer = useSignal<T | undefined>(undefined);
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);
  const asked = JSON.stringify(question);
  useEffect(() => {
    if (asked === undefined) return;
    let left = false;
    busy.value = true;
    fault.value = undefined;
    void answerOf<T>(path, asked, (told) => {
      if (!left) fault.value = told;
    }).then((found) => {
      if (left) return;
      busy.value = false;
      if (found) answer.value = found;
    });
    return () => {
      left = true;
    };
  }, [path, asked, generation.value]);
  return { answer, busy, fault };
}

async function answerOf<T>(path: string, asked: string, tell: (fault: string) => void): Promise<T | undefined> {
  let id = '';
  const start = async () => {
    try {
      const accepted = await ask<{ job: string; id: string }>(path, sendJson('POST', { question: JSON.parse(asked) }));
      id = accepted.id;
      return accepted;
    } catch (error) {
      tell(faultOf(error));
      throw error;
    }
  };
  const job = await follow(t('working'), start, { quiet: true });
  if (!job) return undefined;
  try {
    return await ask<T>(`${path}/${id}`);
  } catch (error) {
    tell(faultOf(error));
    return undefined;
  }
}

function faultOf(error: unknown): string {
  if (error instanceof ApiProblem && error.status === 0) return t('offline');
  if (error instanceof ApiProblem) {
    const said = error.message;
    const more = error.errors.filter(({ detail }) => !said.includes(/[«"](.*?)[»"]/.exec(detail)?.[1] || '\0'));
    return [said, ...more.map((e) => e.detail)].join(' ');
  }
  return String(error);
}
