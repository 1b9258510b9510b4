import { SymbionError } from '../domain/index.ts';

/**
 * A minimum-cost-flow problem as columns. Quantities (supply, capacity) must be whole numbers below 2^53, so that
 * flows are exact; costs may be any finite numbers. Capacity may be Infinity.
 */
export interface FlowProblem {
  readonly nodes: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Per unit of flow. */
  readonly cost: Float64Array;
  readonly capacity: Float64Array;
  /** Per node: positive = gives, negative = needs. */
  readonly supply: Float64Array;
  /** Per node, 1 = its supply or need is only an upper limit. Absent = all must be met. */
  readonly optional?: Uint8Array;
}

export interface FlowSolution {
  readonly status: 'optimal' | 'infeasible' | 'unbounded';
  readonly cost: number;
  /** Per arc. */
  readonly flow: Float64Array;
  /** Per node; an arc's reduced cost is `cost + potential[tail] - potential[head]`. */
  readonly potential: Float64Array;
  readonly pivots: number;
}

const AT_LOWER = 1;
const IN_TREE = 0;
const AT_UPPER = -1;

/**
 * Primal network simplex: a strongly feasible spanning tree (W. H. Cunningham, 1976: no cycling), block pricing, children
 * kept as linked lists. One extra node is the root; node i's arc to it (number arcs + i) carries what is not met.
 */
export function solveFlow(problem: FlowProblem): FlowSolution {
  checkFlow(problem);
  const tree = new SpanningTree(problem);
  const status = tree.optimise();
  const arcs = problem.tail.length;
  let cost = 0;
  for (let a = 0; a < arcs; a++) cost += problem.cost[a]! * tree.flow[a]!;
  return {
    status,
    cost,
    flow: tree.flow.slice(0, arcs),
    potential: tree.potential.slice(0, problem.nodes),
    pivots: tree.pivots,
  };
}

function checkFlow(p: FlowProblem): void {
  const wrong = (en: string, ru: string) => {
    throw new SymbionError('input', { en, ru });
  };
  for (let i = 0; i < p.nodes; i++)
    if (!Number.isSafeInteger(p.supply[i])) wrong(`Supply of node ${i} is not whole`, `Запас узла ${i} не целый`);
  for (let a = 0; a < p.tail.length; a++) {
    const u = p.capacity[a]!;
    if (u < 0) wrong(`Capacity of arc ${a} is negative: ${u}`, `Пропускная способность дуги ${a} отрицательна: ${u}`);
    if (u !== Infinity && !Number.isSafeInteger(u))
      wrong(`Capacity of arc ${a} is not whole`, `Пропускная способность дуги ${a} не целая`);
    if (!Number.isFinite(p.cost[a])) wrong(`Cost of arc ${a} is not a number`, `Цена дуги ${a} не число`);
  }
}

class SpanningTree {
  readonly root: number;
  readonly arcs: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly cost: Float64Array;
  readonly capacity: Float64Array;
  readonly flow: Float64Array;
  readonly potential: Float64Array;
  /** Per arc: AT_LOWER, IN_TREE or AT_UPPER; also 0 for an artificial arc that may not come back. */
  readonly state: Int8Array;
  readonly mayReturn: Uint8Array;
  readonly parent: Int32Array;
  readonly treeArc: Int32Array;
  readonly depth: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly previousSibling: Int32Array;
  readonly stack: Int32Array;
  tolerance: number;
  readonly tight: number;
  readonly block: number;
  next = 0;
  pivots = 0;

