import type { TodoSource } from '#web/todo.ts';

export const todoSources: readonly TodoSource[] = [
  { for: (who) => who.roles.includes('supplier.clerk'), load: () => import('./todo/own.ts') },
  { for: (who) => who.roles.includes('centre.reviewer'), load: () => import('./todo/desk.ts') },
];
