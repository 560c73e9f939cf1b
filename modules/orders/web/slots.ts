import { fill } from '#web/slots.tsx';
import type { TodoSource } from '#web/todo.ts';

export const fills = [fill('work.main', { order: 20, for: (who) => who.roles.some((role) => role === 'buyer.purchaser' || role === 'buyer.approver' || role === 'supplier.clerk'), load: async () => ({ default: (await import('./list/open-orders.tsx')).OpenOrders }) })];

export const todoSources: readonly TodoSource[] = [
  { for: (who) => who.roles.some((role) => ['buyer.purchaser', 'supplier.clerk'].includes(role)), load: async () => ({ default: (await import('./todos.ts')).orderTodos }) },
];
