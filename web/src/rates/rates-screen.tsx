import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from '#ui/button/button'
import { Clocks } from '#ui/clock/clock'
import { DateField } from '#ui/date-field/date-field'
import { Empty } from '#ui/empty/empty'
import { FilterRow } from '#ui/field/filter-row'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { today, useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import type { Clocks as ClocksOf } from '../portfolio/api.ts'
import { Sources } from '../portfolio/source.tsx'
import { Page } from '../shell/page.tsx'
import { type RateQuestion, type RatesAnswer, ratesQuery } from './api.ts'
import { DefinitionsTable } from './definitions-table.tsx'
import { MonthField } from './month-field.tsx'
import { definitions, measures, questionOf, type RateSearch } from './question.ts'
import './rates.css'
import { RateFigure } from './rate-figure.tsx'
import { Receipt } from './receipt.tsx'
import { Stated } from './stated.tsx'
import { ratesTexts } from './texts.ts'
import { Vintage } from './vintage.tsx'

/** 실현율: what came of the agreements of a cohort, by every definition side by side. */
export default function RatesScreen() {
  const texts = useTexts(ratesTexts)
  const office = useOffice().slug
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as RateSearch & Record<string, unknown>
  const question = questionOf(search)
  const ask = (change: RateSearch) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== ''))
    void navigate({ to: '/rates' as '/', search: next as never, replace: true })
  }
  const { data, error, isPending } = useQuery(ratesQuery(office, question))
  const clocks: ClocksOf = { asOf: data?.asOf ?? question.asOf, knownOn: question.knownOn }
  const counted = data?.rows.some((row) => row.below.value !== null) ?? false
  return (
    <Sources>
      <Page
        title={texts.title}
        lead={texts.lead}
        tools={<Clocks valueAt={question.asOf ?? today()} knownAt={question.knownOn?.slice(0, 10) ?? today()} />}
        actions={
          <>
            <Button onClick={() => window.print()}>{texts.print}</Button>
            <Link className="btn btn--pri" to={'/publications' as '/'}>
              {texts.publish}
            </Link>
          </>
        }
      >
        <Controls question={question} search={search} answer={data} ask={ask} />
        <ProblemNote error={error} />
        {isPending ? <Waiting label={texts.title} rows={6} /> : null}
        {data ? <Stated stated={data.stated} clocks={clocks} /> : null}
        {data && counted ? (
          <>
            <Measures answer={data} clocks={clocks} />
            <ThenAndNow answer={data} question={question} office={office} />
            <Vintage office={office} question={question} clocks={clocks} />
            <DefinitionsTable answer={data} clocks={clocks} onPick={(row) => ask({ measure: row.measure, definition: row.definition })} />
            <Receipt answer={data} />
          </>
        ) : null}
        {data && !counted ? (
          <Empty title={texts.nothing} action={<Link to={'/projects' as '/'}>{texts.toProjects}</Link>}>
            {texts.nothingLead}
          </Empty>
        ) : null}
      </Page>
    </Sources>
  )
}

function Controls({
  question,
  search,
  answer,
  ask,
}: {
  question: RateQuestion
  search: RateSearch
  answer: RatesAnswer | undefined
  ask: (change: RateSearch) => void
}) {
  const texts = useTexts(ratesTexts)
  const cohorts = answer?.cohorts ?? []
  const chosen = cohorts.find((one) => one.from === answer?.cohort.from && one.to === answer?.cohort.to)
  return (
    <FilterRow className="rt-ctl">
      {cohorts.length > 0 ? (
        <Select
          label={texts.cohort}
          value={chosen ? `${chosen.from}/${chosen.to}` : ''}
          none={texts.ownCohort}
          options={[...new Map(cohorts.map((one) => [`${one.from}/${one.to}`, one])).entries()].map(([value, one]) => ({
            value,
            label: `${one.from} – ${one.to}`,
          }))}
          onChange={(value) => {
            const [from, to] = value.split('/')
            ask({ from, to, asOf: value === '' ? search.asOf : to })
          }}
        />
      ) : null}
      <MonthField label={texts.from} value={question.cohortFrom} onChange={(from) => ask({ from })} />
      <MonthField label={texts.to} value={question.cohortTo} onChange={(to) => ask({ to })} />
      <Select
        label={texts.measure}
        value={question.measure}
        options={measures.map((value) => ({ value, label: texts.measures[value] ?? value }))}
        onChange={(measure) => ask({ measure })}
      />
      <Select
        label={texts.definition}
        value={question.definition}
        options={definitions.map((value) => ({ value, label: texts.definitions[value] ?? value }))}
        onChange={(definition) => ask({ definition })}
      />
      <Select
        label={texts.withdrawals}
        value={question.withdrawals}
        options={[
          { value: 'in', label: texts.withdrawalsIn },
          { value: 'out', label: texts.withdrawalsOut },
        ]}
        onChange={(withdrawals) => ask({ withdrawals })}
      />
      <Select
        label={texts.investment}
        value={question.investmentKind ?? ''}
        none={texts.investmentAll}
        options={[
          { value: 'new', label: texts.investments.new },
          { value: 'expansion', label: texts.investments.expansion },
        ]}
        onChange={(investment) => ask({ investment })}
      />
      <DateField
        label={texts.asOf}
        optional
        hint={texts.clockHint}
        value={question.asOf ?? null}
        onChange={(asOf) => ask({ asOf: asOf ?? undefined })}
      />
      <DateField
        label={texts.knownOn}
        optional
        hint={texts.clockHint}
        value={question.knownOn?.slice(0, 10) ?? null}
        onChange={(known) => ask({ known: known ?? undefined })}
      />
    </FilterRow>
  )
}

