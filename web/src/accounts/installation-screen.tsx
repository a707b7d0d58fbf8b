import { useState } from 'react'
import { Tabs } from '#ui/tabs/tabs'
import { useTexts } from '#web/shell/texts'
import { Page } from '../shell/page.tsx'
import './accounts.css'
import { MailPanel } from './installation-mail.tsx'
import { OfficesPanel } from './installation-offices.tsx'
import { UsersPanel } from './installation-users.tsx'
import { accountTexts } from './texts.ts'

/** 설치 관리: offices, accounts and mail of this installation. */
export default function InstallationScreen() {
  const texts = useTexts(accountTexts).installation
  const [tab, setTab] = useState<'offices' | 'users' | 'mail'>('offices')
  return (
    <Page title={texts.title}>
      <Tabs
        label={texts.tabs}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'offices', label: texts.offices, panel: <OfficesPanel /> },
          { value: 'users', label: texts.users, panel: <UsersPanel /> },
          { value: 'mail', label: texts.mail, panel: <MailPanel /> },
        ]}
      />
    </Page>
  )
}
