import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/cell/cell.ts';
import { refKey } from '../../src/cell/slot.ts';
import { type Box, measures, overlaps, type Pixel } from '../../src/figure/measures.ts';
import type { Scene } from '../../src/figure/scene.ts';
import { segmentsOf } from '../../src/figure/segments.ts';
import { everyScene } from './everyScene.ts';

/** Arguments of each signal according to the declaration. */
function argumentsOf(cell: Cell): Set<string> {
  return new Set(
    cell.signals.flatMap((signal) =>
      [...signal.args, ...(signal.affine?.terms ?? []).map((term) => term.ref)].map(
        (ref) => `${refKey(ref)} → ${signal.id}`,
      ),
    ),
  );
}

/** Arguments that the wires carry into each node, also through concatenations. */
function drawnArguments({ wires, joins }: Scene): Set<string> {
  const found = new Set<string>();
  for (const { refs, net, target } of wires) {
    if (target?.kind === 'node') for (const ref of refs) found.add(`${refKey(ref)} → ${target.signal}`);
    if (target?.kind === 'join') {
      const join = joins.find(({ id }) => id === target.join);
      const parts = join?.refs.map(refKey);
      // the states of a bus have one net, named after all of them
      for (const part of net.includes('+') ? refs.map(refKey) : [net]) expect(parts).toContain(part);
    }
  }
  return found;
}

const touches = (box: Box, { x, y }: Pixel, slack: number): boolean =>
  x >= box.x - slack && x <= box.x + box.width + slack && y >= box.y - slack && y <= box.y + box.height + slack;

function ribbonBoxes(scene: Scene, width: number): { net: string; box: Box }[] {
  return scene.wires.flatMap((wire) =>
    segmentsOf(wire).map(({ a, b }) => ({
      net: wire.net,
      box: {
        x: Math.min(a.x, b.x) - (a.x === b.x ? width / 2 : 0),
        y: Math.min(a.y, b.y) - (a.y === b.y ? width / 2 : 0),
        width: Math.abs(a.x - b.x) + (a.x === b.x ? width : 0),
        height: Math.abs(a.y - b.y) + (a.y === b.y ? width : 0),
      },
    })),
  );
}

