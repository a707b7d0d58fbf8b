import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Segment } from '#ui/segment/segment'
import { Waiting } from '#ui/skeleton/skeleton'
import { apiBase, apiFetch } from '#web/shell/api'
import { useLocale } from '#web/shell/locale'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { Page } from '../shell/page.tsx'
import './intake.css'
import { ProblemNote } from './problem-note.tsx'
import { readSame, type SameKind, type SamePair, toldApart } from './sources-api.ts'
import { sourcesTexts } from './sources-texts.ts'
import { useWork } from './use-work.ts'

const kinds: readonly SameKind[] = ['organisation', 'agreement', 'project']

/** 같은 것으로 보이는 이름: pairs out of several documents, explained row by row; a person joins them or tells them apart. */
export default function SameScreen() {
  const texts = useTexts(sourcesTexts)
  const office = useOffice().slug
  const mayDecide = useRole('administrator', 'head', 'officer')
  const cache = useQueryClient()
  const work = useWork()
  const [kind, setKind] = useState<SameKind>('organisation')
  const pairs = useQuery({ queryKey: ['intake', office, 'same', kind], queryFn: () => readSame(office, kind) })
  const refresh = () => cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  // joining and its way back are the portfolio's
  const post = async (path: string, body: object) =>
    (await apiFetch(`${apiBase}/offices/${encodeURIComponent(office)}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })) as Response
  const decide = (said: string, what: () => Promise<string>) =>
    void work.run(async () => {
      const judgement = await what()
      await refresh()
      toast(said, {
        undo: async () => {
          await post(`portfolio/judgements/${judgement}/undo`, {})
          await refresh()
        },
      })
    })
  const join = (pair: SamePair) =>
    decide(
      texts.joined,
      async () => ((await (await post(`projects/${pair.a.id}/join`, { other: pair.b.id })).json()) as { judgementId: string }).judgementId,
    )
  const apart = (pair: SamePair) => decide(texts.toldApart, async () => (await toldApart(office, pair.a.id, pair.b.id)).judgementId)
  return (
    <Page title={texts.same} lead={texts.sameLead} crumbs={[{ label: texts.documents, to: '/documents' }]}>
      <div className="in-more">
        <Segment label={texts.same} value={kind} onChange={setKind} options={kinds.map((one) => ({ value: one, label: texts.sameKinds[one] }))} />
      </div>
      <ProblemNote error={work.error ?? pairs.error} />
      {pairs.isPending ? <Waiting label={texts.same} rows={4} /> : null}
      {pairs.data && pairs.data.items.length === 0 ? <Empty title={texts.noSame} /> : null}
      <ul className="in-list">
        {pairs.data?.items.map((pair) => (
          <Pair key={pair.a.id + pair.b.id} pair={pair} busy={work.busy} onJoin={mayDecide ? () => join(pair) : null} onApart={() => apart(pair)} />
        ))}
      </ul>
    </Page>
  )
}

function Pair({ pair, busy, onJoin, onApart }: { pair: SamePair; busy: boolean; onJoin: (() => void) | null; onApart: () => void }) {
  const texts = useTexts(sourcesTexts)
  const locale = useLocale()
  return (
    <li>
      <div className="scroll">
        <table className="tb sm">
          <thead>
            <tr>
              <th scope="col">{texts.likeness(Math.round(Math.max(0, pair.score) * 100))}</th>
              {[pair.a, pair.b].map((one) => (
                <th key={one.id} scope="col">
                  {nameIn(locale, one)} <span className="mut">{texts.inDocuments(one.documents)}</span>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {pair.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{texts.rowKeys[row.key]}</th>
                <td>{row.ours ?? <span className="mut">{texts.empty}</span>}</td>
                <td>{row.theirs ?? <span className="mut">{texts.empty}</span>}</td>
                <td>{texts.rowResults[row.result]}</td>
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
