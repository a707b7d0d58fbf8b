import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { ComboBox } from '#ui/combo-box/combo-box'
import { Empty } from '#ui/empty/empty'
import { TextField } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { Tag } from '#ui/tag/tag'
import { useDraft } from '#web/shell/draft'
import { queryClient, useOffice, useSession } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { readProjects, refreshPortfolio } from '../portfolio/api.ts'
import { Page } from '../shell/page.tsx'
import {
  askClaim,
  askImpact,
  type ClaimAnswer,
  effectsQuery,
  type ImpactAnswer,
  keepStudy,
  studiesQuery,
  studyQuery,
  studyToPortfolio,
  tableQuery,
  tablesQuery,
} from './api.ts'
import { OperationFields, SpendingFields } from './impact-fields.tsx'
import {
  announcementOf,
  caseOf,
  draftOfEffect,
  emptyDraft,
  type ImpactDraft,
  type TypedDraft,
  type Wrong,
  withDefaults,
  wrongOf,
} from './impact-form.ts'
import { ImpactResult } from './impact-result.tsx'
import { TaxFields } from './tax-fields.tsx'
import { economyTexts } from './texts.ts'
import './economy.css'

const typedNothing = emptyDraft()

interface Found {
  answer: ImpactAnswer
  claim: ClaimAnswer | null
  question: unknown
  study: { id: string; inPortfolio: boolean } | null
}

/** The last answer of each office in this tab: whoever follows a number to its table finds the answer again on the way back. */
const last = new Map<string, Found>()

/** 파급 효과: a plan typed or taken from a project, put to a table, answered on the same page. */
export default function ImpactScreen() {
  const texts = useTexts(economyTexts)
  const { impact } = texts
  const office = useOffice().slug
  const mayWrite = ['administrator', 'head', 'officer'].includes(useSession()?.office?.role ?? '')
  const search = useSearch({ strict: false }) as { study?: string; effect?: string }
  const tables = useQuery(tablesQuery(office)).data?.items
  const flows = (tables ?? []).filter((one) => one.kind === 'flows')
  const regions = (tables ?? [])
    .filter((one) => one.kind === 'employment')
    .flatMap((one) =>
      one.regions.map((region) => ({
        value: `${one.id}|${region}`,
        label: one.synthetic && !region.includes('합성') ? `${region} (${texts.synthetic})` : region,
      })),
    )
  const draft = useDraft<TypedDraft>(`impact.${office}`, typedNothing)
  const [tried, setTried] = useState(false)
  const [found, hold] = useState<Found | null>(() => last.get(office) ?? null)
  const setFound = (next: Found) => {
    last.set(office, next)
    hold(next)
  }
  const typed = useRef<HTMLFormElement>(null)
  const result = useRef<HTMLDivElement>(null)
  const form = withDefaults(draft.value, (flows.find((one) => !one.synthetic) ?? flows[0])?.id, regions[0]?.value)
  // what is typed is typed for these tables: one that comes later does not slip under it
  const set = (change: Partial<ImpactDraft>) => draft.set({ ...(tables ? form : draft.value), ...change })
  const chosen = useQuery({ ...tableQuery(office, form.table), enabled: form.table !== '' }).data
  const sectors = chosen && 'rows' in chosen ? chosen.rows.map((one) => one.sector) : []
  const wrong: ReadonlyMap<string, Wrong> = tried ? wrongOf(form) : new Map()

  const ask = useAction(async () => {
    setTried(true)
    if (wrongOf(form).size > 0) {
      requestAnimationFrame(() => typed.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      return
    }
    const question = caseOf(form, impact.title)
    const announced = announcementOf(question, form.operation.jobs)
    const [answer, claim] = await Promise.all([askImpact(office, question), announced ? askClaim(office, announced) : null])
    setFound({ answer, claim, question, study: null })
    requestAnimationFrame(() => result.current?.scrollIntoView({ behavior: 'smooth', block: 'start' }))
  })
  const keep = useAction(async () => {
    const study = await keepStudy(office, found!.question, form.project?.id ?? null)
    setFound({ ...found!, study: { id: study.id, inPortfolio: false } })
    toast(impact.kept)
    await queryClient.invalidateQueries({ queryKey: ['economy', office, 'studies'] })
  })
  const put = useAction(async () => {
    const id = found!.study?.id ?? (await keepStudy(office, found!.question, form.project?.id ?? null)).id
    await studyToPortfolio(office, id, form.project?.id ?? null)
    setFound({ ...found!, study: { id, inPortfolio: true } })
    toast(impact.inPortfolio)
    await Promise.all([refreshPortfolio(), queryClient.invalidateQueries({ queryKey: ['economy', office, 'studies'] })])
  })

  const kept = useQuery({ ...studyQuery(office, search.study ?? ''), enabled: search.study !== undefined }).data
  useEffect(() => {
    if (kept && 'answer' in kept)
      hold({ answer: kept.answer, claim: null, question: kept.question, study: { id: kept.id, inPortfolio: kept.inPortfolio } })
  }, [kept])

  return (
    <Page
      title={impact.title}
      lead={impact.lead}
      actions={
        found ? (
          <>
            <Button onClick={() => window.print()}>{texts.print}</Button>
            {mayWrite ? (
              <>
                <Button busy={keep.busy} disabled={found.study !== null} onClick={() => void keep.run()}>
                  {found.study ? impact.kept : impact.keep}
                </Button>
                <Button
                  tone="primary"
                  busy={put.busy}
                  disabled={form.project === null || (found.study?.inPortfolio ?? false)}
                  title={form.project === null ? impact.needsProject : undefined}
                  onClick={() => void put.run()}
                >
                  {found.study?.inPortfolio ? impact.inPortfolio : impact.toPortfolio}
                </Button>
              </>
            ) : null}
          </>
        ) : null
      }
    >
      {search.effect === undefined ? null : <FromEffect id={search.effect} draft={form} untouched={!draft.changed} set={set} />}
      <form
        ref={typed}
        className="ec-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void ask.run()
        }}
      >
        <div className="ec-head">
          <ProjectPicker draft={form} set={set} />
          <TextField label={impact.name} optional value={form.title} onChange={(title) => set({ title })} />
          <Select
            label={impact.table}
            hint={impact.tableHint}
            value={form.table}
            none={impact.noTable}
            options={flows.map((one) => ({ value: one.id, label: `${one.name} (${one.year})` }))}
            onChange={(table) => set({ table })}
          />
          {form.table === '' ? null : (
            <Select label={impact.region} value={form.region} none={impact.noRegion} options={regions} onChange={(region) => set({ region })} />
          )}
        </div>
        <SpendingFields draft={form} set={set} sectors={sectors} wrong={wrong} />
        {form.table === '' ? null : <OperationFields draft={form} set={set} sectors={sectors} wrong={wrong} />}
        <TaxFields draft={form} set={set} wrong={wrong} />
        <div className="ec-go">
          <Button tone="primary" type="submit" busy={ask.busy}>
            {impact.ask}
          </Button>
          {wrong.size > 0 ? (
            <p className="ec-bad" role="status">
              {impact.fix(wrong.size)}
            </p>
          ) : null}
        </div>
      </form>
      <ProblemNote error={ask.error ?? keep.error ?? put.error} />
      {found && mayWrite && form.project === null ? <p className="cap ec-noprint">{impact.needsProject}</p> : null}
      <div ref={result} className="ec-anchor">
        {found ? <ImpactResult answer={found.answer} claim={found.claim} /> : <Empty title={impact.nothing} />}
      </div>
      <Studies />
    </Page>
  )
}

