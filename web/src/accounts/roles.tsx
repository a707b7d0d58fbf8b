import type { Role } from '#record/membership'
import { useTexts } from '#web/shell/texts'
import { abilities, roleOrder } from './abilities.ts'
import { accountTexts } from './texts.ts'

/** A role chosen in the line of a table; its name says whose it is. */
export function RoleSelect({ label, value, busy, onChange }: { label: string; value: Role; busy?: boolean; onChange: (role: Role) => void }) {
  const texts = useTexts(accountTexts)
  return (
    <select
      className="inp acc-role"
      aria-label={label}
      aria-busy={busy || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {roleOrder.map((role) => (
        <option key={role} value={role}>
          {texts.roles[role]}
        </option>
      ))}
    </select>
  )
}

/** 역할마다 할 수 있는 일. */
export function AbilityTable() {
  const texts = useTexts(accountTexts)
  const shown = roleOrder.filter((role) => role !== 'partner')
  return (
    <section aria-labelledby="abilities">
      <h2 id="abilities">{texts.abilityTable}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="acc-scroll" tabIndex={0} aria-labelledby="abilities">
        <table className="tb acc-may">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{texts.abilityTable}</span>
              </th>
              {shown.map((role) => (
                <th key={role} scope="col">
                  {texts.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {abilities.map((one) => (
              <tr key={one.permission}>
                <th scope="row">{texts.abilities[one.permission]}</th>
                {shown.map((role) => {
                  const may = one.roles.includes(role)
                  return (
                    <td key={role} className={may ? undefined : 'nil'}>
                      {may ? <CheckMark /> : <span aria-hidden="true">–</span>}
                      <span className="vh">{may ? texts.may : texts.mayNot}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="hint">{texts.abilityPartner}</p>
    </section>
  )
}

/** Drawn, because fonts differ in whether they have one. */
function CheckMark() {
  return (
    <svg className="acc-check" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 8.5 6.5 12.5 13.5 4" />
    </svg>
  )
}
