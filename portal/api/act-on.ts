/** A request of the user: one Idempotency-Key for it, however often the line drops and it is sent again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { act, newKey, RequestFailed } from './client.ts';
import type { Acts } from './client.ts';

/** Only what did not arrive, or a server that is away, is sent again; a refusal is an answer. */
export const worthSendingAgain = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof RequestFailed && (error.problem.status === 0 || error.problem.status === 503);

/**
 * @param ask     what is asked, made from the request
 * @param stale   first parts of query keys whose answers are old once it is done
 */
export function useAct<P extends keyof Acts, Request>(
  path: P,
  ask: (request: Request) => Acts[P]['asked'],
  stale: readonly (readonly unknown[])[],
) {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ request, key }: { request: Request; key: string }) => act(path, ask(request), key),
    retry: worthSendingAgain,
    onSuccess: async () => {
      // What no page shows now would be shown as it was before the act, until it is asked anew: it is forgotten.
      for (const queryKey of stale) queries.removeQueries({ queryKey, type: 'inactive' });
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return {
    go: (request: Request): Promise<Acts[P]['answer']> => mutation.mutateAsync({ request, key: newKey() }),
    busy: mutation.isPending,
    error: mutation.error,
    answer: mutation.data,
    /** it was done: some acts answer nothing */
    isDone: mutation.isSuccess,
    forget: mutation.reset,
  };
}
