import { fill } from '#web/slots.tsx';
import type { TodoSource } from '#web/todo.ts';

export const fills = [fill('product.actions', { order: 10, load: async () => ({ default: (await import('./buy/buy.tsx')).BuyAction }) })];

export const todoSources: readonly TodoSource[] = [{ for: (who) => who.roles.includes('buyer.approver'), load: async () => ({ default: (await import('./approvals/todo.ts')).approvalTodos }) }];
