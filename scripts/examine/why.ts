import { asComputed } from '../../src/engine/intervention/asComputed.ts';
import { type Arithmetic, arithmeticOf } from '../../src/notation/arithmetic.ts';
import { displayed } from '../../src/notation/number.ts';
import { likeliest } from '../../src/notation/outputs.ts';
import { summed } from '../../src/notation/summed.ts';
import { unitLabel } from '../../src/notation/unitLabel.ts';
import { returnedTo } from '../../src/store/gradient/chainRule.ts';
import { objectiveName } from '../../src/store/gradient/objectiveName.ts';
import { heldWords } from '../../src/store/pinWords.ts';
import { rowAt } from '../../src/store/predictions.ts';
import { votesOf } from '../../src/store/votes.ts';
import { tokenLabel } from '../../src/text/tokens.ts';
import { fail, type Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import { gradientAsked } from './derivatives.ts';
import type { Examined } from './source.ts';
import { outputOf, timestepOf } from './timesteps.ts';

/** Explains one value term by term, its gradient, and the votes of the units for an output. */
export function why(examined: Examined, given: Given): Printed {
  const t = timestepOf(examined, given.timestep);
  const parts = [valueAt(examined, given, t), gradientOf(examined, given, t), votesFor(examined, given, t)];
  const printed = parts.filter((part) => part !== null);
  return {
    text: printed.map(({ text }) => text).join('\n\n'),
    data: { timestep: t, ...Object.assign({}, ...printed.map(({ data }) => data)) },
  };
}

/** The signal and unit (from 0) to explain; the first unit of the hidden state by default. */
function asked({ derived: { cell, sizes } }: Examined, { signal = cell.output, unit = '1' }: Given) {
  const ids = ['x', ...cell.signals.map(({ id }) => id)];
  if (!ids.includes(signal)) return fail(`--signal is ${signal}; choose one of ${ids.join(', ')}.`);
  const units = signal === 'x' ? sizes.D : sizes.H;
  const k = Number(unit);
  if (!(Number.isInteger(k) && k >= 1 && k <= units))
    return fail(`--unit is ${unit}; choose a whole number from 1 to ${units}.`);
  return { signal, unit: k - 1 };
}

function nameOf({ derived: { cell, encoded } }: Examined, signal: string, unit: number): string {
  const ref = signal === 'x' ? ({ kind: 'input', id: 'x' } as const) : ({ kind: 'signal', id: signal } as const);
  return unitLabel(cell, ref, unit, encoded.features);
}

function valueAt(examined: Examined, given: Given, t: number): Printed {
  const { cell, tape, parameters, encoded, sizes, interventions } = examined.derived;
  const { signal, unit } = asked(examined, given);
  const limit = sizes.D + sizes.H * cell.signals.length;
  const seen = asComputed(tape, signal, t);
  const value = arithmeticOf(cell, seen, parameters, { key: signal, t, unit }, { features: encoded.features, limit });
  const shown = tape.values(signal, t)[unit];
  const forced = !Object.is(shown, value.result.value);
  const changes = heldWords(cell, interventions, signal, t, unit).map((words) => `${words}.`);
  const heading = `Why ${nameOf(examined, signal, unit)} at timestep ${t} is ${forced ? displayed(shown) : value.result.text}:`;
  const lines = [heading, ...changes, ...(forced ? [`Computed, it would be ${value.result.text}:`] : [])];
  return { text: [...lines, arithmeticText(value)].join('\n'), data: { signal, unit: unit + 1, value, changes } };
}

function arithmeticText(value: Arithmetic): string {
  if (value.kind === 'given') return value.origin === 'input' ? 'It is part of the input.' : 'It is an initial state.';
  if (value.kind === 'pointwise') {
    const rows = value.operands.map(({ label, t, text }) => [label, String(t), text]);
    return `${plainTable(['operand', 'timestep', 'value'], rows)}\n${value.op}: ${value.result.text}`;
  }
  if (value.kind === 'normalised') {
    const { operand, mean, deviation, units, result } = value;
    const rows = [[operand.label, String(operand.t), operand.text]];
    const figures = `mean of ${units} units ${mean.text}, standard deviation ${deviation.text}`;
    return `${plainTable(['operand', 'timestep', 'value'], rows)}\n${figures}: ${result.text}`;
  }
  const products = value.products.map(({ label, t, parameter, weight, input, text }) => [
    label,
    String(t),
    ...(parameter ? [weight.text, input.text] : ['', '']),
    text,
  ]);
  const rows = value.bias ? [...products, ['bias', '', '', '', value.bias.text]] : products;
  const table = plainTable(['from', 'timestep', 'weight', 'input', 'product'], rows);
  return `${table}\nsum ${value.preActivation.text}, ${value.op}: ${value.result.text}`;
}

function gradientOf(examined: Examined, given: Given, t: number): Printed {
  const { cell, tape, parameters, predictions } = examined.derived;
  const { signal: id, unit } = asked(examined, given);
  const gradient = gradientAsked(examined, given);
  const uses = returnedTo({ id, unit, t }, tape, parameters, gradient);
  const { kept, total } = summed(uses, null, gradient.adjoint.values(id, t)[unit], uses.length);
  const rows = kept.map(({ user, t: own, factors, text }) => [
    user ?? 'L itself',
    String(own),
    ...(factors ? [displayed(factors.gradient), displayed(factors.slope)] : ['', '']),
    text,
  ]);
  const of = objectiveName(gradient.of, cell, predictions);
  const heading = `The derivative of ${of} by ${nameOf(examined, id, unit)} at timestep ${t} is ${total.text}:`;
  const table = plainTable(['used by', 'timestep', 'its gradient', 'slope', 'hands back'], rows);
  return {
    text: `${heading}\n${rows.length > 0 ? table : 'Nothing later depends on it.'}`,
    data: { gradient: { of: { name: of, ...gradient.of }, uses: kept, total } },
  };
}

function votesFor(examined: Examined, { output }: Given, t: number): Printed | null {
  const { cell, tape, predictions } = examined.derived;
  if (!predictions) return null;
  const { head } = predictions;
  const { y } = rowAt(predictions, t);
  const k = outputOf(examined, output) ?? (head.asks === 'class' ? likeliest(y) : 0);
  const votes = votesOf(head, tape.values(cell.output, t), k, y[k]);
  const name = head.outputs[k];
  const rows = [
    ...votes.kept.map(({ unit, weight, input, text }) => [`unit ${unit + 1}`, weight.text, input.text, text]),
    ...(votes.rest ? [[`${votes.rest.count} others`, '', '', votes.rest.text]] : []),
    ...(votes.fixed ? [['bias', '', '', votes.fixed.text]] : []),
  ];
  return {
    text: `Which units vote for ${tokenLabel(name)} at timestep ${t}, together ${votes.total.text}:\n${plainTable(['unit', 'weight', 'hidden state', 'product'], rows)}`,
    data: { votes: { output: name, ...votes } },
  };
}
