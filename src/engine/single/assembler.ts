import { CONSTANT, COPY, GRADIENT, NORMALISE, NORMALISE_BACK, PRODUCT, WIDTH } from './codes.ts';

/** Some numbers in memory, at timestep 0, and how far the next timestep is; weights have the stride 0. */
export interface Address {
  readonly at: number;
  readonly stride: number;
}

/** Consecutive instructions: rows start…end−1. */
export interface Section {
  readonly start: number;
  readonly end: number;
}

/** One pointwise instruction. */
export interface Pointwise {
  /** A multiple of 4. */
  readonly n: number;
  readonly out: Address;
  readonly a?: Address;
  readonly b?: Address | undefined;
  readonly c?: Address | undefined;
  readonly constants?: readonly number[];
  /** True if the result is added to the previous value. */
  readonly add?: boolean;
}

/** A product with a matrix that is stored in panels. */
export interface Product {
  readonly rows: number;
  readonly columns: number;
  readonly weights: number;
  readonly out: Address;
  readonly source: Address;
  readonly add?: boolean;
}

/** The outer products δ·sourceᵀ of all timesteps; `step` moves the source from row to row (diagonal weights). */
export interface GradientSum {
  readonly rows: number;
  readonly columns: number;
  readonly gradient: number;
  readonly delta: Address;
  readonly source: Address;
  readonly step?: number;
}

const NOWHERE: Address = { at: 0, stride: 0 };

/** Writes instructions, and hands out the memory that they work on. */
export class Assembler {
  private readonly words: number[] = [];
  private readonly sums: { readonly at: number; readonly n: number }[] = [];
  private used = 0;

  constructor(
    readonly batch: number,
    /** True if space for derivatives is reserved. */
    readonly differentiates: boolean,
  ) {}

  /** Room for n numbers, zero at first. */
  reserve(n: number): number {
    const at = this.used;
    // whole cache lines
    this.used += Math.ceil(n / 16) * 16;
    return at;
  }

  /** Room for n numbers and for as many derivatives, which are `shift` further. */
  reserveTwice(n: number): { readonly at: number; readonly shift: number } {
    const at = this.reserve(n);
    return { at, shift: this.differentiates ? this.reserve(n) - at : 0 };
  }

  /** Room for n sums that start at 0 whenever `clearSums` is run. */
  reserveSums(n: number): number {
    if (!this.differentiates) return 0;
    const at = this.reserve(n);
    this.sums.push({ at, n: this.used - at });
    return at;
  }

  clearSums(): void {
    for (const { at, n } of this.sums) this.pointwise(CONSTANT, { n, out: { at, stride: 0 } });
  }

  /** The number of float32 numbers allocated. */
  get size(): number {
    return this.used;
  }

  /** The instructions that `write` emits. */
  section(write: () => void): Section {
    const start = this.words.length / WIDTH;
    write();
    return { start, end: this.words.length / WIDTH };
  }

  pointwise(op: number, { n, out, a = NOWHERE, b = NOWHERE, c = NOWHERE, constants = [], add }: Pointwise): void {
    const [first = 0, second = 0] = constants;
    const operands = [out, a, b, c].flatMap(({ at, stride }) => [at, stride]);
    this.row(op, n, Number(Boolean(add)), ...operands, ...bitsOf(first, second));
  }

  /** Layer normalisation over `units`: forwards from `a`, or backwards from dL/d(result), result and argument. */
  normalise(units: number, { out, a = NOWHERE, b, c, add }: Omit<Pointwise, 'n' | 'constants'>): void {
    const operands = [out, a, b ?? NOWHERE, c ?? NOWHERE].flatMap(({ at, stride }) => [at, stride]);
    this.row(b ? NORMALISE_BACK : NORMALISE, units, Number(Boolean(add)), ...operands, this.batch);
  }

  copy(n: number, out: Address, a: Address, add = false): void {
    this.pointwise(COPY, { n, out, a, add });
  }

  product({ rows, columns, weights, out, source, add }: Product): void {
    const operands = [weights, out.at, out.stride, source.at, source.stride];
    this.row(PRODUCT, rows, columns, this.batch, Number(Boolean(add)), ...operands);
  }

  gradient({ rows, columns, gradient, delta, source, step = 0 }: GradientSum): void {
    this.row(GRADIENT, rows, columns, this.batch, gradient, delta.at, delta.stride, source.at, source.stride, step);
  }

  /** All instructions. */
  code(): Int32Array {
    return Int32Array.from(this.words);
  }

  private row(...words: readonly number[]): void {
    this.words.push(...words, ...new Array<number>(WIDTH - words.length).fill(0));
  }
}

function bitsOf(...values: readonly number[]): readonly number[] {
  return [...new Int32Array(Float32Array.from(values).buffer)];
}
