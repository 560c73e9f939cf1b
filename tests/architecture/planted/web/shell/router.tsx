import { Page } from '#modules/orders/web/page.tsx';
import { rows } from '#modules/orders/store/rows.ts'; // breaks web-shell
import { clock } from '#platform/clock.ts'; // breaks web-shell
export const router = [Page, rows, clock];
