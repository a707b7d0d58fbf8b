import { today } from '#web/shell/formats'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'

/** 인쇄한 곳과 날: stands at the foot of a page on paper only, so that a sheet says whose it is and of which day. */
export function PrintLine() {
  const office = useOffice()
  const locale = useLocale()
  return (
    <p className="ec-print">
      {locale === 'en' && office.nameEn ? office.nameEn : office.nameKo} · {today()} · {locale === 'ko' ? '구슬' : 'Gusul'}
    </p>
  )
}