  constructor(p: FlowProblem) {
    const n = p.nodes;
    const m = p.tail.length;
    this.root = n;
    this.arcs = m + n;
    this.tail = new Int32Array(m + n);
    this.head = new Int32Array(m + n);
    this.cost = new Float64Array(m + n);
    this.capacity = new Float64Array(m + n).fill(Infinity);
    this.flow = new Float64Array(m + n);
    this.state = new Int8Array(m + n).fill(AT_LOWER);
    this.mayReturn = new Uint8Array(m + n).fill(1);
    this.tail.set(p.tail);
    this.head.set(p.head);
    this.cost.set(p.cost);
    this.capacity.set(p.capacity);
    this.potential = new Float64Array(n + 1);
    this.parent = new Int32Array(n + 1).fill(n);
    this.treeArc = new Int32Array(n + 1).fill(-1);
    this.depth = new Int32Array(n + 1);
    this.firstChild = new Int32Array(n + 1).fill(-1);
    this.nextSibling = new Int32Array(n + 1).fill(-1);
    this.previousSibling = new Int32Array(n + 1).fill(-1);
    this.stack = new Int32Array(n + 1);
    let most = 0;
    for (let a = 0; a < m; a++) most = Math.max(most, Math.abs(p.cost[a]!));
    const penalty = (most + 1) * (n + 1);
    this.tight = 1e-11 * (most + 1e-9);
    this.tolerance = Math.max(this.tight, 4e-15 * penalty);
    this.block = Math.max(20, Math.ceil(Math.sqrt(m + n)));
    this.plantArtificial(p, penalty);
  }

  plantArtificial(p: FlowProblem, penalty: number): void {
    const n = p.nodes;
    const m = p.tail.length;
    const hasInflow = new Uint8Array(n);
    for (let a = 0; a < m; a++) hasInflow[p.head[a]!] = 1;
    for (let i = 0; i < n; i++) {
      const a = m + i;
      const gives = p.supply[i]! >= 0;
      const optional = p.optional?.[i] === 1;
      this.tail[a] = gives ? i : n;
      this.head[a] = gives ? n : i;
      this.flow[a] = Math.abs(p.supply[i]!);
      this.cost[a] = optional ? 0 : penalty;
      this.mayReturn[a] = optional ? 1 : 0;
      // a giver without inflow cannot leave more than its supply; without the bound the tree is strongly feasible
      if (optional && !(gives && hasInflow[i] === 0)) this.capacity[a] = Math.abs(p.supply[i]!);
      this.state[a] = IN_TREE;
      this.treeArc[i] = a;
      this.link(i, n);
    }
    this.parent[n] = -1;
    this.settle(n);
  }

  link(child: number, parent: number): void {
    const first = this.firstChild[parent]!;
    this.parent[child] = parent;
    this.nextSibling[child] = first;
    this.previousSibling[child] = -1;
    if (first >= 0) this.previousSibling[first] = child;
    this.firstChild[parent] = child;
  }

  unlink(child: number): void {
    const before = this.previousSibling[child]!;
    const after = this.nextSibling[child]!;
    if (before >= 0) this.nextSibling[before] = after;
    else this.firstChild[this.parent[child]!] = after;
    if (after >= 0) this.previousSibling[after] = before;
  }

  /** Potentials and depths of everything below `top`, from its parents down; the tree arcs get reduced cost 0. */
  settle(top: number): void {
    const { stack, parent, treeArc, head, cost, potential, depth, firstChild, nextSibling } = this;
    let size = 0;
    stack[size++] = top;
    while (size > 0) {
      const v = stack[--size]!;
      const a = treeArc[v]!;
      if (a >= 0) {
        const u = parent[v]!;
        potential[v] = head[a] === v ? potential[u]! + cost[a]! : potential[u]! - cost[a]!;
        depth[v] = depth[u]! + 1;
      }
      for (let c = firstChild[v]!; c >= 0; c = nextSibling[c]!) stack[size++] = c;
    }
  }

  optimise(): FlowSolution['status'] {
    if (!this.pivotWhileBetter()) return 'unbounded';
    const required = this.arcs - this.root;
    for (let a = required; a < this.arcs; a++) if (this.mayReturn[a] === 0 && this.flow[a]! > 0) return 'infeasible';
    // the penalty swamps small costs in the potentials: take it out and look again with the tight tolerance
    for (let a = required; a < this.arcs; a++) {
      if (this.mayReturn[a] === 1) continue;
      this.cost[a] = 0;
      this.capacity[a] = 0;
    }
    this.tolerance = this.tight;
    this.settle(this.root);
    return this.pivotWhileBetter() ? 'optimal' : 'unbounded';
  }

