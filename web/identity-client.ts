import type { contract } from '#modules/identity/contract/index.ts';
import routes from 'virtual:contract/identity';
import { clientOf } from '#web/client.ts';

/** Who is here, and which cities there are: the two questions every page begins with. */
export const identity = clientOf<typeof contract>(routes);
