import { hash as digest } from 'node:crypto';
import { type Match, SymbionError } from '../../domain/index.ts';
import type { MatchFilter, Page } from '../port.ts';
import { Breath } from '../ranked/breath.ts';
import { decodeMatch, type Names } from '../ranked/list-codec.ts';
import { pageOfList } from '../ranked/list-page.ts';
import { MatchIndex } from '../ranked/match-index.ts';
import { renumber, unpackList } from '../ranked/packed-list.ts';
import { type Graph, portions } from './graph.ts';
import { keysOfRun } from './run-lists.ts';

/** Runs held in memory: the current one and the one that somebody still pages through. */
const HELD = 2;
/** Lists loaded by one statement. */
const PORTION = 2000;

/** Numbers for texts, of this process. 0 is no text. */
class ProcessNames implements Names {
  readonly #texts: string[] = [''];
  readonly #numbers = new Map<string, number>();

  text(n: number): string {
    return this.#texts[n]!;
  }

  number(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  of(text: string): number {
    let n = this.#numbers.get(text);
    if (n === undefined) {
      n = this.#texts.length;
      this.#texts.push(text);
      this.#numbers.set(text, n);
    }
    return n;
  }
}

/** A run as readers hold it: whole, in memory, 96 bytes a match. It never changes. */
interface HeldRun {
  readonly outputs: readonly string[];
  readonly bodies: readonly Uint8Array[];
  readonly place: ReadonlyMap<string, number>;
  readonly index: Promise<MatchIndex>;
}

/** Reads matches from lists held in memory: Neo4j gives them once a run, so that a page costs no query. */
export class Matches {
  readonly #graph: Graph;
  readonly #names = new ProcessNames();
  readonly #runs = new Map<string, Promise<HeldRun>>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  async find(runId: string, filter: MatchFilter, limit: number, after?: string): Promise<Page<Match>> {
    const run = await this.#open(runId);
    const seal = sealOf(runId, filter);
    const from = after === undefined ? 0 : openKey(after, seal);
    const page =
      filter.output === undefined
        ? await this.#ofRun(run, filter, from, limit)
        : this.#ofOutput(run, filter, from, limit);
    return { rows: page.rows, ...(page.next !== undefined && { next: `${seal}-${page.next}` }) };
  }

  async #ofRun(run: HeldRun, filter: MatchFilter, from: number, limit: number) {
    const index = await run.index;
    const found = await index.find(filter, this.#names, filter.sort ?? 'score', from, limit + 1);
    const rows = found
      .slice(0, limit)
      .map(({ list, k }) => decodeMatch(run.outputs[list]!, run.bodies[list]!, k, (n) => this.#names.text(n)));
    return { rows, next: found[limit]?.place };
  }

  #ofOutput(run: HeldRun, filter: MatchFilter, from: number, limit: number): { rows: Match[]; next?: number } {
    const output = filter.output!;
    const place = run.place.get(output);
    return place === undefined
      ? { rows: [] }
      : pageOfList(run.bodies[place]!, { ...filter, output }, this.#names, from, limit);
  }

  /** The held run; the one that was asked for longest ago gives way. */
  #open(id: string): Promise<HeldRun> {
    const known = this.#runs.get(id);
    const run = known ?? this.#load(id);
    this.#runs.delete(id);
    this.#runs.set(id, run);
    if (!known) run.catch(() => this.#runs.delete(id));
    if (this.#runs.size > HELD) this.#runs.delete(this.#runs.keys().next().value!);
    return run;
  }

  async #load(id: string): Promise<HeldRun> {
    const run = await keysOfRun(this.#graph, id);
    if (!run) throw new SymbionError('not-found', { ru: `Расчёт «${id}» не найден.`, en: `There is no run "${id}".` });
    const outputs: string[] = [];
    const bodies: Uint8Array[] = [];
    const breath = new Breath();
    for (const keys of portions(run.keys, PORTION)) {
      const rows = await this.#graph.ask<{ key: string; packed: Int8Array }>('list/load', { keys });
      const bytesOf = new Map(rows.map(({ key, packed }) => [key, packed]));
      for (const key of keys) {
        const { buffer, byteOffset, length } = bytesOf.get(key)!;
        const list = unpackList(new Uint8Array(buffer, byteOffset, length));
        outputs.push(list.output);
        bodies.push(renumber(list, (text) => this.#names.of(text)));
        await breath.take();
      }
    }
    return {
      outputs,
      bodies,
      place: new Map(outputs.map((output, place) => [output, place])),
      index: MatchIndex.build({ length: bodies.length, body: (place) => bodies[place]! }, run.matches, () => undefined),
    };
  }
}

/** A page key holds good for one run, one order and, within an output, one list. */
function sealOf(runId: string, filter: MatchFilter): string {
  const order = filter.output === undefined ? [filter.sort ?? 'score'] : [filter.sort ?? 'rank', filter.output];
  return digest('sha256', JSON.stringify([runId, ...order]), 'hex').slice(0, 12);
}

function openKey(key: string, seal: string): number {
  const place = /^([0-9a-f]{12})-(\d{1,10})$/.exec(key);
  if (place?.[1] === seal) return Number(place[2]);
  throw new SymbionError('input', {
    ru: 'Ключ страницы не от этого списка.',
    en: 'The page key is not of this list.',
  });
}