  pivotWhileBetter(): boolean {
    const limit = this.pivots + 1000 * this.arcs + 1e6;
    for (let entering = this.findEntering(); entering >= 0; entering = this.findEntering()) {
      if (!this.pivot(entering)) return false;
      if (++this.pivots > limit)
        throw new SymbionError('internal', {
          en: 'The network simplex did not come to an end',
          ru: 'Сетевой симплекс не завершился',
        });
    }
    return true;
  }

  /** The arc of worst reduced cost of the first block that has one, or -1. */
  findEntering(): number {
    const { state, cost, potential, tail, head, arcs, block, tolerance } = this;
    let best = -tolerance;
    let found = -1;
    let a = this.next;
    let left = block;
    for (let seen = 0; seen < arcs; seen++) {
      const s = state[a]!;
      if (s !== 0) {
        const reduced = s * (cost[a]! + potential[tail[a]!]! - potential[head[a]!]!);
        if (reduced < best) {
          best = reduced;
          found = a;
        }
      }
      if (++a === arcs) a = 0;
      if (--left === 0) {
        if (found >= 0) break;
        left = block;
      }
    }
    this.next = a;
    return found;
  }

  /** Sends as much as possible round the cycle that the entering arc closes. False when nothing limits it. */
  pivot(entering: number): boolean {
    const { tail, head, parent, treeArc, flow, capacity, state, depth } = this;
    const forward = state[entering] === AT_LOWER;
    const first = forward ? tail[entering]! : head[entering]!;
    const second = forward ? head[entering]! : tail[entering]!;
    let delta = capacity[entering]!;
    let leaving = -1;
    let onFirst = false;
    let u = first;
    let v = second;
    while (u !== v) {
      if (depth[u]! >= depth[v]!) {
        const a = treeArc[u]!;
        const room = head[a] === u ? capacity[a]! - flow[a]! : flow[a]!;
        // the cycle runs down this side; the first blocking arc seen from the entering arc keeps the tree strongly feasible
        if (room < delta) {
          delta = room;
          leaving = u;
          onFirst = true;
        }
        u = parent[u]!;
      } else v = parent[v]!;
    }
    const join = u;
    for (v = second; v !== join; v = parent[v]!) {
      const a = treeArc[v]!;
      const room = tail[a] === v ? capacity[a]! - flow[a]! : flow[a]!;
      if (room <= delta) {
        delta = room;
        leaving = v;
        onFirst = false;
      }
    }
    if (delta === Infinity) return false;
    this.augment(entering, forward ? delta : -delta, first, second, join, delta);
    if (leaving < 0) state[entering] = -state[entering]!;
    else this.exchange(entering, leaving, onFirst ? first : second, onFirst ? second : first);
    return true;
  }

  augment(entering: number, signed: number, first: number, second: number, join: number, delta: number): void {
    if (delta === 0) return;
    const { tail, head, parent, treeArc, flow } = this;
    flow[entering] = flow[entering]! + signed;
    for (let u = first; u !== join; u = parent[u]!) {
      const a = treeArc[u]!;
      flow[a] = flow[a]! + (head[a] === u ? delta : -delta);
    }
    for (let v = second; v !== join; v = parent[v]!) {
      const a = treeArc[v]!;
      flow[a] = flow[a]! + (tail[a] === v ? delta : -delta);
    }
  }

  /** Cuts the tree above `leaving` and hangs that part, turned round to start at `inner`, under `outer` by the entering arc. */
  exchange(entering: number, leaving: number, inner: number, outer: number): void {
    const { treeArc, parent, state, flow, mayReturn } = this;
    const out = treeArc[leaving]!;
    if (flow[out] === 0) state[out] = mayReturn[out] === 1 ? AT_LOWER : IN_TREE;
    else state[out] = AT_UPPER;
    state[entering] = IN_TREE;
    let node = inner;
    let above = outer;
    let arc = entering;
    for (;;) {
      const oldParent = parent[node]!;
      const oldArc = treeArc[node]!;
      this.unlink(node);
      this.link(node, above);
      treeArc[node] = arc;
      if (node === leaving) break;
      above = node;
      arc = oldArc;
      node = oldParent;
    }
    this.settle(inner);
  }
}
