import type { TodoSource } from '#web/todo.ts';

export const todoSources: readonly TodoSource[] = [
  { load: async () => ({ default: (await import('./todo/invitations.ts')).invitationTodos }) },
  { for: (who) => who.roles.includes('unit.administrator'), load: async () => ({ default: (await import('./todo/proposals.ts')).proposalTodos }) },
  { for: (who) => who.roles.some((role) => role === 'housing.officer' || role === 'centre.reviewer'), load: async () => ({ default: (await import('./todo/units.ts')).unitTodos }) },
];
