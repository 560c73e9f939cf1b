import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { newKey } from '#web/http.ts';
import { statusOf } from '#web/refusal.ts';

type Told<Output> = { readonly onSuccess?: (output: Output) => void; readonly onError?: (error: Error) => void };
export type Submit<Input, Output> = Omit<UseMutationResult<Output, Error, Input>, 'mutate'> & { readonly mutate: (input: Input, told?: Told<Output>) => void };

/**
 * One intent, one Idempotency-Key. Sending the same input again after a lost answer repeats the key, so the server answers
 * from its record and nothing happens twice; changed input, or an answer that settled the matter, begins a new intent.
 * `refreshes`: query keys that show something else afterwards. What `mutate` is told to do then, it does even where the refreshed
 * page has replaced the part that sent.
 */
export function useSubmit<Input, Output>(
  send: (input: Input, key: string) => Promise<Output>,
  refreshes: readonly (readonly unknown[])[] = [],
): Submit<Input, Output> {
  const intent = useRef<{ key: string; input: string } | null>(null);
  const queries = useQueryClient();
  const mutation = useMutation<Output, Error, Input>({
    retry: (count, error) => count < 2 && unsettled(error),
    mutationFn: (input) => {
      const written = JSON.stringify(input) ?? '';
      if (intent.current?.input !== written) intent.current = { key: newKey(), input: written };
      return send(input, intent.current.key);
    },
    onSettled: (_, error) => {
      if (error === null || !unsettled(error)) intent.current = null;
    },
    onSuccess: () => Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const { mutateAsync } = mutation;
  const mutate = useCallback((input: Input, told: Told<Output> = {}): void => void mutateAsync(input).then(told.onSuccess, told.onError ?? (() => undefined)), [mutateAsync]);
  return { ...mutation, mutate };
}

/** No answer, or one that says nothing about the act: it may have happened. */
export const unsettled = (error: unknown): boolean => [0, 502, 503, 504].includes(statusOf(error));
