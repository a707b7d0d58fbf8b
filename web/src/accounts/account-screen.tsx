import { useUser } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { Page } from '../shell/page.tsx'
import './accounts.css'
import { PasswordSection } from './account-password.tsx'
import { ProfileSection } from './account-profile.tsx'
import { SessionsSection } from './account-sessions.tsx'
import { TokensSection } from './account-tokens.tsx'
import { accountTexts } from './texts.ts'

/** 내 계정: name and language, password, sessions, API tokens. */
export default function AccountScreen() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.account.title} lead={useUser().email}>
      <div className="acc">
        <ProfileSection />
        <PasswordSection />
        <SessionsSection />
        <TokensSection />
      </div>
    </Page>
  )
}
