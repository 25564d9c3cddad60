import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/cell/cell.ts';
import { kerasCell } from '../../../src/io/frameworks/kerasCell.ts';
import { onnxCell } from '../../../src/io/frameworks/onnxCell.ts';

/** The frameworks that the page names beside each value of an option that the cell has. */
const namedBeside = ({ declaration, options }: Cell): Record<string, string> =>
  Object.fromEntries(
    Object.entries(declaration.options).flatMap(([name, info]) => {
      const text = info.kind === 'choice' && info.frameworks?.[String(options[name])];
      return info.kind === 'choice' && info.frameworks ? [[name, text || 'none']] : [];
    }),
  );

describe('beside each convention the page names the framework whose weights are read in that form', () => {
  it.each<[string, Cell, string, string[]]>([
    [
      'Keras GRU as it is by default',
      kerasCell('GRU', { activation: 'tanh', resetAfter: true }, 3).cell,
      'Keras',
      ['reset', 'z'],
    ],
    ['ONNX GRU as it is by default', onnxCell('GRU').cell, 'ONNX', ['reset', 'z']],
    ['Keras LSTM', kerasCell('LSTM', { activation: 'tanh' }, 3).cell, 'Keras', ['form']],
    ['ONNX LSTM', onnxCell('LSTM').cell, 'ONNX', ['form']],
    ['ONNX LSTM with peepholes', onnxCell('LSTM', {}, { peepholes: true }).cell, 'ONNX', ['peepWeights']],
    ['ONNX LSTM with input_forget', onnxCell('LSTM', { input_forget: 1 }).cell, 'ONNX', ['couple', 'peepWeights']],
  ])('%s', (_, cell, framework, conventions) => {
    const named = namedBeside(cell);
    // every one of them takes the plain sigmoid, which needs no name
    expect(Object.keys(named)).toEqual([...conventions, 'gates']);
    expect(named.gates).toBe('none');
    for (const name of conventions) expect(named[name]).toContain(framework);
  });
  it('and not beside the other form', () => {
    const before = kerasCell('GRU', { activation: 'tanh', resetAfter: false }, 3).cell;
    expect(namedBeside(before).reset).not.toMatch(/Keras|PyTorch/);
  });
});
