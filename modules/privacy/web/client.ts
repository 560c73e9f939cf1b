import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/privacy/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/privacy';

export const privacy = clientOf<typeof contract>(routes);

export const mapQuery = queryOptions({ queryKey: ['privacy', 'map'], queryFn: ({ signal }) => privacy.map({}, { signal }), staleTime: 600_000 });
export const mineKey = ['privacy', 'mine'] as const;
/** Asked again every few seconds while something is being made. */
export const mineQuery = queryOptions({
  queryKey: mineKey, queryFn: ({ signal }) => privacy.mine({}, { signal }),
  refetchInterval: ({ state }) => (state.data?.exports.some((one) => one.state === 'asked') === true || state.data?.erasure?.state === 'agreed' || (state.data?.erasure?.state === 'asked' && state.data.erasure.outcomes.length === 0) ? 2_000 : false),
});
export const erasuresKey = ['privacy', 'erasures'] as const;
export const erasuresQuery = queryOptions({ queryKey: erasuresKey, queryFn: ({ signal }) => privacy.erasures({}, { signal }), refetchOnWindowFocus: true });
