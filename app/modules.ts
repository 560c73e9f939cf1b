import type { Module } from '#platform/module.ts';
import { ledger } from '#modules/ledger/module.ts';
import { identity } from '#modules/identity/module.ts';
import { documents } from '#modules/documents/module.ts';
import { notifications } from '#modules/notifications/module.ts';
import { signing } from '#modules/signing/module.ts';
import { regulations } from '#modules/regulations/module.ts';
import { privacy } from '#modules/privacy/module.ts';
import { standards } from '#modules/standards/module.ts';
import { suppliers } from '#modules/suppliers/module.ts';
import { laboratories } from '#modules/laboratories/module.ts';
import { catalogue } from '#modules/catalogue/module.ts';
import { orders } from '#modules/orders/module.ts';
import { purchases } from '#modules/purchases/module.ts';
import { dashboard } from '#modules/dashboard/module.ts';
import { watch } from '#modules/watch/module.ts';

/** Every module, in the order in which they may use one another: a module imports only what stands before it. */
export const modules: readonly Module[] = [ledger, identity, documents, notifications, signing, regulations, privacy, standards, suppliers, laboratories, catalogue, orders, purchases, dashboard, watch];
