import { acceptanceBundle, acceptLine, answerReduction, askAcceptance, recordDelivery, recordPayment, signAcceptance } from './performing.ts';
import { cancelOrder, confirmOrder, declineOrder, placeOrder } from './placing.ts';
import { order, orders } from './reading.ts';

export const contract = { orders, order, placeOrder, confirmOrder, declineOrder, cancelOrder, recordDelivery, acceptLine, answerReduction, askAcceptance, signAcceptance, acceptanceBundle, recordPayment };
