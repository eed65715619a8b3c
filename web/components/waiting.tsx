import { Center, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** While the page itself is on its way; what a page shows of its own data waits as a skeleton. */
export function Waiting() {
  const { t } = useTranslation()
  return (
    <Center mih="40vh" role="status" aria-label={t('loading')}>
      <Loader />
    </Center>
  )
}
