import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/regulations/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/regulations';

export const regulations = clientOf<typeof contract>(routes);

export const parametersQuery = (on: string | undefined) => queryOptions({ queryKey: ['regulations', 'parameters', on ?? 'today'], queryFn: ({ signal }) => regulations.parameters(on === undefined ? {} : { on }, { signal }), staleTime: 60_000 });
export const calendarQuery = queryOptions({ queryKey: ['regulations', 'calendar'], queryFn: ({ signal }) => regulations.calendar({}, { signal }), staleTime: 600_000 });
