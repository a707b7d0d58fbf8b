import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Segment } from '#ui/segment/segment'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { apiBase, apiFetch } from '#web/shell/api'
import { useLocale } from '#web/shell/locale'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { quantityText } from '#web/ui/figure/quantity-parts'
import { To } from '../plans/parts.tsx'
import { Page } from '../shell/page.tsx'
import './intake.css'
import { ProblemNote } from './problem-note.tsx'
import { readSame, type SameKind, type SamePair, type SamePairs, toldApart } from './sources-api.ts'
import { sourcesTexts } from './sources-texts.ts'
import { useWork } from './use-work.ts'

const kinds: readonly SameKind[] = ['organisation', 'agreement', 'project']

/** 같은 것으로 보이는 이름: pairs out of several documents, explained row by row; a person joins them or tells them apart. */
export default function SameScreen() {
  const texts = useTexts(sourcesTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const mayDecide = useRole('administrator', 'head', 'officer')
  const cache = useQueryClient()
  const work = useWork()
  const [kind, setKind] = useState<SameKind>('organisation')
  const lists = useQueries({ queries: kinds.map((one) => ({ queryKey: ['intake', office, 'same', one], queryFn: () => readSame(office, one) })) })
  const pairs = lists[kinds.indexOf(kind)]!
  const list = useRef<HTMLUListElement>(null)
  const [decided, setDecided] = useState<number | null>(null)
  // the pair is gone and the next stands in its place: the keyboard goes on there
  useEffect(() => {
    if (decided === null || work.busy) return
    const rest = list.current?.children
    ;(rest?.[Math.min(decided, rest.length - 1)]?.querySelector('button') ?? list.current)?.focus()
    setDecided(null)
  }, [decided, work.busy])
  const refresh = () => cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  // joining and its way back are the portfolio's
  const post = async (path: string, body: object) =>
    (await apiFetch(`${apiBase}/offices/${encodeURIComponent(office)}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })) as Response
  const decide = (at: number, what: () => Promise<{ said: string; judgement: string }>) =>
    void work.run(async () => {
      const { said, judgement } = await what()
      await refresh()
      setDecided(at)
      toast(said, {
        undo: async () => {
          await post(`portfolio/judgements/${judgement}/undo`, {})
          await refresh()
        },
      })
    })
  const join = (pair: SamePair, at: number) =>
    decide(at, async () => {
      const answer = (await (await post(`projects/${pair.a.id}/join`, { other: pair.b.id })).json()) as { judgementId: string; canonical: string }
      return { said: texts.joined(nameIn(locale, answer.canonical === pair.b.id ? pair.b : pair.a)), judgement: answer.judgementId }
    })
  const apart = (pair: SamePair, at: number) =>
    decide(at, async () => ({ said: texts.toldApart, judgement: (await toldApart(office, pair.a.id, pair.b.id)).judgementId }))
  return (
    <Page title={texts.same} lead={texts.sameLead} crumbs={[{ label: texts.documents, to: '/documents' }]}>
      <div className="in-more">
        <Segment
          label={texts.same}
          value={kind}
          onChange={setKind}
          options={kinds.map((one, at) => {
            const count = lists[at]?.data?.items.length
            return { value: one, label: count === undefined ? texts.sameKinds[one] : `${texts.sameKinds[one]} ${count}` }
          })}
        />
      </div>
      <ProblemNote error={work.error ?? pairs.error} />
      {pairs.isPending ? <Waiting label={texts.same} rows={4} /> : null}
      {pairs.data && pairs.data.items.length === 0 ? <Empty title={texts.noSame}>{texts.noSameWhy}</Empty> : null}
      {pairs.data && pairs.data.items.length > 0 ? <p className="sm mut">{texts.sameScore}</p> : null}
      <ul className="in-list in-same" ref={list} tabIndex={-1} aria-label={texts.same}>
        {pairs.data?.items.map((pair, at) => (
          <Pair
            key={pair.a.id + pair.b.id}
            pair={pair}
            indicators={pairs.data.indicators}
            busy={work.busy}
            onJoin={mayDecide ? () => join(pair, at) : null}
            onApart={() => apart(pair, at)}
          />
        ))}
      </ul>
    </Page>
  )
}

const tones = { same: 'ok', near: 'info', different: 'warn', unknown: 'plain' } as const
const pathOf = { project: '/projects/', agreement: '/agreements/' } as Partial<Record<SamePair['kind'], string>>

function Pair({
  pair,
  indicators,
  busy,
  onJoin,
  onApart,
}: {
  pair: SamePair
  indicators: SamePairs['indicators']
  busy: boolean
  onJoin: (() => void) | null
  onApart: () => void
}) {
  const texts = useTexts(sourcesTexts)
  const locale = useLocale()
  const path = pathOf[pair.kind]
  // a value comes as `indicator value unit`
  const value = (held: string) => {
    const [id, amount, unit] = held.split(' ') as [string, string, string]
    const indicator = indicators.find((one) => one.id === id)
    return `${indicator ? nameIn(locale, indicator) : id} ${quantityText(amount, unit, locale)}`
  }
  const cell = (key: string, said: string | null) =>
    said === null ? <span className="mut">{texts.empty}</span> : key === 'values' ? said.split(', ').map(value).join(', ') : said
  return (
    <li>
      <div className="scroll">
        <table className="tb sm">
          <thead>
            <tr>
              <th scope="col">{texts.likeness(Math.round(Math.max(0, pair.score) * 100))}</th>
              {[pair.a, pair.b].map((one) => (
                <th key={one.id} scope="col">
                  {path ? <To to={path + one.id}>{nameIn(locale, one)}</To> : nameIn(locale, one)}
                  <span className="sub">{texts.inDocuments(one.documents)}</span>
                </th>
              ))}
              <th scope="col">{texts.compared}</th>
            </tr>
          </thead>
          <tbody>
            {pair.rows
              .filter((row) => row.ours !== null || row.theirs !== null)
              .map((row) => (
                <tr key={row.key}>
                  <th scope="row">{texts.rowKeys[row.key]}</th>
                  <td>{cell(row.key, row.ours)}</td>
                  <td>{cell(row.key, row.theirs)}</td>
                  <td>
                    <Tag tone={tones[row.result]}>{texts.rowResults[row.result]}</Tag>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {onJoin ? (
        <div className="in-act">
          <Button small busy={busy} onClick={onJoin}>
            {texts.join}
          </Button>
          <Button small busy={busy} onClick={onApart}>
            {texts.apart}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
