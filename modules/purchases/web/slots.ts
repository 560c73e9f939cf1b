import { fill } from '#web/slots.tsx';

export const fills = [fill('product.actions', { order: 10, load: async () => ({ default: (await import('./buy/buy.tsx')).BuyAction }) })];