/** Three measures by the chosen definition, the chosen one large. */
function Measures({ answer, clocks }: { answer: RatesAnswer; clocks: ClocksOf }) {
  const texts = useTexts(ratesTexts)
  const { locale } = useFormats()
  const rows = answer.rows.filter((row) => row.definition === answer.definition)
  const ordered = [...rows.filter((row) => row.measure === answer.measure), ...rows.filter((row) => row.measure !== answer.measure)]
  const first = ordered[0]
  return (
    <section className="rt-blk" aria-labelledby="rt-counted">
      <header>
        <h2 id="rt-counted">{texts.counted}</h2>
        <p>
          {texts.definitions[answer.definition]} · {answer.withdrawals === 'out' ? texts.withdrawalsOut : texts.withdrawalsIn}
          {answer.investmentKind ? ` · ${texts.investments[answer.investmentKind]}` : ''}
        </p>
      </header>
      <div className="rt-big">
        {ordered.map((row) => (
          <div key={row.measure}>
            <h3>{texts.measures[row.measure]}</h3>
            <span className="n">
              <RateFigure held={row.rate} of={row.name[locale]} clocks={clocks} />
            </span>
            <p>
              <RateFigure held={row.above} of={row.aboveText[locale]} clocks={clocks} /> /{' '}
              <RateFigure held={row.below} of={row.belowText[locale]} clocks={clocks} />
            </p>
          </div>
        ))}
      </div>
      {first ? (
        <>
          <p className="rt-def">
            <b>{texts.definitionText(first.version)}</b> {first.text[locale]}
          </p>
          <MissingList missing={first.missing} />
        </>
      ) : null}
    </section>
  )
}

function MissingList({ missing }: { missing: RatesAnswer['rows'][number]['missing'] }) {
  const texts = useTexts(ratesTexts)
  if (missing.length === 0) return null
  return (
    <details className="rt-left">
      <summary>{texts.missing(missing.length)}</summary>
      <ul>
        {missing.map((one, index) => (
          <li key={`${one.subjectId}-${index}`}>
            <Link to={'/projects/$id' as '/'} params={{ id: one.subjectId } as never}>
              {one.subjectName}
            </Link>{' '}
            <span className="mut">{texts.reasons[one.reason]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The same question at two moments of knowing. */
function ThenAndNow({ answer, question, office }: { answer: RatesAnswer; question: RateQuestion; office: string }) {
  const texts = useTexts(ratesTexts)
  const { knownOn, ...now } = question
  const { data } = useQuery({ ...ratesQuery(office, { ...now, asOf: answer.asOf }), enabled: knownOn !== undefined })
  if (knownOn === undefined) return null
  const pick = (from: RatesAnswer | undefined) => from?.rows.find((row) => row.measure === question.measure && row.definition === question.definition)
  const [then, later] = [pick(answer), pick(data)]
  return (
    <section className="rt-blk" aria-labelledby="rt-then">
      <header>
        <h2 id="rt-then">{texts.thenNow}</h2>
        <p>{texts.thenNowLead}</p>
      </header>
      <div className="rt-then">
        <div>
          <p className="sm mut">{texts.thenOn(knownOn.slice(0, 10))}</p>
          <p className="n">{then ? <RateFigure held={then.rate} of={texts.title} clocks={{ asOf: answer.asOf, knownOn }} /> : null}</p>
        </div>
        <div>
          <p className="sm mut">{texts.now}</p>
          <p className="n">{later ? <RateFigure held={later.rate} of={texts.title} clocks={{ asOf: answer.asOf }} /> : null}</p>
          {then && later && then.rate.value === later.rate.value ? <p className="sm">{texts.sameAsThen}</p> : null}
        </div>
      </div>
    </section>
  )
}
