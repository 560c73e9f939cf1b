import type { contract } from '#modules/laboratories/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/laboratories';

export const laboratories = clientOf<typeof contract>(routes);
