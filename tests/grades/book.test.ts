import { describe, expect, it } from 'vitest';
import { createBook, resultOf } from '../../src/grades/book.ts';

const answer = { answer: 1, sure: true, right: true } as const;
const earlier = { place: { ...answer, of: 7, nonce: 0 } };
const empty = () => createBook(['place', 'other'], { random: () => 0.5 });

describe('An answer of an earlier visit', () => {
  it('counts while its question is the same, also once that is known', () => {
    const book = empty();
    book.restore(earlier);
    book.settle('place', 7);
    expect(resultOf(book)).toEqual({ right: 1, of: 2 });
  });

  it('is dropped where another question is asked there, whichever of the two is known first', () => {
    for (const order of ['restored', 'asked'] as const) {
      const book = empty();
      if (order === 'asked') book.settle('place', 8);
      book.restore(earlier);
      book.settle('place', 8);
      expect(resultOf(book)).toBeNull();
    }
  });

  it('stays where the reader has met its question in this visit and asks another since, as one of this visit does', () => {
    const restored = empty();
    restored.restore(earlier);
    restored.settle('place', 7);
    restored.settle('place', 8);
    expect(resultOf(restored)).toEqual({ right: 1, of: 2 });
    const fresh = empty();
    fresh.commit('place', { ...answer, of: 7 });
    fresh.settle('place', 8);
    expect(resultOf(fresh)).toEqual({ right: 1, of: 2 });
  });
});
