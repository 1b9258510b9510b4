import neo4j, { type Driver, type Integer, type ManagedTransaction } from 'neo4j-driver';
import { toSymbionError } from './faults.ts';
import { checkParameters, type StatementName, type Statements, statement } from './statements.ts';

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Default: the server's. */
  readonly database?: string;
  /** Told of each statement that was answered, with the time it took. */
  readonly onStatement?: (name: string, seconds: number) => void;
}

/** Runs statements within one transaction. Rows come as plain objects. */
export interface Transaction {
  run<R extends object, N extends StatementName = StatementName>(name: N, parameters: Statements[N]): Promise<R[]>;
}

/** Longest that a call waits for a connection or a retry, ms: an API must answer 503 rather than hang. */
const PATIENCE_MS = 8000;

/** Thin shell over the driver: numbers are JavaScript's, every fault is the house's own. */
export class Graph {
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #onStatement: NonNullable<Neo4jAddress['onStatement']>;

  constructor({ uri, user, password, database, onStatement = () => undefined }: Neo4jAddress) {
    this.#database = database;
    this.#onStatement = onStatement;
    this.#driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      connectionTimeout: PATIENCE_MS,
      connectionAcquisitionTimeout: PATIENCE_MS,
      maxTransactionRetryTime: PATIENCE_MS,
      maxConnectionPoolSize: 50,
      telemetryDisabled: true,
      userAgent: 'symbion',
    });
  }

  /** In one transaction, tried again after a deadlock or a change of leader; `work` may run more than once. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#within((session) => session.executeWrite((tx) => work(this.#transaction(tx))));
  }

  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#within((session) => session.executeRead((tx) => work(this.#transaction(tx))));
  }

  /** One statement in a transaction of its own. */
  ask<R extends object, N extends StatementName = StatementName>(name: N, parameters: Statements[N]): Promise<R[]> {
    return this.read((tx) => tx.run<R, N>(name, parameters));
  }

  tell<R extends object, N extends StatementName = StatementName>(name: N, parameters: Statements[N]): Promise<R[]> {
    return this.write((tx) => tx.run<R, N>(name, parameters));
  }

  /** A schema command: it needs a transaction of its own and takes no parameters. Two processes that start at once wait for each other. */
  async schema(name: string): Promise<void> {
    try {
      await this.#within((session) => session.executeWrite((tx) => tx.run(statement(name).text)));
    } catch (error) {
      // another process made the same rule in between
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      if (!code?.endsWith('EquivalentSchemaRuleAlreadyExists')) throw error;
    }
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  #transaction(tx: ManagedTransaction): Transaction {
    return {
      run: async <R extends object, N extends StatementName>(name: N, parameters: Statements[N]) => {
        checkParameters(name, parameters);
        const from = performance.now();
        const result = await tx.run(statement(name).text, parameters);
        this.#onStatement(name, (performance.now() - from) / 1000);
        return result.records.map((record) => record.toObject() as R);
      },
    };
  }

  async #within<T>(work: (session: ReturnType<Driver['session']>) => Promise<T>): Promise<T> {
    const session = this.#driver.session(this.#database === undefined ? {} : { database: this.#database });
    try {
      return await work(session);
    } catch (error) {
      throw toSymbionError(error);
    } finally {
      await session.close().catch(() => undefined);
    }
  }
}

/** Parts of a list, none longer. */
export function* portions<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}

/** Ids in the order of their UTF-8 bytes: Neo4j compares text by UTF-16, hexadecimal digits the same everywhere. */
export const orderOf = (id: string) => Buffer.from(id).toString('hex');

const SMALL: readonly Integer[] = Array.from({ length: 2000 }, (_, n) => neo4j.int(n));

/** A whole number as a parameter: the driver would send any other as a float, which takes twice the room in the graph. */
export const whole = (n: number): Integer => SMALL[n] ?? neo4j.int(n);
