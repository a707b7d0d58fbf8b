import { Link } from '@tanstack/react-router'
import { BrandMark } from '#ui/brand/brand'
import { maySee } from './access.ts'
import { countIn, today } from './formats.ts'
import { frameTexts } from './frame-texts.ts'
import { useLocale } from './locale.ts'
import { navigation } from './routes.tsx'
import { type NavigationEntry, navigationGroups } from './screens.ts'
import type { Session } from './session.ts'
import { nameIn, useTexts } from './texts.ts'

/** 왼쪽 길: everything a person may open, in groups, with what waits there. */
export function Rail({ session, onGo }: { session: Session; onGo?: () => void }) {
  const texts = useTexts(frameTexts)
  const locale = useLocale()
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${today()}T00:00:00Z`))
  return (
    <>
      <Link to="/" className="brand" onClick={onGo}>
        <BrandMark />
        <span>
          {texts.product}
          {session.office ? <small>{nameIn(locale, session.office)}</small> : null}
        </span>
      </Link>
      {navigationGroups.map((group) => {
        const entries = navigation.filter((entry) => entry.group === group && maySee(session, entry))
        if (entries.length === 0) return null
        return (
          <div key={group} className="rail-g">
            {group === 'work' ? null : <h2>{texts.groups[group]}</h2>}
            <ul>
              {entries.map((entry) => (
                <li key={entry.to}>
                  <RailLine entry={entry} onGo={onGo} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <div className="me">
        {session.user?.name}
        {session.office ? ` · ${texts.role[session.office.role]}` : ''}
        <br />
        {texts.seoulTime(`${today()} (${weekday})`)}
      </div>
    </>
  )
}

const noCount = () => undefined

function RailLine({ entry, onGo }: { entry: NavigationEntry; onGo?: () => void }) {
  const locale = useLocale()
  // One entry keeps one hook for its life: the list of entries never changes after the start.
  const known = (entry.useCount ?? noCount)()
  return (
    <Link to={entry.to} activeProps={{ 'aria-current': 'page' }} onClick={onGo}>
      {entry.label[locale]}
      {known && known.count > 0 ? <span className={known.hot ? 'n n--hot' : 'n'}>{countIn(known.count, locale)}</span> : null}
    </Link>
  )
}