/** 발표에서: an announced effect fills in its money and jobs; over a plan that was typed only when the person says so. */
function FromEffect({
  id,
  draft,
  untouched,
  set,
}: {
  id: string
  draft: ImpactDraft
  untouched: boolean
  set: (change: Partial<ImpactDraft>) => void
}) {
  const { impact } = useTexts(economyTexts)
  const office = useOffice().slug
  const effect = useQuery(effectsQuery(office)).data?.items.find((one) => one.id === id)
  const filled = effect ? draftOfEffect(effect, draft) : null
  const done = filled !== null && draft.title === filled.title
  const fill = useRef(set)
  fill.current = set
  useEffect(() => {
    if (filled && untouched) fill.current(filled)
  }, [filled, untouched])
  if (!effect || !filled) return null
  return (
    <div className="ec-from">
      <Note tone="info">
        {impact.fromEffect(filled.title)}{' '}
        <Link to={'/effects/$id' as '/'} params={{ id } as never}>
          {impact.toEffect}
        </Link>{' '}
        {done ? null : (
          <Button small onClick={() => set(filled)}>
            {impact.fillIn}
          </Button>
        )}
      </Note>
    </div>
  )
}

/** What may be built: projects, and what was pledged or is a programme. */
const pickable = 'project,pledge,programme'

/** A project fills in what it announced: its investment, its jobs. */
function ProjectPicker({ draft, set }: { draft: ImpactDraft; set: (change: Partial<ImpactDraft>) => void }) {
  const texts = useTexts(economyTexts)
  const office = useOffice().slug
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: ['portfolio', office, 'impact-projects', words],
    queryFn: ({ signal }) => readProjects(office, { kind: pickable, ...(words === '' ? {} : { q: words }) }, '-investment', false, undefined, signal),
  })
  const rows = data?.items ?? []
  return (
    <ComboBox
      label={texts.impact.project}
      optional
      hint={texts.impact.projectHint}
      value={draft.project}
      choices={rows.slice(0, 30).map((one) => ({ id: one.id, label: one.nameKo, detail: one.place ?? undefined }))}
      onWords={setWords}
      busy={isFetching}
      onChange={(project) => {
        const row = rows.find((one) => one.id === project?.id)
        const amount = row?.announcedInvestment
        const [first, ...rest] = draft.spending
        set({
          project: project ? { id: project.id, label: project.label } : null,
          // in dollars too: the field then asks for won
          ...(amount && first
            ? { spending: [{ ...first, words: '', money: { value: amount.value, currency: amount.unit, approximate: amount.approximate } }, ...rest] }
            : {}),
          ...(row?.announcedJobs ? { operation: { ...draft.operation, jobs: row.announcedJobs.value } } : {}),
        })
      }}
    />
  )
}

function Studies() {
  const texts = useTexts(economyTexts)
  const office = useOffice().slug
  const { data } = useQuery(studiesQuery(office))
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="blk ec-studies" aria-labelledby="ec-studies">
      <h2 id="ec-studies">{texts.impact.studies}</h2>
      <ul className="ec-list">
        {items.map((one) => (
          <li key={one.id}>
            <a href={`?study=${one.id}`}>{one.title}</a> {one.synthetic ? <Tag tone="example">{texts.synthetic}</Tag> : null}{' '}
            {one.inPortfolio ? <Tag tone="ok">{texts.impact.inPortfolio}</Tag> : null}{' '}
            <span className="mut sm">
              {one.subjectName ?? ''} {one.createdBy.name} {one.createdAt.slice(0, 10)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
