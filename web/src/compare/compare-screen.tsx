import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { lineText, lineWord } from '#engines/accounting/line-words'
import { codeLists, nameOfCode } from '#engines/interchange/codes'
import { Button } from '#ui/button/button'
import { Chip } from '#ui/chip/chip'
import { Clocks } from '#ui/clock/clock'
import { DataTable } from '#ui/data-table/data-table'
import { DateField } from '#ui/date-field/date-field'
import { Empty } from '#ui/empty/empty'
import { FilterRow } from '#ui/field/filter-row'
import { keptTogether } from '#ui/kit/kept-together'
import { Pager } from '#ui/pager/pager'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { apiBase } from '#web/shell/api'
import { dateOf, instantOf, useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { Sources, useSource } from '../portfolio/source.tsx'
import { Value } from '../portfolio/value.tsx'
import { facetWord, indicatorWord } from '../portfolio/words.ts'
import { Page } from '../shell/page.tsx'
import { type CompareAnswer, type CompareLine, compareQuery, type Side } from './api.ts'
import './compare.css'
import { type CompareSearch, compareQuestionOf, compareSearchOf } from './question.ts'
import { compareTexts } from './texts.ts'

/** 그때와 지금: what the office reported of a day as known then, beside what it answers now. */
export default function CompareScreen() {
  return (
    <Sources>
      <Compare />
    </Sources>
  )
}

function Compare() {
  const texts = useTexts(compareTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const navigate = useNavigate()
  const search = compareSearchOf(useSearch({ strict: false }) as Record<string, unknown>)
  const question = compareQuestionOf(search)
  const ask = (change: CompareSearch) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== ''))
    void navigate({ to: '/compare' as '/', search: next as never, replace: true })
  }
  const { data, error, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(compareQuery(office, question))
  const answer = question ? data?.pages[0] : undefined
  const lines = question ? (data?.pages.flatMap((page) => page.items) ?? []) : []
  const download = () => {
    const query = new URLSearchParams({ ...(question as unknown as Record<string, string>), lang: locale })
    window.location.assign(`${apiBase}/offices/${office}/exports/compare.csv?${query}`)
  }
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      tools={answer ? <Clocks valueAt={answer.before.asOf} knownAt={dateOf(answer.before.knownOn)} /> : undefined}
      actions={
        answer ? (
          <>
            <Button onClick={download}>{texts.csv}</Button>
            <Button onClick={() => window.print()}>{texts.print}</Button>
          </>
        ) : undefined
      }
    >
      <Ask search={search} ask={ask} />
      <ProblemNote error={error} />
      {question === null ? <Empty title={texts.ask}>{texts.askLead}</Empty> : null}
      {question && !answer && !error ? <Waiting label={texts.title} rows={6} /> : null}
      {answer ? (
        <>
          <Totals answer={answer} />
          <section aria-labelledby="cp-lines">
            <div className="blk-h">
              <h2 id="cp-lines">{texts.lines}</h2>
              <p>{texts.counts(answer.counts.changed, answer.counts.added, answer.counts.gone)}</p>
            </div>
            <Lines lines={lines} waiting={isFetching && lines.length === 0} />
            {lines.length > 0 ? (
              <Pager shown={lines.length} total={undefined} more={hasNextPage} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
            ) : null}
          </section>
        </>
      ) : null}
    </Page>
  )
}

function Ask({ search, ask }: { search: CompareSearch; ask: (change: CompareSearch) => void }) {
  const texts = useTexts(compareTexts)
  const [words, setWords] = useState(search.q ?? '')
  return (
    <>
      <FilterRow className="cp-ask">
        <fieldset>
          <legend>{texts.before}</legend>
          <DateField label={texts.day} value={search.day ?? null} onChange={(day) => ask({ day: day ?? undefined })} />
          <DateField
            label={texts.known}
            optional
            hint={texts.knownHint}
            value={search.known ?? null}
            onChange={(known) => ask({ known: known ?? undefined })}
          />
        </fieldset>
        <fieldset>
          <legend>{texts.after}</legend>
          <DateField
            label={texts.asOf}
            optional
            hint={texts.nowHint}
            value={search.asOf ?? null}
            onChange={(asOf) => ask({ asOf: asOf ?? undefined })}
          />
          <DateField
            label={texts.knownNow}
            optional
            hint={texts.nowHint}
            value={search.knownNow ?? null}
            onChange={(knownNow) => ask({ knownNow: knownNow ?? undefined })}
          />
        </fieldset>
      </FilterRow>
      <div className="cp-more">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            ask({ q: words.trim() || undefined })
          }}
        >
          <input
            className="inp"
            type="search"
            aria-label={texts.find}
            placeholder={texts.find}
            value={words}
            onChange={(event) => {
              setWords(event.target.value)
              if (event.target.value === '') ask({ q: undefined })
            }}
            onBlur={() => words.trim() !== (search.q ?? '') && ask({ q: words.trim() || undefined })}
          />
        </form>
        <Chip label={texts.same} pressed={search.same === 'true'} onPress={() => ask({ same: search.same === 'true' ? undefined : 'true' })} />
        {search.subject ? (
          <Button tone="text" small onClick={() => ask({ subject: undefined })}>
            {texts.wholeOffice}
          </Button>
        ) : null}
      </div>
    </>
  )
}

