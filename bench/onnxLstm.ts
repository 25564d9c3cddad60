/**
 * An ONNX file with one LSTM operator (opset 14, float32), written field by field after onnx.proto, so that the bench
 * needs no model files. Input `X` [T, 1, D]; output `Y` [T, 1, 1, H].
 */
export function onnxLstm(
  T: number,
  D: number,
  H: number,
  weights: { W: Float32Array; R: Float32Array; B: Float32Array },
): Uint8Array {
  const initializers = [
    tensor('W', [1, 4 * H, D], weights.W),
    tensor('R', [1, 4 * H, H], weights.R),
    tensor('B', [1, 8 * H], weights.B),
  ];
  const hiddenSize = message(text(1, 'hidden_size'), varint(3, H), varint(20, 2));
  const node = message(
    ...['X', 'W', 'R', 'B'].map((name) => text(1, name)),
    text(2, 'Y'),
    text(4, 'LSTM'),
    bytes(5, hiddenSize),
  );
  const graph = message(
    bytes(1, node),
    text(2, 'lstm'),
    ...initializers.map((initializer) => bytes(5, initializer)),
    bytes(11, value('X', [T, 1, D])),
    bytes(12, value('Y', [T, 1, 1, H])),
  );
  return message(varint(1, 8), bytes(7, graph), bytes(8, message(varint(2, 14))));
}

const FLOAT = 1;

function tensor(name: string, dims: readonly number[], data: Float32Array): Uint8Array {
  return message(
    ...dims.map((dim) => varint(1, dim)),
    varint(2, FLOAT),
    text(8, name),
    bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  );
}

function value(name: string, dims: readonly number[]): Uint8Array {
  const shape = message(...dims.map((dim) => bytes(1, message(varint(1, dim)))));
  return message(text(1, name), bytes(2, message(bytes(1, message(varint(1, FLOAT), bytes(2, shape))))));
}

function message(...fields: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(fields.reduce((n, field) => n + field.length, 0));
  let at = 0;
  for (const field of fields) {
    result.set(field, at);
    at += field.length;
  }
  return result;
}

function number(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...number(Math.floor(n / 128))];
}

const varint = (field: number, n: number): Uint8Array => Uint8Array.from([...number(field * 8), ...number(n)]);
const text = (field: number, s: string): Uint8Array => bytes(field, new TextEncoder().encode(s));

function bytes(field: number, content: Uint8Array): Uint8Array {
  return message(Uint8Array.from([...number(field * 8 + 2), ...number(content.length)]), content);
}
