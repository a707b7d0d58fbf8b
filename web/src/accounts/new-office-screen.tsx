import { useNavigate } from '@tanstack/react-router'
import { json } from '#web/shell/api'
import { useLocale } from '#web/shell/locale'
import { switchOffice, useSession } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { Page } from '../shell/page.tsx'
import { client } from './api.ts'
import './accounts.css'
import { FirstSteps } from './link-screen.tsx'
import { OfficeForm, officeBody } from './office-form.tsx'
import { accountTexts } from './texts.ts'

/** 기관 만들기: the second step of a first start, and later any other office. Whoever makes it works in it at once. */
export default function NewOfficeScreen() {
  const texts = useTexts(accountTexts)
  const locale = useLocale()
  const navigate = useNavigate()
  const first = (useSession()?.offices.length ?? 0) === 0
  return (
    <Page title={first ? texts.office.firstTitle : texts.office.newTitle} lead={texts.office.lead}>
      {first ? (
        <div className="acc-steps">
          <FirstSteps now="office" />
        </div>
      ) : null}
      <OfficeForm
        draft="office.new"
        go={texts.office.make}
        onSave={async (words) => {
          const office = await json(client.offices.$post({ json: officeBody(words) }))
          await switchOffice(office.slug)
          toast(texts.office.made(nameIn(locale, office)))
          // the first work of a new office is to put in what was announced
          await navigate({ to: '/documents' as '/' })
        }}
      />
    </Page>
  )
}
