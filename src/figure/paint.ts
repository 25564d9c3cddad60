import { type Ref, refKey } from '../cell/slot.ts';
import { inDigits } from '../text/digits.ts';
import { raised } from '../text/raised.ts';
import { visible } from '../text/tokens.ts';
import type { Bind } from './shape.ts';
import { INPUTS_IN, type Reveal } from './wires.ts';

/** The values and emphasis that a picture shows. */
export interface PictureState {
  /** The values of a vector `shift` timesteps from the one shown, or null where there are none (yet). */
  readonly read: (ref: Ref, shift: number) => ArrayLike<number> | null;
  /** Signals computed so far, as a real number: signal k is being computed between k and k + 1. */
  readonly head: number;
  readonly unit: number;
  /** The stage to emphasise, or null for all: outlines and nodes of the others fade, values keep their colours. */
  readonly stage: string | null;
  /** The signals that the reader asks about, with those they were computed from. */
  readonly lit: ReadonlySet<string>;
  readonly inputs: ReadonlySet<string>;
  readonly token: (shift: number) => string | null;
  /** True if tokens are rows of numbers, which may be rounded where a letter would be cut off. */
  readonly numbers?: boolean | undefined;
  readonly colour: (key: string, value: number) => string;
  /** The length of a bar, −1…1 from its middle; without it the value itself, that of a gate from the bottom. */
  readonly length?: ((value: number) => number) | undefined;
}

/** The unit whose value a lane shows, from 0: the selected one for lane −1, else of a pool the one furthest from zero. */
export function unitOf(values: ArrayLike<number>, lane: number, lanes: number, selected: number): number {
  if (lane < 0) return Math.min(selected, values.length - 1);
  const [from, to] = [Math.floor((lane * values.length) / lanes), Math.floor(((lane + 1) * values.length) / lanes)];
  let best = from;
  for (let k = from + 1; k < to; k++) if (Math.abs(values[k]) > Math.abs(values[best])) best = k;
  return best;
}

/** The value a lane shows. */
export const pooled = (values: ArrayLike<number>, lane: number, lanes: number, selected: number): number =>
  values[unitOf(values, lane, lanes, selected)];

/** The lane in which a unit is shown. */
function laneOf(unit: number, units: number, lanes: number): number {
  for (let lane = 0; lane < lanes; lane++) if (unit < Math.floor(((lane + 1) * units) / lanes)) return lane;
  return lanes - 1;
}

/** The strength of outlines and nodes that belong to another stage than the one emphasised. */
const FADED = 0.36;

/** The share of a wire that has filled, 0…1. */
export function progressOf(reveals: readonly Reveal[], head: number): number {
  if (reveals.length === 0) return 1;
  let progress = 0;
  for (const { order, start, end } of reveals) {
    const p = (head - order - start) / (end - start || 1e-9);
    if (p > progress) progress = p;
  }
  return progress > 1 ? 1 : progress;
}

/**
 * A short number for the picture: up to three digits and never fewer than two that are not 0, a true minus sign. Below 10⁻⁴
 * and from 10⁶ on it has a power of ten, as everywhere on the page.
 */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
    const [mantissa, exponent] = value.toExponential(1).split('e');
    return `${mantissa.replace('-', '−')}×10${raised(Number(exponent))}`;
  }
  const power = size === 0 ? 0 : Math.floor(Math.log10(size));
  return value.toFixed(power < 0 ? 1 - power : Math.max(0, 2 - power)).replace('-', '−');
}

/** All numbers of the input, or the first of many: `0.50`, `(0, 1, 0)`. */
function vectorText(values: ArrayLike<number>): string {
  const numbers = Array.from(values, (value) => (Number.isInteger(value) ? `${value}` : shortNumber(value)));
  if (numbers.length === 1) return numbers[0];
  return numbers.length > 5 ? `(${numbers.slice(0, 4).join(', ')}, …)` : `(${numbers.join(', ')})`;
}

const VALUES = ['read', 'unit', 'colour', 'length'] as const;

/** The parts of a state that each kind of bind reads: while they are the same, so are its attributes. */
export const readBy: Readonly<Record<Bind['kind'], readonly (keyof PictureState)[]>> = {
  lane: VALUES,
  chosen: VALUES,
  bar: VALUES,
  unit: ['unit'],
  unitNumber: ['unit'],
  cover: ['head'],
  phase: ['head'],
  visible: ['head'],
  stage: ['stage'],
  lit: ['lit', 'inputs'],
  number: ['head', 'read', 'unit'],
  name: ['head', 'read', 'unit'],
  tokenName: ['token', 'numbers'],
  timestepName: ['token'],
  token: ['token', 'numbers'],
  exists: ['token'],
};

