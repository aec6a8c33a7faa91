/** How tests come to the screens of this folder, and the mock’s answers: receipts. Never shipped. */
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';
import { MOCK_KEY, publicReceiptOf, receiptOf } from '#portal/mock/submission-fixtures.ts';

export const example: Example = {
  shown: [
    { name: 'receipt', address: '/bien-nhan/BN-7K2QD-00118', as: 'clerk', ready: '.qr svg' },
    { name: 'receipt-public', address: '/bien-nhan/XN-7K2QD-00090', as: null, ready: '.drop' },
    { name: 'receipt-find', address: '/kiem-tra-bien-nhan', as: null, ready: 'form input' },
    { name: 'receipt-decided', address: '/bien-nhan/XN-7K2QD-00090', as: 'clerk', ready: '.qr svg' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/receipts/{number}', (request) => receiptOf((request.params as { number: string }).number));
    answer(app, 'reads', '/public/receipts/{number}', (request) => publicReceiptOf((request.params as { number: string }).number));
    answer(app, 'reads', '/keys/{kid}', () => MOCK_KEY);
  },
};
