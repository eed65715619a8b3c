import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LineKind, LineSubtype } from '../../../domain/invoices/invoice.ts'
import { lineType } from './present.ts'

test('every row of the documented table of line types', () => {
  const rows: [LineKind, LineSubtype | null, string, string?][] = [
    ['charge', null, 'INVOICE-LINE'],
    ['charge', 'donation', 'INVOICE-LINE', 'DONATION'],
    ['charge', 'surcharge', 'INVOICE-LINE', 'SURCHARGE'],
    ['charge', 'administrative_fee', 'INVOICE-LINE', 'ADMINISTRATIVE_FEE'],
    ['fee', 'installment_fee', 'INSTALLMENT-FEE'],
    ['fee', 'chargeback_fee', 'CHARGEBACK-FEE'],
    ['fee', 'late_payment_fee', 'LATE-PAYMENT-FEE'],
    ['payment', null, 'PAYMENT'],
    ['payment', 'donation', 'PAYMENT', 'donation'],
    ['payment', 'youth_fund', 'JEUGDFONDS', 'jsf'],
    ['payment', 'installment_fee', 'PAYMENT-INSTALLMENT-FEE'],
    ['payment', 'chargeback_fee', 'PAYMENT-CHARGEBACK-FEE'],
    ['payment', 'late_payment_fee', 'PAYMENT-LATE-PAYMENT-FEE'],
    ['payment', 'penalty_fee', 'PAYMENT-PENALTY-FEE'],
    ['chargeback', null, 'CHARGEBACK'],
    ['chargeback', 'donation', 'CHARGEBACK', 'DONATION'],
    ['chargeback', 'administrative_fee', 'CHARGEBACK', 'ADMINISTRATIVE_FEE'],
    ['chargeback', 'installment_fee', 'CHARGEBACK-INSTALLMENT-FEE'],
    ['chargeback', 'late_payment_fee', 'CHARGEBACK-LATE-PAYMENT-FEE'],
    ['chargeback', 'chargeback_fee', 'CHARGEBACK-CHARGEBACK-FEE'],
    ['chargeback', 'penalty_fee', 'CHARGEBACK-PENALTY-FEE'],
    ['credit', null, 'CREDIT-LINE'],
    ['credit', 'donation', 'CREDIT-LINE', 'DONATION'],
    ['credit', 'surcharge', 'CREDIT-LINE', 'SURCHARGE'],
    ['credit', 'administrative_fee', 'CREDIT-LINE', 'ADMINISTRATIVE_FEE'],
    ['credit', 'chargeback_fee', 'CREDIT-CHARGEBACK-FEE'],
    ['credit', 'installment_fee', 'CREDIT-INSTALLMENT-FEE'],
    ['credit', 'late_payment_fee', 'CREDIT-LATE-PAYMENT-FEE'],
    ['credit', 'penalty_fee', 'CREDIT-PENALTY-FEE'],
  ]
  for (const [kind, subtype, type, shown] of rows)
    assert.deepEqual(lineType(kind, subtype), shown === undefined ? { type } : { type, subtype: shown })
})