/** The attributes (and `text`) of a bind. */
export function attributesOf(bind: Bind, state: PictureState): Readonly<Record<string, string | number>> {
  switch (bind.kind) {
    case 'lane': {
      const values = state.read(bind.ref, bind.shift);
      if (!values?.length) return { stroke: 'none' };
      const unit = unitOf(values, bind.lane, bind.lanes, state.unit);
      const stroke = state.colour(refKey(bind.ref), values[unit]);
      return bind.ref.kind === 'input' ? { stroke } : { stroke, 'data-unit': unit };
    }
    case 'chosen': {
      const values = state.read(bind.ref, bind.shift);
      if (!values?.length) return { stroke: 'none' };
      const lanes = bind.paths.length;
      const lane = laneOf(state.unit, values.length, lanes);
      return { d: bind.paths[lane], stroke: state.colour(refKey(bind.ref), pooled(values, lane, lanes, state.unit)) };
    }
    case 'unit':
      return { 'data-chosen': String(state.unit === bind.unit), 'font-weight': state.unit === bind.unit ? 800 : 400 };
    case 'unitNumber':
      return { text: bind.others.includes(state.unit) ? '' : String(state.unit + 1) };
    case 'bar': {
      const values = state.read(bind.ref, bind.shift);
      if (!values?.length) return { height: 0, y: bind.top };
      const unit = unitOf(values, bind.lane, bind.lanes, state.unit);
      const value = values[unit];
      const fill = state.colour(refKey(bind.ref), value);
      const { length } = state;
      const place = length ? barOf(length(value), { ...bind, gate: false }) : barOf(value, bind);
      return { ...place, fill, 'data-unit': unit };
    }
    case 'cover': {
      const p = progressOf(bind.reveals, state.head);
      return p >= 1 ? { visibility: 'hidden' } : { visibility: 'visible', 'stroke-dasharray': `0 ${round(p)} 1 0` };
    }
    case 'phase': {
      const p = state.head - bind.order;
      return { 'data-phase': p >= INPUTS_IN ? 'done' : p > 0 ? 'active' : 'pending', 'fill-opacity': p > 0 ? 1 : 0.6 };
    }
    case 'visible':
      return { visibility: progressOf(bind.reveals, state.head) >= 1 ? 'visible' : 'hidden' };
    case 'stage':
      return { opacity: state.stage === null || bind.stages.includes(state.stage) ? 1 : FADED };
    case 'lit':
      return {
        'data-lit': bind.refs.some((r) => state.lit.has(r))
          ? 'self'
          : bind.refs.some((r) => state.inputs.has(r))
            ? 'input'
            : '',
      };
    case 'number': {
      const values = progressOf(bind.reveals, state.head) >= 1 ? state.read(bind.ref, 0) : null;
      if (!values?.length) return { text: '' };
      return { text: bind.ref.kind === 'input' ? vectorText(values) : shortNumber(pooled(values, -1, 0, state.unit)) };
    }
    case 'name': {
      const values = progressOf(bind.reveals, state.head) >= 1 ? state.read(bind.ref, 0) : null;
      return {
        'aria-label': values?.length ? `${bind.name} ${shortNumber(pooled(values, -1, 0, state.unit))}` : bind.name,
      };
    }
    case 'tokenName': {
      const token = state.token(0) ?? '';
      const whole = visible(token);
      const { text } = tokenText(token, bind, state);
      return { 'aria-label': text === whole ? `${whole}, input` : `${text} ${whole}, input` };
    }
    case 'timestepName': {
      const token = state.token(bind.shift);
      return { text: token === null ? bind.name : `${bind.name}: ${visible(token)}` };
    }
    case 'token':
      return tokenText(state.token(bind.shift) ?? '', bind, state);
    case 'exists': {
      const exists = (shift: number): boolean => shift === 0 || state.token(shift) !== null;
      const shown = bind.end ? !exists(bind.shift) && exists(bind.shift - Math.sign(bind.shift)) : exists(bind.shift);
      return { display: shown ? 'inline' : 'none' };
    }
  }
}

/** A token that fits its bubble: small when long, cut when very long. Numbers are rounded instead, or the first stands alone. */
function tokenText(
  token: string,
  { size, least }: { readonly size: number; readonly least: number },
  { numbers }: PictureState,
): Readonly<Record<string, string | number>> {
  const whole = visible(token);
  const most = Math.min(9, Math.floor((size * 4) / least));
  // in a number, points, commas and spaces are half as wide as digits
  const widthOf = (text: string): number => [...text].length - (numbers ? text.split(/[., ](?!…)/).length - 1 : 0) / 2;
  const texts = numbers ? roundedRows(whole) : [whole, `${[...whole].slice(0, most - 1).join('')}…`];
  const text = texts.find((one) => widthOf(one) <= most) ?? texts[texts.length - 1];
  return { text, 'font-size': Math.min(size, (size * 4) / Math.max(1, widthOf(text))) };
}

/** A row of numbers in three, two and one digits, and likewise its first number alone. */
const roundedRows = (row: string): readonly string[] =>
  [row, row.replace(/,.*/, ' …')].flatMap((some) =>
    [3, 2, 1].map((digits) => some.replace(/[^, …]+/g, (one) => inDigits(+one.replace('−', '-'), digits))),
  );

const round = (p: number): number => Math.round(p * 1000) / 1000;

/** A bar from the bottom for gates, from the middle for signed values; values beyond ±1 fill it. */
function barOf(value: number, { top, height, gate }: Bind & { kind: 'bar' }): { y: number; height: number } {
  const v = Math.max(gate ? 0 : -1, Math.min(1, Number.isNaN(value) ? 0 : value));
  const room = gate ? height : height / 2;
  const size = Math.max(1, Math.abs(v) * room);
  const base = gate ? top + height : top + height / 2;
  return { y: v >= 0 ? base - size : base, height: size };
}
