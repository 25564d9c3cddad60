import { describe, expect, it } from 'vitest';
import { answersIn, MAX_STATE, stateOf } from '../../src/grades/answersState.ts';
import { type Answer, createBook, MAX_COUNTED } from '../../src/grades/book.ts';
import { placeOf, questionCheck } from '../../src/grades/place.ts';
import { connectSplice, type Framed } from '../../src/grades/splice.ts';

type Posted = readonly [message: unknown, origin: string];

/** A frame in a page of another origin, and what the page hears. */
function framed(places: readonly string[]) {
  const heard: Posted[] = [];
  const host = { postMessage: (message: unknown, origin: string) => heard.push([message, origin]) };
  const listeners = new Set<(event: MessageEvent) => void>();
  const frame = {
    parent: host,
    addEventListener: (_: string, listen: (event: MessageEvent) => void) => listeners.add(listen),
    removeEventListener: (_: string, listen: (event: MessageEvent) => void) => listeners.delete(listen),
  } as unknown as Framed;
  const book = createBook(places, { random: () => 0.5 });
  let id = 0;
  const stop = connectSplice(book, frame, { activity: 'https://site.example/#learn=', newId: () => `m${++id}` });
  const say = (data: unknown, source: unknown = host, origin = 'https://course.example'): void => {
    for (const listen of listeners) listen({ source, origin, data } as MessageEvent);
  };
  return { heard, book, say, stop, listeners };
}

const answer = (right: boolean): Omit<Answer, 'nonce'> => ({ of: 7, answer: 2, sure: true, right });
const respond = (state?: unknown) => ({ subject: 'SPLICE.getState.response', message_id: 'm1', state });
const kept = { format: 'gatescope/answers', version: 1, answers: { b: [7, 0.25, 0, 1, 9] } };

describe('SPLICE', () => {
  it('asks for the state first, and reports a share of all questions only after a committed answer', () => {
    const { heard, book, say } = framed(['a', 'b', 'c', 'd']);
    const activity_id = 'https://site.example/#learn=';
    expect(heard).toEqual([[{ subject: 'SPLICE.getState', activity_id, message_id: 'm1' }, '*']]);
    say(respond());
    expect(heard).toHaveLength(1);
    book.commit('a', answer(true));
    book.commit('b', answer(false));
    // no question of this book
    book.commit('e', answer(true));
    const subject = 'SPLICE.reportScoreAndState';
    const state = { format: 'gatescope/answers', version: 1, answers: { a: [7, 2, 1, 1, 2048] } };
    const both = { ...state, answers: { ...state.answers, b: [7, 2, 1, 0, 2048] } };
    expect(heard.slice(1)).toEqual([
      [{ subject, activity_id, message_id: 'm2', score: 0.25, state }, 'https://course.example'],
      [{ subject, activity_id, message_id: 'm3', score: 0.25, state: both }, 'https://course.example'],
    ]);
  });

  it('restores the state without reporting it, and adds what is answered later', () => {
    for (const state of [kept, JSON.stringify(kept)]) {
      const { heard, book, say } = framed(['a', 'b']);
      say(respond(state));
      expect(book.getState().answers).toEqual({ b: { of: 7, answer: 0.25, sure: false, right: true, nonce: 9 } });
      expect(heard).toHaveLength(1);
      book.commit('a', answer(true));
      expect(heard[1][0]).toMatchObject({ score: 1, state: { answers: { b: [7, 0.25, 0, 1, 9] } } });
    }
  });

  it('restores no answer to a question that asks something else by now', () => {
    const book = createBook(['a', 'b'], { random: () => 0.5, checks: new Map([['a', 7]]) });
    const earlier = { ...answer(true), nonce: 9 };
    book.restore({ a: { ...earlier, of: 8 }, b: { ...earlier, of: 8 } });
    expect(Object.keys(book.getState().answers)).toEqual(['b']);
    book.restore({ a: earlier });
    expect(Object.keys(book.getState().answers)).toEqual(['a', 'b']);
  });

  it('keeps an answer that came before the response, and reports it then', () => {
    const { heard, book, say } = framed(['a', 'b']);
    book.commit('b', answer(false));
    expect(heard).toHaveLength(1);
    say(respond(kept));
    expect(heard[1][0]).toMatchObject({ score: 0 });
    expect(book.getState().answers.b).toMatchObject({ right: false });
  });

  it('tells nobody who does not answer the question, or answers another one', () => {
    const { heard, book, say } = framed(['a']);
    say(respond(), {});
    say({ ...respond(), message_id: 'm9' });
    say({ ...respond(), subject: 'SPLICE.sendEvent' });
    for (const data of [null, 'SPLICE.getState.response', 5, {}]) say(data);
    book.commit('a', answer(true));
    expect(heard).toHaveLength(1);
  });

  it('stays with the origin that answered, and stops', () => {
    const { heard, book, say, stop, listeners } = framed(['a', 'b']);
    say(respond(), undefined, 'null');
    say(respond(kept), undefined, 'https://other.example');
    book.commit('a', answer(true));
    expect(heard[1][1]).toBe('*');
    stop();
    expect(listeners.size).toBe(0);
    book.commit('a', answer(false));
    expect(heard).toHaveLength(2);
  });

  it.each([
    ['other answers', { ...kept, answers: { b: [7, 'x', 0, 1, 9] } }],
    ['a longer tuple', { ...kept, answers: { b: [7, 1, 0, 1, 9, 9] } }],
    ['infinite answers', { ...kept, answers: { b: [7, Number.POSITIVE_INFINITY, 0, 1, 9] } }],
    ['another format', { ...kept, format: 'doenet' }],
    ['another place', { ...kept, answers: { z: [7, 1, 0, 1, 9] } }],
    [
      'too many answers',
      { ...kept, answers: Object.fromEntries(Array.from({ length: 101 }, (_, k) => [k || 'b', [7, 1, 0, 1, 9]])) },
    ],
    ['text that is too long', `${JSON.stringify(kept)}${' '.repeat(MAX_STATE)}`],
    ['broken text', '{"format":'],
    ['a list', []],
  ])('ignores a state of %s, and reports all the same', (_, state) => {
    const { heard, book, say } = framed(['a', 'b']);
    say(respond(state));
    expect(book.getState().answers).toEqual({});
    book.commit('a', answer(true));
    expect(heard[1][0]).toMatchObject({ score: 0.5 });
  });

  it('has a state that it reads again, whatever the questions are', () => {
    for (let k = 0; k < 200; k++) {
      const answers = { [placeOf(`question ${k}`)]: { ...answer(true), of: questionCheck(`question ${k}`), nonce: 1 } };
      expect(answersIn(stateOf(answers))).toEqual(answers);
    }
  });

  it('fits the answers of the longest lesson into what SCORM 1.2 keeps', () => {
    const longest = { of: 1023, answer: -Math.PI / 1e5, sure: true, right: true, nonce: 4095 };
    const places = Array.from({ length: MAX_COUNTED }, (_, k) => (0xffffffff - k).toString(36));
    const answers = Object.fromEntries(places.map((place) => [place, longest]));
    expect(JSON.stringify(stateOf(answers)).length).toBeLessThanOrEqual(MAX_STATE);
  });
});
