import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Pager } from '#ui/pager/pager'
import { Segment } from '#ui/segment/segment'
import { Waiting } from '#ui/skeleton/skeleton'
import { instantOf, useFormats } from '#web/shell/formats'
import { usePaged } from '#web/shell/paged'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { Page } from '../shell/page.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { answerCorrection, type Correction, type CorrectionState, readCorrections, readFollowers } from './api.ts'
import './citizens.css'
import { citizensTexts } from './texts.ts'

const states = ['open', 'corrected', 'stands', 'all'] as const

/** 정정 요청: what people outside say is wrong, and the office's answers. */
export default function CorrectionsScreen() {
  const texts = useTexts(citizensTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const mayAnswer = useRole('administrator', 'head')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { state?: unknown }
  const state = states.find((one) => one === search.state) ?? 'open'
  const { list, items, pager } = usePaged(['corrections', office, 'list', state], (cursor) => readCorrections(office, state, '50', cursor))
  const followers = useQuery({ queryKey: ['followers', office], queryFn: () => readFollowers(office) })
  const [answering, setAnswering] = useState<Correction | null>(null)
  const work = useWork()
  const refresh = () => cache.invalidateQueries({ queryKey: ['corrections', office] })
  const decide = async (one: Correction, next: CorrectionState, answer: string | null) => {
    const done = await answerCorrection(office, one, next, answer)
    await refresh()
    toast(done.mailProblem ? texts.mailFailed(done.mailProblem) : next === 'open' ? texts.reopened : texts.answered)
  }
  const titleOf = (one: Correction) => (locale === 'en' ? one.titleEn : null) ?? one.titleKo
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Segment
        label={texts.filter}
        value={state}
        options={states.map((one) => ({ value: one, label: texts.states[one] ?? one }))}
        onChange={(next) => void navigate({ to: '/corrections' as '/', search: (next === 'open' ? {} : { state: next }) as never, replace: true })}
      />
      <ProblemNote error={list.error ?? work.error} />
      {list.isPending ? <Waiting label={texts.title} rows={4} /> : null}
      {list.isSuccess && items.length === 0 ? (
        <Empty title={texts.none[state] ?? ''} action={<Link to={'/publications' as '/'}>{texts.toPublications}</Link>}>
          {state === 'open' ? texts.noneLead : null}
        </Empty>
      ) : null}
      <ol className="ct-list">
        {items.map((one) => (
          <li key={one.id}>
            <p className="ct-head">
              {one.page ? <a href={one.page}>{titleOf(one)}</a> : <span className="mut">{texts.notPublic}</span>}{' '}
              <span className="mut">{texts.edition(one.edition)}</span>
              <time dateTime={one.createdAt}>{instantOf(one.createdAt)}</time>
            </p>
            <blockquote>{one.words}</blockquote>
            {one.answer ? (
              <div className="ct-answer">
                <b>
                  {texts.ourAnswer} · {texts.states[one.state]}
                </b>
                <p>{one.answer}</p>
                {one.mailedAt ? <p className="mut">{texts.mailed(instantOf(one.mailedAt))}</p> : null}
              </div>
            ) : null}
            <p className="ct-foot">
              <span className="mut">{one.address ?? texts.noAddress}</span>
              {mayAnswer ? (
                one.state === 'open' ? (
                  <Button onClick={() => setAnswering(one)}>{texts.answer}</Button>
                ) : (
                  <Button busy={work.busy} onClick={() => void work.run(() => decide(one, 'open', null))}>
                    {texts.again}
                  </Button>
                )
              ) : null}
            </p>
          </li>
        ))}
      </ol>
      <Pager {...pager} />
      <section className="ct-followers" aria-labelledby="ct-followers">
        <h2 id="ct-followers">{texts.followers}</h2>
        {followers.data?.items.length === 0 ? <p className="mut">{texts.nobody}</p> : null}
        <dl className="kv">
          {(followers.data?.items ?? []).map((row) => (
            <div key={row.series}>
              <dt>{row.series === '' ? texts.everything : row.series}</dt>
              <dd>{texts.followersOf(row.count)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {answering ? (
        <AnswerDialog one={answering} onClose={() => setAnswering(null)} onSend={(next, answer) => decide(answering, next, answer)} />
      ) : null}
    </Page>
  )
}
