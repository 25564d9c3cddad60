import type { Tape } from '../../src/engine/tape.ts';
import { displayed, percentage } from '../../src/notation/number.ts';
import { likeliest } from '../../src/notation/outputs.ts';
import { tableOf } from '../../src/notation/table.ts';
import { type Predictions, rowAt } from '../../src/store/predictions.ts';
import { tokenLabel } from '../../src/text/tokens.ts';
import type { Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';
import { timestepsOf } from './timesteps.ts';

/** Every signal at the selected timesteps, with the answers of the head. */
export function values(examined: Examined, { timestep }: Given): Printed {
  const { tape, predictions } = examined.derived;
  const parts = timestepsOf(examined, timestep).map((t) => {
    const signals = signalsAt(examined, tape, t);
    if (!predictions) return signals;
    const answers = answersAt(predictions, t);
    return { text: `${signals.text}\n\n${answers.text}`, data: { ...signals.data, ...answers.data } };
  });
  return { text: parts.map(({ text }) => text).join('\n\n'), data: { timesteps: parts.map(({ data }) => data) } };
}

/**
 * Numbers of one timestep of a tape, or of an adjoint of the same layout: the page's table and the inputs; as data also
 * the pre-activations.
 */
export function signalsAt({ derived }: Examined, readings: Tape, t: number) {
  const { cell, encoded, tape } = derived;
  const rows = tableOf(cell, readings, t).map(({ label, symbol, cells }) => [
    symbol ? `${label} ${symbol}` : label,
    ...(cells ?? []).map(({ text }) => text),
  ]);
  const columns = Math.max(...rows.map((row) => row.length)) - 1;
  const x = Array.from(
    readings.values('x', t),
    (value, k) => `${tokenLabel(encoded.features[k])} ${displayed(value)}`,
  ).join(', ');
  return {
    text: [
      `Timestep ${t} of ${tape.length}: ${tokenLabel(encoded.tokens[t - 1])}`,
      `x: ${x}`,
      plainTable(['signal', ...Array.from({ length: columns }, (_, unit) => `unit ${unit + 1}`)], rows),
    ].join('\n'),
    data: {
      timestep: t,
      token: encoded.tokens[t - 1],
      previous: Object.fromEntries(cell.states.map(({ id }) => [id, readings.values(id, t - 1)])),
      signals: Object.fromEntries([...tape.program.slots.keys()].map((slot) => [slot, readings.values(slot, t)])),
    },
  };
}

function answersAt(predictions: Predictions, t: number) {
  const { y, probabilities } = rowAt(predictions, t);
  const outputs = predictions.head.outputs.map((name, k) => ({
    name,
    value: y[k],
    ...(probabilities && { probability: probabilities[k] }),
  }));
  const rows = outputs.map(({ name, value, probability }) => [
    tokenLabel(name),
    displayed(value),
    ...(probability === undefined ? [] : [percentage(probability)]),
  ]);
  const answer = probabilities ? outputs[likeliest(y)].name : null;
  const table = plainTable(['output', 'value', ...(probabilities ? ['probability'] : [])], rows);
  return {
    text: answer === null ? table : `${table}\nIt answers ${tokenLabel(answer)}.`,
    data: { outputs, ...(answer !== null && { answer }) },
  };
}
