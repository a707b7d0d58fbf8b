import { useQuery } from '@tanstack/react-query'
import type { PartnerRow } from '#capabilities/partners/schemas'
import { Select } from '#ui/select/select'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { read, write } from '../plans/api.ts'
import { Part } from '../plans/parts.tsx'
import { planTexts } from '../plans/texts.ts'
import { partnerTexts } from './texts.ts'

/** 협력 기관 계정: for which organisation each stands. */
export function PartnerTies() {
  const texts = useTexts(partnerTexts)
  const plan = useTexts(planTexts)
  const office = useOffice().slug
  const work = useWork()
  const { data, error } = useQuery({
    queryKey: ['plans', office, 'partners'],
    queryFn: () => read<{ items: PartnerRow[]; organisations: { id: string; nameKo: string }[] }>(office, '/partners'),
  })
  return (
    <Part id="pt-ties" title={texts.ties} lead={texts.tiesLead}>
      <ProblemNote error={error ?? work.error} />
      {data?.items.length === 0 ? <p className="mut">{texts.noPartners}</p> : null}
      {(data?.items ?? []).map((one) => (
        <Select
          key={one.userId}
          label={`${one.name}: ${texts.organisation}`}
          value={one.organisation?.id ?? ''}
          none={texts.nobody}
          options={(data?.organisations ?? []).map((row) => ({ value: row.id, label: row.nameKo }))}
          onChange={(id) =>
            void work.run(async () => {
              await write('PUT', office, `/partners/${one.userId}`, { organisationId: id || null })
              toast(plan.saved)
            })
          }
        />
      ))}
    </Part>
  )
}
