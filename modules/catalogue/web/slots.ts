import type { TodoSource } from '#web/todo.ts';

export const todoSources: readonly TodoSource[] = [
  { for: (who) => who.roles.includes('supplier.clerk'), load: async () => ({ default: (await import('./todo/own.ts')).ownTodos }) },
  { for: (who) => who.roles.includes('centre.reviewer'), load: async () => ({ default: (await import('./todo/desk.ts')).deskTodos }) },
];
