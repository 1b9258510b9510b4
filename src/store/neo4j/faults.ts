import neo4j, { type Neo4jError } from 'neo4j-driver';
import { SymbionError } from '../../domain/index.ts';

/** Seconds after which it makes sense to ask again. */
const RETRY_AFTER = 5;

/** Turns what the driver throws into the house's own error; hands ours through. */
export function toSymbionError(error: unknown): unknown {
  if (error instanceof SymbionError || !(error instanceof neo4j.Neo4jError)) return error;
  const { code } = error;
  if (code.startsWith('Neo.ClientError.Security'))
    return unavailable('Neo4j не принимает имя или пароль', 'Neo4j does not accept the user name or password', error);
  if (code.endsWith('MemoryPoolOutOfMemoryError')) return tooLarge(error);
  if (
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    isWaitForConnection(error) ||
    code.startsWith('Neo.TransientError') ||
    error.retriable
  )
    return unavailable('Neo4j сейчас недоступен', 'Neo4j cannot be reached now', error, RETRY_AFTER);
  if (
    code.includes('Transaction.TransactionTimedOut') ||
    code.includes('LockClient') ||
    // a server that stops ends what runs
    code.includes('Transaction.Terminated') ||
    code.startsWith('Neo.DatabaseError.Transaction') ||
    code.includes('DatabaseUnavailable')
  )
    return unavailable('Neo4j перегружен', 'Neo4j is overloaded', error, RETRY_AFTER);
  return new SymbionError(
    'internal',
    { ru: `Neo4j отказал: ${code}.`, en: `Neo4j refused: ${code}.` },
    { cause: error },
  );
}

/** A server that does not answer: of this the driver gives a text but no code. */
function isWaitForConnection({ code, message }: Neo4jError): boolean {
  return code === 'N/A' && message.startsWith('Connection acquisition timed out');
}

function tooLarge(cause: unknown): SymbionError {
  return new SymbionError(
    'too-large',
    {
      ru: 'Набор изменений не помещается в память транзакции Neo4j: передайте его частями или увеличьте dbms.memory.transaction.total.max и кучу.',
      en: 'The change set does not fit the memory of a transaction of Neo4j: hand it in by parts, or raise dbms.memory.transaction.total.max and the heap.',
    },
    { cause },
  );
}

function unavailable(ru: string, en: string, cause: unknown, retryAfter?: number): SymbionError {
  return new SymbionError(
    'unavailable',
    { ru: `${ru}.`, en: `${en}.` },
    { cause, ...(retryAfter !== undefined && { retryAfter }) },
  );
}

export function stale(id: string, found: number, expected: number): SymbionError {
  return new SymbionError('stale', {
    ru: `«${id}» тем временем изменён: версия ${found}, ожидалась ${expected}.`,
    en: `"${id}" was changed meanwhile: its version is ${found}, expected ${expected}.`,
  });
}
