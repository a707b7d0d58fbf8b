import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { listNameOf } from '#engines/interchange/codes'
import { tables } from '#engines/interchange/tables'
import { Chip, ChipMenu, Filters } from '#ui/chip/chip'
import { Pager } from '#ui/pager/pager'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { usePaged } from '#web/shell/paged'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { type Change, type Kind, type Run, readChanges } from './api.ts'
import { interchangeTexts } from './texts.ts'

const kinds: readonly Kind[] = ['change', 'addition', 'conflict', 'error']
const tones = { change: 'info', addition: 'ok', conflict: 'warn', error: 'bad' } as const

/** 달라지는 것: every cell from what to what, every added row, every row that cannot be taken with the reason and what to do. */
export function Changes({ office, run }: { office: string; run: Run }) {
  const texts = useTexts(interchangeTexts)
  const { locale, count } = useFormats()
  const [kind, setKind] = useState<Kind | ''>('')
  const [table, setTable] = useState('')
  const { list, items, pager } = usePaged(['interchange', office, 'run', run.id, 'changes', kind, table, run.state], (cursor) =>
    readChanges(office, run.id, { ...(kind ? { kind } : {}), ...(table ? { table } : {}) }, cursor),
  )
  const counted: Record<Kind, number> = {
    change: run.counts.changes,
    addition: run.counts.additions,
    conflict: run.counts.conflicts,
    error: run.counts.errors,
  }
  return (
    <section className="ix-sec">
      <h2>{texts.changesTable}</h2>
      <div className="ix-tools">
        <Filters label={texts.filters}>
          <Chip label={texts.kinds.all} pressed={kind === ''} onPress={() => setKind('')} />
          {kinds.map((one) =>
            counted[one] > 0 ? (
              <Chip
                key={one}
                label={texts.kinds[one]}
                count={count(counted[one])}
                pressed={kind === one}
                onPress={() => setKind(kind === one ? '' : one)}
              />
            ) : null,
          )}
          <ChipMenu
            label={texts.sheet}
            value={table}
            options={[{ value: '', label: texts.any }, ...tables.map((one) => ({ value: one.id as string, label: one[locale] }))]}
            onChange={setTable}
          />
        </Filters>
      </div>
      <ProblemNote error={list.error} />
      {list.isPending ? <Waiting label={texts.changesTable} rows={5} /> : null}
      {items.length > 0 ? (
        <table className="tb tb--cards ix-table">
          <caption className="vh">{texts.changesTable}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.what}</th>
              <th scope="col">{texts.where}</th>
              <th scope="col">{texts.before}</th>
              <th scope="col">{texts.after}</th>
              <th scope="col">{texts.setBy}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <Line key={one.ord} one={one} />
            ))}
          </tbody>
        </table>
      ) : null}
      <Pager {...pager} />
    </section>
  )
}

function Line({ one }: { one: Change }) {
  const texts = useTexts(interchangeTexts)
  const { locale, date, count } = useFormats()
  const place = one.cell ? `${one.sheet} ${one.cell}` : texts.rowOf(one.sheet, count(one.row))
  const name = one.subjectName ?? texts.rowOf(one.sheet, count(one.row))
  const value = (text: string | null) =>
    text === null ? <span className="ix-none">{texts.empty}</span> : listNameOf(one.table, one.column, text, locale)
  return (
    <tr>
      <th scope="row">
        <Tag tone={tones[one.kind]}>{texts.kinds[one.kind]}</Tag>{' '}
        {one.subjectId ? (
          <Link to={'/projects/$id' as never} params={{ id: one.subjectId } as never}>
            {name}
          </Link>
        ) : (
          name
        )}
        {one.columnName ? <div className="sub">{one.columnName[locale]}</div> : null}
        {texts.outcome[one.state] ? <div className="sub">{texts.outcome[one.state]}</div> : null}
      </th>
      <td data-l={texts.where} className="ix-cell">
        {place}
      </td>
      {one.kind === 'error' ? (
        <td className="ix-error" colSpan={3}>
          <p>
            {one.after === null ? null : (
              <>
                <span className="mut">{texts.came}</span> <b>{one.after}</b> ·{' '}
              </>
            )}
            <span className="mut">{texts.expected}</span> {one.expected?.[locale]}
          </p>
          <p>{one.todo?.[locale]}</p>
        </td>
      ) : (
        <>
          <td data-l={texts.before}>{one.kind === 'addition' ? '–' : <span className="ix-was">{value(one.before)}</span>}</td>
          <td data-l={texts.after}>
            <span className="ix-is">
              {value(one.after)}
              {one.unit && one.kind !== 'addition' && one.after !== null ? ` ${one.unit}` : ''}
            </span>
          </td>
          <td data-l={texts.setBy} className="ix-by">
            {one.heldBy ? `${one.heldBy}${one.heldSince ? `, ${date(one.heldSince)}` : ''}` : '–'}
          </td>
        </>
      )}
    </tr>
  )
}
