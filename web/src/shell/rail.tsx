import { Link, useLocation } from '@tanstack/react-router'
import { BrandMark } from '#ui/brand/brand'
import { maySee } from './access.ts'
import { type Family, familiesOf, isWithin } from './families.ts'
import { countIn, today } from './formats.ts'
import { frameTexts } from './frame-texts.ts'
import { useLocale } from './locale.ts'
import { navigation } from './routes.tsx'
import { type NavigationEntry, navigationGroups } from './screens.ts'
import type { Session } from './session.ts'
import { nameIn, useTexts } from './texts.ts'

/** 왼쪽 길: everything a person may open, in groups, with what waits there. Lines that belong together are one line here and tabs on their screens. */
export function Rail({ session, onGo }: { session: Session; onGo?: () => void }) {
  const texts = useTexts(frameTexts)
  const locale = useLocale()
  const path = useLocation({ select: (here) => here.pathname })
  const families = familiesOf(navigation.filter((entry) => maySee(session, entry)))
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
        const lines = families.filter(({ head }) => head.group === group)
        if (lines.length === 0) return null
        return (
          <div key={group} className="rail-g">
            {group === 'work' ? null : <h2>{texts.groups[group]}</h2>}
            <ul>
              {lines.map((family) => (
                <li key={family.members.map(({ to }) => to).join(' ')}>
                  <RailLine family={family} path={path} onGo={onGo} />
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

function RailLine({ family: { head, members }, path, onGo }: { family: Family; path: string; onGo?: () => void }) {
  const locale = useLocale()
  const waiting = useWaiting(members)
  const here = members.some((member) => isWithin(path, member))
  return (
    <Link to={head.to} aria-current={here ? 'page' : undefined} onClick={onGo}>
      {(members.length > 1 ? (head.family ?? head.label) : head.label)[locale]}
      {waiting ? <Waiting {...waiting} /> : null}
    </Link>
  )
}

/** The screens of a family, each with what waits there. Nothing where the screen stands alone or is one of the things in a list. */
export function FamilyTabs({ session }: { session: Session }) {
  const texts = useTexts(frameTexts)
  const path = useLocation({ select: (here) => here.pathname })
  const family = familiesOf(navigation.filter((entry) => maySee(session, entry))).find(({ members }) => members.some(({ to }) => to === path))
  if (family === undefined || family.members.length === 1) return null
  return (
    <nav className="tabs tabs--family" aria-label={texts.sameFamily}>
      {family.members.map((member) => (
        <FamilyTab key={member.to} member={member} here={member.to === path} />
      ))}
    </nav>
  )
}

function FamilyTab({ member, here }: { member: NavigationEntry; here: boolean }) {
  const locale = useLocale()
  const waiting = useWaiting([member])
  return (
    <Link to={member.to} className="tab" aria-current={here ? 'page' : undefined}>
      {member.label[locale]}
      {waiting ? <Waiting {...waiting} /> : null}
    </Link>
  )
}

const Waiting = ({ count, hot }: { count: number; hot: boolean }) => <span className={hot ? 'n n--hot' : 'n'}>{countIn(count, useLocale())}</span>

const noCount = () => undefined

/** What waits in all of these together. One list of lines keeps its hooks for its life: whoever draws it takes the lines as its key. */
function useWaiting(members: readonly NavigationEntry[]): { count: number; hot: boolean } | undefined {
  const known = members.map((member) => (member.useCount ?? noCount)())
  const count = known.reduce((sum, one) => sum + (one?.count ?? 0), 0)
  return count > 0 ? { count, hot: known.some((one) => one?.hot === true && one.count > 0) } : undefined
}
