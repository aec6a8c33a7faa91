/** A source that breaks the rules on purpose, with a key of its own: what it may do to others is nothing. */
import { sealBatch } from '#doors/exchange/protocol/batch.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { BatchManifest, ExchangeChange, Lane, SentBatch } from '#doors/exchange/shapes.ts';
import type { CentreMachine } from './centre-machine.ts';
import type { World } from './network.ts';
import { AUDIENCE, keyOf, signerOf } from './wire.ts';

const SOURCE = 'LIAR';

/** What the liar remembers of itself: nothing is kept between lives. */
const memory = new WeakMap<CentreMachine, { next: number; previous: string | null; epoch: number }>();

function aChange(world: World, seq: number): ExchangeChange {
  const person = `p${world.pick(9)}`;
  const common = {
    seq,
    ref: `l${world.pick(40)}`,
    person,
    base: null,
    validFrom: '2026-01-05',
    schema: 'cbccvc@3.0',
    maker: 'gian',
    madeAt: '2026-01-05T00:00:00.000Z',
  };
  const draw = world.draw();
  if (draw < 0.2) return { ...common, fact: 'employer', operation: 'take', value: null };
  if (draw < 0.3) return { ...common, person: `own${world.pick(3)}`, fact: 'employer', operation: 'claim', value: null };
  if (draw < 0.4) return { ...common, fact: 'employer', operation: 'release', value: SOURCE };
  if (draw < 0.6)
    return {
      ...common,
      person: `own${world.pick(3)}`,
      fact: 'B/hoTen',
      operation: 'retract',
      value: null,
      because: { reason: 'x', approver: 'gian' },
    };
  return { ...common, fact: 'B/hoTen', operation: 'assert', value: 'lie' };
}

/** Sends one batch, wrong in some way or good, and remembers what the centre took. */
export function liarsBatch(centre: CentreMachine, world: World, saw: Set<string>): void {
  const mind = memory.get(centre) ?? { next: 1, previous: null, epoch: 1 };
  memory.set(centre, mind);
  const kind = world.pick(11);
  const first = kind === 0 ? mind.next + 1 + world.pick(3) : kind === 1 ? Math.max(1, mind.next - 1) : mind.next;
  const changes = [first, kind === 2 ? first : first + 1, first + 2].map((seq) => aChange(world, seq));
  const lane: Lane = 'daily';
  const previous = kind === 3 ? 'a'.repeat(64) : mind.previous;
  const epoch = kind === 4 ? mind.epoch + 1 : mind.epoch;
  const seal = {
    source: kind === 5 ? 'H1' : SOURCE,
    epoch,
    lane,
    previous,
    audience: kind === 6 ? 'elsewhere' : AUDIENCE,
    issuedAt: '2026-01-05T00:00:00.000Z',
  };
  let batch: SentBatch = sealBatch(changes, seal, signerOf(keyOf(kind === 7 ? 'H1' : SOURCE)));
  let manifest = JSON.parse(batch.manifest.text) as BatchManifest;
  if (kind === 8) batch = { ...batch, lines: batch.lines.replace('2026-01-05', '2026-01-06') };
  if (kind === 9) {
    manifest = { ...manifest, last: manifest.last + 1 };
    batch = { ...batch, manifest: signerOf(keyOf(SOURCE))(canonicalJson(manifest)) };
  }
  const reply = centre.handle(SOURCE, { kind: 'put', source: SOURCE, batch });
  if (reply?.status === 202) {
    mind.next = manifest.last + 1;
    mind.previous = manifest.sha256;
  }
  if (reply?.status === 'refused') for (const code of reply.codes) saw.add(code);
  if (centre.frozen(SOURCE) && world.draw() < 0.5) {
    const granted = centre.release(SOURCE);
    if (granted !== null) Object.assign(mind, { next: 1, previous: null, epoch: granted });
  }
}
