import type { Request, Response } from 'express';
import type { Answer, Body, OperationId, Params, Query } from './contract.ts';

type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** What a handler gets: parsed and checked by the contract. */
export interface Call<K extends OperationId> {
  readonly params: Params<K>;
  readonly query: Query<K>;
  readonly body: Body<K>;
  readonly request: Request;
  readonly response: Response;
}

/** What a handler returns. */
export type Reply<K extends OperationId> = [Answer<K>] extends [never] ? undefined : DeepReadonly<Answer<K>>;

/** Answers one operation: returns the JSON of the contract, or nothing where the contract has none. */
export type Handler<K extends OperationId> = (call: Call<K>) => Reply<K> | Promise<Reply<K>>;

export type Handlers<K extends OperationId> = { readonly [Id in K]: Handler<Id> };

/** Rows of a page when the question does not say. */
export const PAGE = 50;
