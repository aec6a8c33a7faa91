/** What the simulator remembers: codes and grants for a minute or ten, in memory, at most so many. */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** Entries kept at most; the oldest are forgotten. */
const ENTRIES_MAX = 5_000;

interface Entry {
  payload: AdapterPayload;
  untilMs: number;
}

/**
 * One store for all of the provider's models, keyed `Model:id`.
 *
 * @param alter  changes what is found, by model; for faults
 */
export function memoryAdapter(
  nowMs: () => number = () => performance.timeOrigin + performance.now(),
  alter: (model: string, payload: AdapterPayload) => AdapterPayload = (_model, payload) => payload,
): AdapterFactory {
  const entries = new Map<string, Entry>();
  const find = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (entry && entry.untilMs < nowMs()) {
      entries.delete(key);
      return undefined;
    }
    return entry?.payload;
  };
  return (model): Adapter => {
    const key = (id: string): string => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresInSeconds) {
        entries.set(key(id), { payload, untilMs: expiresInSeconds ? nowMs() + expiresInSeconds * 1000 : Number.POSITIVE_INFINITY });
        if (entries.size > ENTRIES_MAX) entries.delete(entries.keys().next().value!);
      },
      async find(id) {
        const found = find(key(id));
        return found && alter(model, found);
      },
      async findByUserCode() {
        return undefined;
      },
      async findByUid(uid) {
        for (const [name, { payload }] of entries) if (name.startsWith(`${model}:`) && payload.uid === uid) return find(name);
        return undefined;
      },
      async consume(id) {
        const payload = find(key(id));
        if (payload) payload.consumed = Math.floor(nowMs() / 1000);
      },
      async destroy(id) {
        entries.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [name, { payload }] of entries) if (payload.grantId === grantId) entries.delete(name);
      },
    };
  };
}
