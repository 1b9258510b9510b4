import type { Redis } from 'ioredis';
import { type Bilingual, SymbionError } from '../../domain/index.ts';
import { connect, IMPATIENT, type RedisAddress } from './connection.ts';

/** The oldest Redis that BullMQ does not warn of. */
const OLDEST = [6, 2] as const;
/** Clocks may differ by so much, ms. */
const CLOCK_MS = 30_000;
const PATIENCE_MS = 3000;

/** What the server is and what is wrong with it. Settings that it does not tell (a hosted one) are taken for good. */
export async function serverState(redis: Redis): Promise<{ server: string; problems: Bilingual[] }> {
  const before = Date.now();
  const [info, time, policy] = await Promise.all([
    redis.info('server'),
    redis.time(),
    setting(redis, 'maxmemory-policy'),
  ]);
  const after = Date.now();
  const valkey = /valkey_version:([\d.]+)/.exec(info)?.[1];
  const version = valkey ?? /redis_version:([\d.]+)/.exec(info)?.[1] ?? '?';
  const there = Number(time[0]) * 1000;
  return {
    server: `${valkey ? 'Valkey' : 'Redis'} ${version}`,
    problems: [
      ...(valkey ? [] : versionProblems(version)),
      ...(policy === undefined || policy === 'noeviction' ? [] : [evicts(policy)]),
      ...(there > before - CLOCK_MS && there < after + CLOCK_MS ? [] : [clock(Math.round((there - after) / 1000))]),
    ],
  };
}

async function setting(redis: Redis, name: string): Promise<string | undefined> {
  const answer = (await redis.config('GET', name).catch(() => [])) as string[];
  return answer[1];
}

function versionProblems(version: string): Bilingual[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return [];
  return [
    {
      ru: `Redis ${version} слишком старый: нужен 7 или Valkey 8.`,
      en: `Redis ${version} is too old: wanted 7, or Valkey 8.`,
    },
  ];
}

const evicts = (policy: string): Bilingual => ({
  ru: `Redis при нехватке памяти выбрасывает ключи (maxmemory-policy ${policy}) и с ними задания: задайте noeviction.`,
  en: `Redis throws keys away when memory is short (maxmemory-policy ${policy}), and jobs with them: set noeviction.`,
});

const clock = (seconds: number): Bilingual => ({
  ru: `Часы Redis расходятся с этой машиной на ${seconds} с: включите синхронизацию времени.`,
  en: `The clock of Redis differs from this machine's by ${seconds} s: switch on time synchronisation.`,
});

/** Why Redis does not answer, in plain words: asks once more, by a connection of its own. */
export async function whyAway(address: RedisAddress): Promise<SymbionError> {
  const redis = connect(address, IMPATIENT);
  const fault = await new Promise<string>((resolve) => {
    redis.once('error', (error: Error) => resolve(error.message));
    redis.once('ready', () =>
      redis.ping().then(
        () => resolve(''),
        (error: Error) => resolve(error.message),
      ),
    );
    setTimeout(() => resolve('no answer'), PATIENCE_MS).unref();
  });
  redis.disconnect();
  return new SymbionError('unavailable', reasonOf(fault), { retryAfter: 5 });
}

function reasonOf(fault: string): Bilingual {
  if (/WRONGPASS|NOAUTH|invalid password/i.test(fault))
    return {
      ru: 'Redis не принимает пароль: проверьте REDIS_URL.',
      en: 'Redis does not accept the password: look at REDIS_URL.',
    };
  if (/ENOTFOUND|EAI_AGAIN/.test(fault))
    return { ru: 'Узла из REDIS_URL нет.', en: 'There is no such host as REDIS_URL names.' };
  return { ru: 'Redis сейчас недоступен.', en: 'Redis cannot be reached now.' };
}
