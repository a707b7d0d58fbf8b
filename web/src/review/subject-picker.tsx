import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { ComboBox, type Choice as ComboChoice } from '#ui/combo-box/combo-box'
import { Select } from '#ui/select/select'
import { useTexts } from '#web/shell/texts'
import { findSubjects, type ReviewClaim } from './api.ts'
import type { Choice } from './plan.ts'
import { reviewTexts } from './texts.ts'

/** Kinds that a claim may make anew. */
export const makeable = ['project', 'agreement', 'pledge', 'programme', 'award', 'zone', 'event', 'strategy'] as const

/** 무엇의: whom or what the value will be about: one that is there, a name of one's own, or the office itself. */
export function SubjectPicker({
  office,
  claim,
  value,
  onChange,
}: {
  office: string
  claim: ReviewClaim
  value: Choice['subject']
  onChange: (subject: Choice['subject']) => void
}) {
  const texts = useTexts(reviewTexts)
  const [words, setWords] = useState('')
  const typed = words.trim()
  const asked = useDeferredValue(typed)
  const name = claim.proposal?.subject.name ?? ''
  const found = useQuery({
    queryKey: ['intake', office, 'subjects', claim.id, asked || name],
    queryFn: () => findSubjects(office, claim.id, asked || name),
    placeholderData: keepPreviousData,
  })
  const kind = 'kind' in value ? value.kind : (claim.proposal?.subject.kind ?? 'project')
  const made = kind === 'office' ? 'project' : kind
  // what was found for the words before stands only as far as it fits the words of now
  const stale = found.isPlaceholderData || asked !== typed
  const items = (found.data?.items ?? []).filter((one) => !stale || one.nameKo.includes(typed))
  const existing = items.map((one): ComboChoice & { pick: Choice['subject'] } => ({
    id: one.id,
    label: one.nameKo,
    detail: [texts.existing, texts.kinds[one.kind], one.place].filter(Boolean).join(' · '),
    pick: { id: one.id, name: one.nameKo, kind: one.kind },
  }))
  const names = [name, ...(claim.proposal?.otherNames ?? [])].filter(
    (one) => one !== '' && claim.proposal?.subject.kind !== 'office' && (typed === '' || one.includes(typed)),
  )
  const offered = [...new Set(names)].map((one): ComboChoice & { pick: Choice['subject'] } => ({
    id: `new:${one}`,
    label: one,
    detail: `${texts.newOne} · ${texts.kinds[made as 'project']}`,
    pick: { name: one, kind: made },
  }))
  const total = {
    id: 'office',
    label: texts.officeTotal,
    pick: { office: true, name: claim.proposal?.subject.kind === 'office' ? name : texts.officeTotal } as Choice['subject'],
  }
  // typed words name something else than the office: the first offer must then not be the office
  const choices = [...existing, ...offered, ...(typed === '' || total.label.includes(typed) ? [total] : [])]
  const now: ComboChoice =
    'office' in value
      ? { id: 'office', label: texts.officeTotal }
      : 'id' in value
        ? { id: value.id, label: value.name }
        : { id: `new:${value.name}`, label: value.name }
  return (
    <div className="rv-subject">
      <ComboBox
        label={texts.about}
        value={now.label ? now : null}
        choices={choices}
        busy={found.isFetching}
        onWords={setWords}
        onChange={(choice) => {
          const pick = choices.find((one) => one.id === choice?.id)?.pick
          if (pick) onChange(pick)
        }}
        onMake={(made) => onChange({ name: made, kind: kind === 'office' ? 'project' : kind })}
      />
      {'office' in value || 'id' in value ? null : (
        <Select
          label={texts.kindField}
          value={made as 'project'}
          options={makeable.map((one) => ({ value: one, label: texts.kinds[one] }))}
          onChange={(next) => next && onChange({ ...value, kind: next })}
        />
      )}
    </div>
  )
}
