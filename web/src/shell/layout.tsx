import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { Banner } from '#ui/banner/banner'
import { BrandMark } from '#ui/brand/brand'
import { Breadcrumb } from '#ui/breadcrumb/breadcrumb'
import { Button, keyLabel } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { Empty } from '#ui/empty/empty'
import { KbdBar } from '#ui/kbd/kbd-bar'
import { useSharedValue } from '#web/ui/kit/value'
import { useAppearance } from './appearance.ts'
import { useOnline } from './connection.ts'
import { FindDialog } from './find.tsx'
import { instantOf } from './formats.ts'
import { frameTexts } from './frame-texts.ts'
import { OfficeMenu, UserMenu, ViewMenu } from './menus.tsx'
import { Page } from './page.tsx'
import { pageFrame } from './page-frame.ts'
import { FamilyTabs, Rail } from './rail.tsx'
import { hasScreen } from './routes.tsx'
import { type Session, sessionQuery } from './session.ts'
import { useActiveShortcuts, useShortcuts } from './shortcuts.ts'
import { useTexts } from './texts.ts'

/** The rail, the top bar and the screen between them, for a person at work in an office. */
export function OfficeFrame() {
  const { data: session } = useQuery(sessionQuery)
  if (!session?.signedIn) return null
  return session.office ? <OfficeFrameOf session={session} /> : <NoOfficeFrame session={session} />
}

function OfficeFrameOf({ session }: { session: Session }) {
  const texts = useTexts(frameTexts)
  const frame = useSharedValue(pageFrame)
  const [menu, setMenu] = useState(false)
  const [find, setFind] = useState(false)
  const [help, setHelp] = useState(false)
  // a partner sees its own projects alone: there is nothing else to find
  const finds = session.office?.role !== 'partner'
  useShortcuts([
    { key: '/', label: texts.findTitle, run: () => setFind(true), bar: false, off: !finds },
    { key: '?', label: texts.allShortcuts, run: () => setHelp(true) },
  ])
  const shortcuts = useActiveShortcuts()
  const { singleKeys } = useAppearance()
  return (
    <>
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <div className="app">
        <nav className="rail" aria-label={texts.mainMenu}>
          <Rail session={session} />
        </nav>
        <div>
          <header className="bar">
            <Button className="menu-btn" aria-expanded={menu} aria-haspopup="dialog" onClick={() => setMenu(true)}>
              {texts.menu}
            </Button>
            <Breadcrumb label={texts.whereNow} steps={frame.crumbs} />
            {finds ? (
              <button type="button" className="search chip" aria-keyshortcuts="/" onClick={() => setFind(true)}>
                {texts.find}{' '}
                <span className="kbd" aria-hidden="true">
                  /
                </span>
              </button>
            ) : null}
            {frame.tools ? <div className="bar-tools">{frame.tools}</div> : null}
            <OfficeMenu session={session} />
            <UserMenu session={session} onHelp={() => setHelp(true)} />
          </header>
          <OfflineBanner />
          <main className="main" id="main" tabIndex={-1}>
            <FamilyTabs session={session} />
            <Outlet />
          </main>
          {singleKeys ? (
            <KbdBar
              label={texts.keyBar}
              shortcuts={shortcuts.filter((one) => one.bar !== false).map((one) => ({ ...one, label: one.barLabel ?? one.label }))}
            />
          ) : null}
        </div>
      </div>
      <Dialog open={menu} onClose={() => setMenu(false)} title={texts.menu} closeLabel={texts.close} shape="menu">
        <nav className="rail rail--open" aria-label={texts.mainMenu}>
          <Rail session={session} onGo={() => setMenu(false)} />
        </nav>
      </Dialog>
      {finds ? <FindDialog session={session} open={find} onClose={() => setFind(false)} /> : null}
      <Dialog open={help} onClose={() => setHelp(false)} title={texts.shortcutHelp} closeLabel={texts.close}>
        {singleKeys ? null : <p className="hint">{texts.shortcutsOff}</p>}
        <dl className="kv keys">
          {shortcuts.map((one) => (
            <div key={one.key}>
              <dt>
                <kbd>{keyLabel(one.key)}</kbd>
              </dt>
              <dd>{one.label}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}

function OfflineBanner() {
  const texts = useTexts(frameTexts)
  const connection = useOnline()
  if (connection.online) return null
  return (
    <div className="offline">
      <Banner tone="warn" title={texts.offline} live>
        {connection.lastAnswer ? texts.offlineCopy(instantOf(connection.lastAnswer)) : texts.offlineNoCopy}
      </Banner>
    </div>
  )
}

/** A narrow page without the rail: signing in, an invitation, making the first office. */
export function PlainFrame() {
  const texts = useTexts(frameTexts)
  const { data: session } = useQuery(sessionQuery)
  return (
    <>
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <header className="bar plain-bar">
        <Link to="/" className="brand">
          <BrandMark />
          <span>{texts.product}</span>
        </Link>
        {session?.signedIn ? <UserMenu session={session} /> : <ViewMenu />}
      </header>
      <OfflineBanner />
      <main className="main plain" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}

function NoOfficeFrame({ session }: { session: Session }) {
  const texts = useTexts(frameTexts)
  const administrator = session.user?.isAdministrator === true
  return (
    <>
      <header className="bar plain-bar">
        <Link to="/" className="brand">
          <BrandMark />
          <span>{texts.product}</span>
        </Link>
        <UserMenu session={session} />
      </header>
      <main className="main plain" id="main" tabIndex={-1}>
        <Page title={texts.noOffice}>
          <Empty
            title={administrator ? texts.noOfficeAdministrator : texts.noOfficeAdvice}
            action={administrator && hasScreen('/offices') ? <Link to="/offices">{texts.makeOffice}</Link> : null}
          />
        </Page>
      </main>
    </>
  )
}
