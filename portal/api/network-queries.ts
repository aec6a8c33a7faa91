/** Questions of the page of network checks. */
import { monotonicMs, wallMs } from '#portal/clock.ts';
import type { Line } from '#portal/network/measure-here.ts';
import { act, fileAddress, newKey, read } from './client.ts';
import { usePages } from './queries.ts';

export type ChosenBodies = { readonly standing: 'failed' | 'never' | 'passed' | null; readonly text: string };

export const useNetworkBodies = (chosen: ChosenBodies) =>
  usePages(['network', chosen], (cursor, signal) => read('/network-check/bodies', { query: { ...chosen, cursor } }, signal));

/** The way to the server, as the page measures it. What another one kept is known by the nonce. */
export const LINE: Line = {
  hello: async (signal) => {
    const nonce = newKey();
    const said = await read('/network-check', { query: { nonce } }, signal);
    if (said.nonce !== nonce) throw new Error('an answer that was kept');
    return said;
  },
  down: async (count, signal) => {
    const answer = await fetch(fileAddress('/network-check/bytes', { query: { count } }), { signal, cache: 'no-store' });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return (await answer.arrayBuffer()).byteLength;
  },
  up: async (count, signal) => {
    signal.throwIfAborted();
    await Promise.race([
      act('/network-check/bytes', { body: { filler: 'x'.repeat(count) } }),
      new Promise<never>((_done, failed) => signal.addEventListener('abort', () => failed(signal.reason as Error), { once: true })),
    ]);
  },
  monotonicMs,
  wallMs,
};
