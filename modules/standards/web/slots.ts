import type { TodoSource } from '#web/todo.ts';

export const todoSources: readonly TodoSource[] = [
  { for: (who) => who.roles.includes('housing.officer'), load: async () => ({ default: (await import('./todos.ts')).limitTodos }) },
];
