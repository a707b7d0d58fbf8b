import { useQueries } from '@tanstack/react-query'
import { Button } from '#ui/button/button'
import { useLocale } from '#web/shell/locale'
import { switchOffice, useOffice, useSession } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { type Kind, listQuery } from './api.ts'
import { analysesTexts } from './texts.ts'

/** Somebody who looks after hundreds of offices is not shown them all here. */
const MOST = 12

/** 다른 기관의 분석: where else this person has analyses of the kind, one press away. Nothing where there are none. */
export function Elsewhere({ kind }: { kind: Kind }) {
  const texts = useTexts(analysesTexts)
  const locale = useLocale()
  const here = useOffice().slug
  const others = (useSession()?.offices ?? []).filter(({ slug, role }) => slug !== here && role !== 'partner').slice(0, MOST)
  const lists = useQueries({ queries: others.map(({ slug }) => listQuery(slug, kind)) })
  const go = useAction(switchOffice)
  const found = others.flatMap((office, k) => (lists[k]?.data?.items ?? []).slice(0, 1).map((first) => ({ office, name: first.name })))
  if (found.length === 0) return null
  return (
    <section className="blk an-elsewhere">
      <h2>{texts.elsewhere}</h2>
      <ul>
        {found.map(({ office, name }) => (
          <li key={office.id}>
            <span>
              <b>{nameIn(locale, office)}</b> {name}
            </span>
            <Button disabled={go.busy} onClick={() => void go.run(office.slug)}>
              {texts.goThere(nameIn(locale, office))}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote error={go.error} />
    </section>
  )
}
