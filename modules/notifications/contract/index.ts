import { markRead, mine } from './inside.ts';
import { messages, sendAgain, sent } from './record.ts';
import { chooseWays, claimAddress, confirmAddress, dropAddress, telling } from './telling.ts';

export const contract = { mine, markRead, telling, chooseWays, claimAddress, confirmAddress, dropAddress, sent, messages, sendAgain };
