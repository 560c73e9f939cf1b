import { fill } from '#web/slots.tsx';

export const fills = [fill('work.bell', { order: 10, load: async () => ({ default: (await import('./bell/bell.tsx')).Bell }) })];
