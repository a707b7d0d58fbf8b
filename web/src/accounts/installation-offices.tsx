import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag, Tag } from '#ui/tag/tag'
import { ifMatch, json } from '#web/shell/api'
import { useLocale } from '#web/shell/locale'
import { freshSession } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { fieldError, useAction } from './action.ts'
import { client } from './api.ts'
import { OfficeForm, officeBody } from './office-form.tsx'
import { ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

const readOffices = () => json(client.offices.$get())
type Office = Awaited<ReturnType<typeof readOffices>>['items'][number]
const queryKey = ['accounts', 'offices']

/** Every office of the installation. */
export function OfficesPanel() {
  const texts = useTexts(accountTexts)
  const locale = useLocale()
  const offices = useQuery({ queryKey, queryFn: readOffices })
  const [editing, setEditing] = useState<Office | null>(null)
  const [adopting, setAdopting] = useState<Office | null>(null)
  return (
    <div className="form">
      <ProblemNote error={offices.error} />
      {offices.isPending ? <Waiting label={texts.installation.offices} rows={3} /> : null}
      <ul className="acc-rows">
        {offices.data?.items.map((one) => (
          <li key={one.id}>
            <div>
              <b>
                {nameIn(locale, one)} {one.demo ? <IllustrativeTag /> : null} {one.role ? <Tag>{texts.roles[one.role]}</Tag> : null}
              </b>
              <p>
                <a href={`/o/${one.slug}`}>/o/{one.slug}</a> · {texts.office.kinds[one.kind]}
              </p>
            </div>
            <div className="act">
              <Button small onClick={() => setEditing(one)}>
                {texts.office.edit}
              </Button>
              <Button small onClick={() => setAdopting(one)}>
                {texts.office.administrator}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Link className="btn" to="/offices/new">
          {texts.office.newTitle}
        </Link>
      </div>
      {editing ? <EditOffice office={editing} onClose={() => setEditing(null)} /> : null}
      {adopting ? <SetAdministrator office={adopting} onClose={() => setAdopting(null)} /> : null}
    </div>
  )
}

function EditOffice({ office, onClose }: { office: Office; onClose: () => void }) {
  const texts = useTexts(accountTexts)
  const cache = useQueryClient()
  const { nameKo, nameEn, slug, kind, place, contact, listed } = office
  return (
    <Dialog open onClose={onClose} closeBeside={false} title={texts.office.editTitle} closeLabel={texts.close}>
      <OfficeForm
        draft={`office.${office.id}`}
        given={{ nameKo, nameEn, slug, kind, place: place ?? '', contact: contact ?? '', listed }}
        go={texts.save}
        onCancel={onClose}
        onSave={async (words) => {
          const { slug: _fixed, ...change } = officeBody(words)
          const tag = `"${office.id.slice(0, 8)}-${office.version}"`
          await json(client.offices[':office'].$patch({ param: { office: slug }, json: change }, ifMatch(tag)))
          toast(texts.saved)
          onClose()
          await cache.invalidateQueries({ queryKey })
          await freshSession()
        }}
      />
    </Dialog>
  )
}

function SetAdministrator({ office, onClose }: { office: Office; onClose: () => void }) {
  const texts = useTexts(accountTexts)
  const locale = useLocale()
  const cache = useQueryClient()
  const [email, setEmail] = useState('')
  const action = useAction(async () => {
    await client.offices[':office'].administrators.$post({ param: { office: office.slug }, json: { email } })
    toast(texts.installation.done)
    onClose()
    await cache.invalidateQueries({ queryKey: ['accounts'] })
    await cache.invalidateQueries({ queryKey: ['session'] })
  })
  return (
    <Dialog open onClose={onClose} closeBeside={false} title={texts.office.administrator} closeLabel={texts.close}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void action.run()
        }}
      >
        <p>{texts.office.administratorLead(nameIn(locale, office))}</p>
        <ProblemNote error={action.error} fields={['email']} />
        <TextField label={texts.email} type="email" autoComplete="off" value={email} onChange={setEmail} error={fieldError(action.error, 'email')} />
        <div className="act">
          <Button tone="primary" type="submit" busy={action.busy}>
            {texts.office.administrator}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
