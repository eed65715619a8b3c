import { Group, Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../../components/amount-input.tsx'

interface Sale {
  forSale: boolean
  price: string
  vatRate: string
}

export const saleBody = ({ forSale, price, vatRate }: Sale) => ({
  forSale,
  ...(forSale ? { price, vatRate: Number(vatRate) as 0 | 9 | 21 } : {}),
})

/** What is for sale has a price. */
export const saleRules = (wrong: string) => ({
  price: (price: string, { forSale }: { forSale: boolean }) =>
    forSale && !(Number(price) > 0) ? wrong : null,
})

interface SaleFieldsProps {
  forSale: boolean
  inputProps: (field: keyof Sale, options?: { type: 'checkbox' }) => object
}

export function SaleFields({ forSale, inputProps }: SaleFieldsProps) {
  const { t } = useTranslation('punch-cards')
  return (
    <>
      <Switch
        label={t('sellIt')}
        description={t('sellAbout')}
        {...inputProps('forSale', { type: 'checkbox' })}
      />
      {forSale && (
        <Group grow align="flex-start">
          <AmountInput label={t('priceIncl')} required {...inputProps('price')} />
          <Select
            label={t('vat')}
            allowDeselect={false}
            data={['0', '9', '21'].map((value) => ({ value, label: `${value}%` }))}
            {...inputProps('vatRate')}
          />
        </Group>
      )}
    </>
  )
}