describe.each(['scene', 'folded', 'compact'] as const)('the %s of every cell', (form) => {
  const scenes = everyScene.map((one) => ({ ...one, scene: one[form] }));

  test('draws as wires exactly the arguments that the declaration names', () => {
    for (const { name, cell, scene } of scenes)
      expect([...drawnArguments(scene)].sort(), name).toEqual([...argumentsOf(cell)].sort());
  });

  test('has no two nodes or concatenations that overlap', () => {
    for (const { name, scene } of scenes) {
      const boxes = [
        ...scene.nodes.map((n) => ({ id: n.signal.id, box: n.box })),
        ...scene.joins.map((j) => ({ id: j.id, box: j.box })),
      ];
      for (const [k, a] of boxes.entries())
        for (const b of boxes.slice(k + 1)) expect(overlaps(a.box, b.box), `${name}: ${a.id} and ${b.id}`).toBe(false);
    }
  });

  test('lets no wire run through a node that it does not lead to or come from', () => {
    for (const { name, scene } of scenes)
      for (const wire of scene.wires)
        for (const { a, b } of segmentsOf(wire))
          for (const node of scene.nodes) {
            const inner = {
              x: node.box.x + 2,
              y: node.box.y + 2,
              width: node.box.width - 4,
              height: node.box.height - 4,
            };
            const line = {
              x: Math.min(a.x, b.x),
              y: Math.min(a.y, b.y),
              width: Math.abs(a.x - b.x),
              height: Math.abs(a.y - b.y),
            };
            if (overlaps(inner, line)) expect.fail(`${name}: ${wire.id} runs through ${node.signal.id}`);
          }
  });

  test('ends every wire at the node, concatenation, rail or bubble it leads to', () => {
    for (const { name, scene } of scenes)
      for (const { id, target, points } of scene.wires) {
        const end = points[points.length - 1];
        if (target?.kind === 'node') {
          const node = scene.nodes.find(({ signal }) => signal.id === target.signal);
          expect(node && touches(node.box, end, 0.01), `${name}: ${id}`).toBe(true);
        }
        if (target?.kind === 'join') {
          const join = scene.joins.find((j) => j.id === target.join);
          expect(join && touches(join.box, end, 0.01), `${name}: ${id}`).toBe(true);
        }
        if (target?.kind === 'output') expect(end).toEqual({ x: scene.output.x, y: scene.output.y + measures.bubble });
      }
  });

  test('begins every net at its own node and every branch at a fork of the same net', () => {
    for (const { name, scene } of scenes)
      for (const node of scene.nodes) {
        const own = scene.wires.filter((wire) => wire.net === node.signal.id);
        const starts = own.filter(({ points }) => touches(node.box, points[0], 0.01));
        expect(starts.length, `${name}: ${node.signal.id}`).toBe(1);
        const ends = new Set(own.map(({ points }) => JSON.stringify(points[points.length - 1])));
        for (const wire of own)
          if (wire !== starts[0]) expect(ends.has(JSON.stringify(wire.points[0])), `${name}: ${wire.id}`).toBe(true);
      }
  });

  test('lets wires of different vectors meet only where one is bridged over the other', () => {
    for (const { name, scene } of scenes) {
      const boxes = ribbonBoxes(scene, measures.ribbon);
      for (const [k, a] of boxes.entries())
        for (const b of boxes.slice(k + 1)) {
          const looping = [a.net, b.net].some((net) => net.startsWith('loop.'));
          if (a.net === b.net || looping || !overlaps(a.box, b.box, -1)) continue;
          const bridged = scene.bridges.some((bridge) => touches(a.box, bridge, 1) && touches(b.box, bridge, 1));
          const atNode = [...scene.nodes, ...scene.joins].some(
            ({ box }) => overlaps(box, a.box, 1) && overlaps(box, b.box, 1),
          );
          expect(bridged || atNode, `${name}: ${a.net} and ${b.net}`).toBe(true);
        }
    }
  });

  test('labels every signal that has a symbol, clear of nodes and of other labels', () => {
    for (const { name, cell, scene } of scenes) {
      const labelled = scene.labels.map(({ ref }) => ref.id);
      expect([...labelled].sort(), name).toEqual(
        cell.signals
          .filter((s) => s.info.symbol)
          .map((s) => s.id)
          .sort(),
      );
      const boxes = scene.labels.map(({ x, y }) => ({ x: x - 13, y: y - 12, width: 26, height: 24 }));
      for (const [k, a] of boxes.entries()) {
        expect(
          scene.nodes.some(({ box }) => overlaps(box, a)),
          `${name}: ${labelled[k]}`,
        ).toBe(false);
        for (const b of boxes.slice(k + 1)) expect(overlaps(a, b), name).toBe(false);
      }
    }
  });

  test('keeps everything inside the body', () => {
    for (const { name, scene } of scenes)
      for (const { box, signal } of scene.nodes)
        expect(
          box.x > 0 &&
            box.y > scene.body.y &&
            box.x + box.width < scene.body.width &&
            box.y + box.height < scene.body.y + scene.body.height,
          `${name}: ${signal.id}`,
        ).toBe(true);
  });

  test('has a straight piece of every wire before its arrowhead', () => {
    const { arrow, corner, ribbon, straight } = measures;
    for (const { name, scene } of scenes)
      for (const { id, points, joints, target } of scene.wires) {
        if (!target) continue;
        const [a, b] = points.slice(-2);
        const before = points.length > 2 ? corner : joints[0] === 'side' ? ribbon / 2 : 0;
        const room = Math.hypot(b.x - a.x, b.y - a.y) - before;
        expect(room, `${name}: ${id}`).toBeGreaterThanOrEqual(arrow + straight);
      }
  });

  test('has no fork on an arrowhead', () => {
    const radius = 5;
    for (const { name, scene } of scenes)
      for (const { id, target, points } of scene.wires) {
        if (!target) continue;
        const [a, b] = points.slice(-2);
        const [dx, dy] = [Math.sign(b.x - a.x), Math.sign(b.y - a.y)];
        const half = (measures.ribbon + 9) / 2 + radius;
        const head = {
          x: b.x - (dx > 0 ? measures.arrow + radius : dx < 0 ? radius : half),
          y: b.y - (dy > 0 ? measures.arrow + radius : dy < 0 ? radius : half),
          width: dx === 0 ? 2 * half : measures.arrow + 2 * radius,
          height: dy === 0 ? 2 * half : measures.arrow + 2 * radius,
        };
        const on = scene.forks.filter((fork) => touches(head, fork, 0));
        expect(on, `${name}: ${id}`).toEqual([]);
      }
  });

  test('enters every “1−” from above or below', () => {
    for (const { name, cell, scene } of scenes)
      for (const { id, target, points } of scene.wires) {
        const signal = cell.signals.find((one) => target?.kind === 'node' && one.id === target.signal);
        const [a, b] = points.slice(-2);
        if (signal?.op === 'oneMinus') expect(a.x, `${name}: ${id}`).toBe(b.x);
      }
  });
});
