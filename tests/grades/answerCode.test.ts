import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodedAnswer, codeOf, codesIn, crc10, readCode, STEPS } from '../../src/grades/answerCode.ts';
import { stepOf } from '../../src/grades/axis.ts';

const answers = fc.record({
  of: fc.nat(1023),
  step: fc.nat(127),
  sure: fc.boolean(),
  nonce: fc.nat(4095),
});
const one: CodedAnswer = { of: 700, step: 42, sure: true, nonce: 99 };

describe('an answer code', () => {
  it('has the checksum of the catalogue of CRCs: CRC-10/ATM of “123456789” is 0x199', () => {
    expect(
      crc10(
        Array.from('123456789', (digit) => digit.charCodeAt(0)),
        8,
      ),
    ).toBe(0x199);
  });

  it('is eight characters with a letter and a digit, and says the answer, in either case and with O for 0', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const code = codeOf(answer);
        expect(code).toMatch(/^(?=.*\d)(?=.*[A-Z])[0-9A-HJKMNP-TV-Z]{8}$/);
        const { nonce, ...said } = answer;
        for (const written of [code, code.toLowerCase(), code.replaceAll('0', 'o').replaceAll('1', 'l')])
          expect(readCode(written)).toMatchObject(said);
      }),
    );
  });

  it('has a guess in hundredths of its axis, at the end for one beyond it', () => {
    const axis = { kind: 'values', low: -2, high: 2 } as const;
    expect([-2, 0, 1.99, 2, 5, -1e6].map((guess) => stepOf(axis, guess))).toEqual([0, 50, 100, 100, 100, 0]);
    expect([0, STEPS].map((option) => stepOf({ kind: 'options', labels: [] }, option))).toEqual([0, null]);
  });

  it('is read by nobody with one wrong character or two neighbours exchanged', () => {
    const code = codeOf(one);
    for (let k = 0; k < 8; k++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
        if (other !== code[k]) expect(readCode(code.slice(0, k) + other + code.slice(k + 1))).toBeNull();
      const exchanged = code.slice(0, k) + (code[k + 1] ?? '') + code[k] + code.slice(k + 2);
      if (exchanged !== code) expect(readCode(exchanged)).toBeNull();
    }
  });
});

describe('a chat', () => {
  const [a, b] = [codeOf(one), codeOf({ ...one, step: 3, sure: false })];

  it('has codes among words, times and addresses; a code that is quoted counts once', () => {
    const chat = `Ada 10:42: my code is ${a}.\nBen: "${b.toLowerCase()}"\n> ${a}\nCy: followed 20261127 https://a.example/q?x=1`;
    expect(codesIn(chat)).toEqual({ answers: [readCode(a), readCode(b)], repeated: [a], broken: [] });
  });

  it('names what looks like a code and is none', () => {
    const wrong = `${a.slice(0, 7)}${a.endsWith('Z') ? 'Y' : 'Z'}`;
    expect(codesIn(`${wrong} ${a.slice(1)} ${a}7 lecture`)).toEqual({
      answers: [],
      repeated: [],
      broken: [wrong, a.slice(1), `${a}7`],
    });
  });

  it('tells readers with the same answer apart', () => {
    const twins = [1, 2, 3].map((nonce) => codeOf({ ...one, nonce }));
    expect(codesIn(twins.join(' ')).answers).toHaveLength(3);
  });
});