function Totals({ answer }: { answer: CompareAnswer }) {
  const texts = useTexts(compareTexts)
  const { locale } = useFormats()
  const open = useSource()
  if (answer.totals.length === 0) return null
  const side = (formula: string, held: Side | null, moment: CompareAnswer['before'], label: string) => (
    <Value
      held={held && { ...held, unit: held.unit ?? 'KRW' }}
      kind="figure"
      of={label}
      unknown={texts.unknown}
      onOpen={held ? () => open({ kind: 'figure', formula, clocks: moment }) : undefined}
    />
  )
  return (
    <section className="cp-totals scroll" aria-labelledby="cp-totals">
      <h2 id="cp-totals">{texts.totals}</h2>
      <table className="tb">
        <thead>
          <tr>
            <th scope="col">{texts.column.what}</th>
            <th scope="col" className="num">
              {texts.before} <small className="mut">{keptTogether(texts.clock(answer.before.asOf, dateOf(answer.before.knownOn)))}</small>
            </th>
            <th scope="col" className="num">
              {texts.after} <small className="mut">{keptTogether(texts.clock(answer.after.asOf, dateOf(answer.after.knownOn)))}</small>
            </th>
            <th scope="col" className="num">
              {texts.column.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.totals.map((total) => {
            const label = locale === 'ko' ? total.titleKo : total.titleEn
            return (
              <tr key={total.formula}>
                <th scope="row">{label}</th>
                <td className="num">{side(total.formula, total.before, answer.before, label)}</td>
                <td className="num">{side(total.formula, total.after, answer.after, label)}</td>
                <td className="num">
                  <Difference difference={total.difference} unit={total.unit} of={label} same={texts.sameValue} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Difference({ difference, unit, of, same }: { difference: string | null; unit: string; of: string; same: string }) {
  if (difference === null) return <span className="dim">—</span>
  if (difference === '0') return <span className="mut">{same}</span>
  return (
    <span className="nb">
      {difference.startsWith('-') ? '−' : '+'}
      <Value held={{ value: difference.replace(/^-/, ''), unit }} of={of} unknown={null} />
    </span>
  )
}

function Lines({ lines, waiting }: { lines: readonly CompareLine[]; waiting: boolean }) {
  const texts = useTexts(compareTexts)
  const { locale } = useFormats()
  const open = useSource()
  const what = (line: CompareLine): string =>
    line.kind === 'value'
      ? [line.facet ? facetWord(line.facet, locale) : '', indicatorWord(line.what, locale), line.series].filter(Boolean).join(' ')
      : line.kind === 'subject'
        ? (texts.whats[line.subjectKind] ?? nameOfCode(line.subjectKind, codeLists.kind!, locale))
        : [lineWord(line.what, locale), partOf(line)].filter(Boolean).join(': ')
  /** Which of several: an indicator by its name, else what names it. */
  const partOf = (line: CompareLine): string | null => {
    if (!line.series || !(line.what === 'award.condition' || line.what.startsWith('measure.'))) return line.series
    const [indicator = '', ...series] = line.series.split(' ')
    return [indicatorWord(indicator, locale), ...series].join(' ')
  }
  const side = (line: CompareLine, held: Side | null) => {
    if (held === null) return <span className="dim">{line.kind === 'subject' || line.kind === 'term' ? '—' : texts.unknown}</span>
    if (held.value === null) return <span>{held.text && lineText({ what: line.what, kind: line.subjectKind }, held.text, locale)}</span>
    const { factId } = held
    return (
      <Value
        held={{ ...held, unit: held.unit ?? 'KRW' }}
        kind="fact"
        of={`${line.subjectName}, ${what(line)}`}
        unknown={texts.unknown}
        onOpen={factId ? () => open({ kind: 'fact', id: factId }) : undefined}
      />
    )
  }
  return (
    <div className="scroll cp-lines">
      <DataTable
        label={texts.lines}
        rows={lines}
        rowId={(line) => line.id}
        rowName={(line) => `${line.subjectName}, ${what(line)}`}
        groupOf={(line) => ({
          id: line.subjectId,
          label: (
            <Link className="quiet" to={'/projects/$id' as '/'} params={{ id: line.subjectId } as never}>
              {line.subjectName}
            </Link>
          ),
        })}
        waiting={waiting}
        empty={<Empty title={texts.nothing} />}
        columns={[
          { id: 'what', label: texts.column.what, head: true, render: what },
          { id: 'before', label: texts.column.before, numeric: true, render: (line) => <span className="cp-was">{side(line, line.before)}</span> },
          { id: 'after', label: texts.column.after, numeric: true, render: (line) => side(line, line.after) },
          {
            id: 'difference',
            label: texts.column.difference,
            numeric: true,
            render: (line) => <Difference difference={line.difference} unit={line.after?.unit ?? 'KRW'} of={what(line)} same={texts.sameValue} />,
          },
          {
            id: 'why',
            label: texts.column.why,
            render: (line) => (
              <>
                <Tag tone={line.change === 'gone' ? 'warn' : line.change === 'same' ? 'plain' : 'info'}>{texts.change[line.change]}</Tag>{' '}
                {line.cause ? <span className="mut nb">{texts.cause[line.cause]}</span> : null}
              </>
            ),
          },
          {
            id: 'who',
            label: texts.column.who,
            blank: (line) => line.who === null && line.when === null,
            render: (line) =>
              line.when === null ? (
                <span className="dim">—</span>
              ) : (
                <>
                  {line.who ?? texts.unknown}
                  <small className="mut nb">{instantOf(line.when)}</small>
                  {line.reason ? <small className="mut">{line.reason}</small> : null}
                </>
              ),
          },
          {
            id: 'source',
            label: texts.column.source,
            blank: (line) => line.source === null,
            render: (line) =>
              line.source === null ? (
                <span className="dim">—</span>
              ) : (
                <>
                  <Link className="quiet" to={'/documents/$id' as '/'} params={{ id: line.source.documentId } as never}>
                    {line.source.title}
                  </Link>
                  {line.source.sentence ? <small className="mut">“{line.source.sentence}”</small> : null}
                </>
              ),
          },
        ]}
      />
    </div>
  )
}
