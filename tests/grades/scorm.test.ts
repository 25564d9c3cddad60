import { Scorm12API } from 'scorm-again';
import { expect, it, vi } from 'vitest';
import { createBook } from '../../src/grades/book.ts';
import { connectScorm, type ScormApi, scormApi } from '../../src/grades/scorm.ts';

const lms = () => new Scorm12API({ autocommit: false, logLevel: 'NONE' });
const book = () => createBook(['a', 'b'], { random: () => 0.5 });
const reading = (api: ScormApi) => (name: string) => String(api.LMSGetValue(name));

it('has a score only after a committed answer, its maximum from the start, and is complete with the last one', () => {
  const api = lms();
  const value = reading(api);
  const set = vi.spyOn(api, 'LMSSetValue');
  const answers = book();
  const end = connectScorm(answers, api);
  expect(['raw', 'min', 'max'].map((name) => value(`cmi.core.score.${name}`))).toEqual(['', '0', '100']);
  expect(set.mock.calls).toContainEqual(['cmi.core.score.max', '100']);
  expect(set.mock.calls).toContainEqual(['cmi.core.exit', 'suspend']);
  expect(value('cmi.core.lesson_status')).toBe('incomplete');
  answers.commit('a', { of: 7, answer: 2, sure: true, right: true });
  expect([value('cmi.core.score.raw'), value('cmi.core.lesson_status')]).toEqual(['50', 'incomplete']);
  answers.commit('b', { of: 7, answer: 0.25, sure: false, right: false });
  expect([value('cmi.core.score.raw'), value('cmi.core.lesson_status')]).toEqual(['50', 'completed']);
  expect(api.LMSGetLastError()).toBe('0');
  const told = set.mock.calls.length;
  answers.paste('the codes of a class');
  expect(set.mock.calls).toHaveLength(told);
  const kept = value('cmi.suspend_data');
  end();
  expect(api.isTerminated()).toBe(true);

  const next = lms();
  next.cmi.suspend_data = kept;
  const again = book();
  connectScorm(again, next);
  expect(again.getState().answers).toEqual(answers.getState().answers);
  expect(reading(next)('cmi.core.lesson_status')).toBe('completed');
});

it('is found in windows around and behind, past one of another origin, and nowhere else', () => {
  const api = lms();
  const top = { API: api } as unknown as Window;
  Object.assign(top, { parent: top });
  const other = {
    get API() {
      throw new DOMException('Blocked', 'SecurityError');
    },
    parent: top,
  };
  const alone: Record<string, unknown> = { opener: null };
  alone.parent = alone;
  expect(scormApi({ parent: other, opener: null } as unknown as Window)).toBe(api);
  expect(scormApi({ ...alone, parent: alone, opener: top } as unknown as Window)).toBe(api);
  expect(scormApi(alone as unknown as Window)).toBeNull();
});
