import { z } from 'zod';
import { CitySlug, Line, operation, PageQuery } from '#kernel/wire.ts';
import { InOrder, OrderRow, OrderView, RealDay, Side } from './shapes.ts';
import { ORDER_STATUSES } from './words.ts';

export const ORDER_SORTS = ['newest', 'oldest', 'largest', 'smallest', 'required'] as const;
/** `mine`: the reader's organisation must act. `open`: under way. `done`: closed, declined or cancelled. */
export const ORDER_STAGES = ['all', 'mine', 'open', 'done'] as const;

export const orders = operation
  .route({ method: 'GET', path: '/{city}/orders', summary: '本单位的订单 · Orders of the own organisation, as buyer or supplier', tags: ['orders'] })
  .input(z.strictObject({
    city: CitySlug, stage: z.enum(ORDER_STAGES).default('all'), status: z.enum(ORDER_STATUSES).optional(), q: Line(60).optional(),
    from: RealDay.optional(), to: RealDay.optional(), sort: z.enum(ORDER_SORTS).default('newest'), ...PageQuery,
  }))
  .output(z.object({ side: Side, rows: z.array(OrderRow), total: z.number().int(), counts: z.object({ all: z.number().int(), mine: z.number().int(), open: z.number().int(), done: z.number().int() }) }));

export const order = operation
  .route({ method: 'GET', path: '/{city}/orders/{order}', summary: '订单 · One order, as the reader’s side sees it', tags: ['orders'] })
  .input(z.strictObject(InOrder))
  .output(OrderView);
