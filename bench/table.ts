import type { Row } from './forward.ts';

export function header(where: string): string {
  return `\n${where}: LSTM, T = 200, microseconds per timestep (median of 15 alternating rounds); “×” is how many times\ngatescope is faster. gatescope writes every signal in float64 into\na tape it was given, the others keep only h in float32.\n`;
}

export function line({ H, D, micros }: Row): string {
  const cells = Object.entries(micros).map(([name, us]) => {
    const ratio = name === 'gatescope' ? '' : ` (${times(us / micros.gatescope)}×)`;
    return `${name} ${us < 10 ? us.toFixed(2) : us.toFixed(0)}${ratio}`.padEnd(name === 'gatescope' ? 18 : 28);
  });
  return `H ${H}, D ${D}`.padEnd(14) + cells.join('');
}

const times = (ratio: number): string => (ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0));
