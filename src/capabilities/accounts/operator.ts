import type { ByToken } from '#api/env'
import type { Role } from '#record/membership'
import type { Store } from '#store/store'
import { listOffices } from './queries/offices.ts'

/** The account under which the command line of the server's own machine acts. It has no password and is deactivated: nobody signs in as it. */
export const operatorId = '00000000-0000-4000-8000-00000000c11e'

/**
 * 운영자: whoever may read the data folder, at the command line of this machine. Administrator of the installation and of every office;
 * the history names it "명령줄 (command line)".
 */
export async function operatorCaller(store: Store): Promise<ByToken> {
  const offices = await store.global(async (tx) => {
    await tx
      .insertInto('app_user')
      .values({
        user_id: operatorId,
        email: 'command-line@localhost',
        name: '명령줄 (command line)',
        password_hash: null,
        locked_until: null,
        deactivated_at: new Date().toISOString(),
      })
      .onConflict((oc) => oc.column('user_id').doNothing())
      .execute()
    return listOffices(tx)
  })
  return {
    kind: 'token',
    tokenId: operatorId,
    scopes: ['admin'],
    userId: operatorId,
    name: '명령줄 (command line)',
    email: 'command-line@localhost',
    administrator: true,
    roles: new Map<string, Role>(offices.map((office) => [office.office_id, 'administrator'])),
  }
}
