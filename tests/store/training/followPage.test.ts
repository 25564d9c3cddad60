import { describe, expect, test } from 'vitest';
import { type InProcess, smallTraining } from './inProcess.ts';

/** A paused run of 40 updates, shown by the page. */
function shownRun(): InProcess {
  const at = smallTraining({ subject: { kind: 'task', id: 'anbn' }, level: 3, updates: 40 });
  at.training.actions.start();
  at.deliver();
  at.clock.pass(3000);
  return at;
}

const left = ({ training }: InProcess) => training.getState().left;
const text = (of: string) => ({ kind: 'text', text: of, unit: 'characters', vocabulary: ['a', 'b'] }) as const;

describe('a page that shows a run', () => {
  test('stays with it whatever moves, is looked at or hovers', () => {
    const at = shownRun();
    const { id } = at.current();
    at.gate.actions.step(-1);
    at.gate.actions.select('f', 1);
    at.gate.actions.hover('C');
    at.gate.actions.setZoom('vector');
    expect(at.current().id).toBe(id);
    expect(left(at)).toBe(null);
  });

  test.each<[string, (at: InProcess) => void, string]>([
    [
      'a weight is set by hand',
      ({ gate }) => gate.actions.editParameter('b_f', 0, 9),
      'The page now shows weights other than those of the run.',
    ],
    [
      'weights are drawn',
      ({ gate }) => gate.actions.randomise(),
      'The page now shows weights other than those of the run.',
    ],
    ['another cell is chosen', ({ gate }) => gate.actions.setCell('gru'), 'The page now shows the cell GRU.'],
    [
      'other inputs are read',
      ({ gate }) => gate.actions.setSequence({ kind: 'numbers', columns: ['x', 'y'], rows: [[1, 2]], scaling: 'none' }),
      'The cell now gets other inputs than in the task, so the trained cell cannot read the sequence above.',
    ],
  ])('leaves it where %s, says why, and shows it again after undo', (_, change, why) => {
    const at = shownRun();
    const { id } = at.current();
    change(at);
    expect(at.training.getState().current).toBe(null);
    expect(left(at)).toEqual({ run: id, why });
    at.gate.actions.undo();
    expect(at.current().id).toBe(id);
    expect(left(at)).toBe(null);
  });

  test('stays with it where another sequence of its inputs is read, also while it trains', () => {
    const at = shownRun();
    at.training.actions.set('updates', 400);
    at.training.actions.start();
    at.deliver(4);
    at.gate.actions.setSequence(text('abab'));
    expect(at.current().status.kind).toBe('running');
    at.deliver();
    at.clock.pass(3000);
    expect(at.current().updates).toBe(440);
    expect(at.gate.getState().inputs.sequence).toMatchObject({ text: 'abab' });
  });

  test('stays with it while its weights come, one report after the other', () => {
    const at = shownRun();
    at.training.actions.start();
    for (let k = 0; k < 30; k++) {
      at.deliver(3);
      at.clock.pass(200);
      expect(left(at)).toBe(null);
    }
    expect(at.current().updates).toBeGreaterThan(40);
  });

  test('leaves it where undo brings back what the run had learned before', () => {
    const at = shownRun();
    at.gate.actions.setSequence(text('abab'));
    at.training.actions.start();
    at.deliver();
    at.clock.pass(3000);
    at.gate.actions.undo();
    at.gate.actions.undo();
    expect(at.training.getState().current).toBe(null);
    expect(left(at)?.why).toBe('The page now shows weights other than those of the run.');
  });
});
